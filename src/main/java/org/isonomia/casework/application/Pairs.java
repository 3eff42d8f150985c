package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.isonomia.access.Actor;
import org.isonomia.casework.domain.Case;
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
  @Inject AppClock clock;

  /**
   * The pair of this text; begun now when there is none.
   *
   * @param text {@link Translation#NARRATIVE} or {@code message-<id>}
   * @throws Problem invalid for a text or a language that is not there
   */
  Translation of(Case file, String text, String language) {
    var known = translations.find(file.number(), text);
    if (known.isPresent()) {
      return known.get();
    }
    if (!Translation.LANGUAGES.contains(language)) {
      throw Problem.invalid(
          "incomplete", new Problem.FieldError("language", "casework.pair.wrong.language"));
    }
    var words = words(file.number(), text);
    var key = translations.nextKey();
    safes.makeUnder(key, file.number().value(), Compartment.CONTENT, List.of());
    var made =
        new Translation(
            key,
            file.number(),
            text,
            language,
            vault.seal(key, "original", words),
            Actor.current().accountId(),
            clock.instant());
    translations.add(made);
    return made;
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
        "casework.pair.task",
        "language",
        t.t("casework.pair.language." + pair.language()),
        "length",
        length);
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
