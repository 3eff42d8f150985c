package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.isonomia.access.Actor;
import org.isonomia.casework.domain.Translation;
import org.isonomia.casework.domain.Translations;
import org.isonomia.intake.Mailbox;
import org.isonomia.intake.Reports;
import org.isonomia.page.Language;
import org.isonomia.page.Texts;
import org.isonomia.privacy.Compartment;
import org.isonomia.privacy.Safes;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;
import org.isonomia.workflow.Workflow;

/** Makes of a text of a case the first half of a pair: a copy under keys of its own. */
@ApplicationScoped
class Pairs {
  static final String PICTURE = "textTranslation";
  static final String TASK = "translateText";

  private static final String MESSAGE = "message-";

  @Inject Translations translations;
  @Inject Reports reports;
  @Inject Mailbox mailbox;
  @Inject Safes safes;
  @Inject Vault vault;
  @Inject Workflow workflow;
  @Inject AppClock clock;

  /**
   * The pair of this text; begun now when there is none. When the text was corrected since, or the
   * case was closed while a translator had it, the earlier pair is put by and another begun.
   *
   * @param text {@link Translation#NARRATIVE} or {@code message-<id>}
   * @throws Problem invalid for a text or a language that is not there
   */
  Translation of(CaseNumber number, String text, String language) {
    var words = words(number, text);
    var known = translations.find(number, text);
    if (known.isPresent() && isOfToday(known.get(), words)) {
      return known.get();
    }
    var tag =
        language == null || language.isBlank()
            ? known.map(Translation::language)
            : Optional.of(language);
    if (tag.filter(WrittenIn.tags()::contains).isEmpty()) {
      throw Problem.invalid(
          "incomplete", new Problem.FieldError("language", "casework.pair.wrong.language"));
    }
    known.ifPresent(this::putBy);
    var key = translations.nextKey();
    safes.makeUnder(key, number.value(), Compartment.CONTENT, List.of());
    var made =
        new Translation(
            key,
            number,
            text,
            tag.get(),
            vault.seal(key, "original", words),
            Actor.current().accountId(),
            clock.instant());
    translations.add(made);
    return made;
  }

  /** A key whose task was broken off serves no second one. */
  private boolean isOfToday(Translation pair, String words) {
    return words.equals(vault.open(pair.key(), "original", pair.original()))
        && (pair.isWithTranslator()
            || pair.status().isFinal()
            || workflow.trail(PICTURE, pair.key()).isEmpty());
  }

  private void putBy(Translation pair) {
    if (pair.isWithTranslator()) {
      breakOff(pair);
    }
    translations.putBy(pair);
  }

  /** The text as the reporter wrote it. */
  private String words(CaseNumber number, String text) {
    if (Translation.NARRATIVE.equals(text)) {
      return reports.content(number).narrative();
    }
    return mailbox.thread(number).stream()
        .filter(message -> message.from() == Mailbox.From.REPORTER)
        .filter(message -> (MESSAGE + message.id()).equals(text))
        .map(Mailbox.Message::text)
        .findFirst()
        .orElseThrow(() -> Problem.notFound("no-such-text"));
  }

  /** How a message is called among the texts of its case. */
  static String message(long id) {
    return MESSAGE + id;
  }

  /** What a translator reads in the list of tasks: how long it is, and in which language. */
  String title(Translation pair) {
    var t = Texts.of(Language.PL);
    var length = vault.open(pair.key(), "original", pair.original()).length();
    return t.t(
        "casework.pair.task", "language", WrittenIn.name(pair.language(), t), "length", length);
  }

  /** A translator has it and has not finished: it is taken back, and the task goes. */
  void breakOff(Translation pair) {
    pair.takeBack();
    takeBack(pair);
    workflow.end(PICTURE, pair.key());
  }

  /** Nobody but the office needs it any more. */
  void takeBack(Translation pair) {
    safes.remove(pair.key(), org.isonomia.privacy.Team.TRANSLATORS.holder());
  }

  /** The translators may open it. */
  void giveOut(Translation pair) {
    safes.add(
        pair.key(),
        new Safes.For(org.isonomia.privacy.Team.TRANSLATORS.holder(), Set.of(Compartment.CONTENT)));
  }
}
