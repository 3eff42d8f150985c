package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.isonomia.access.People;
import org.isonomia.casework.domain.Need;
import org.isonomia.casework.domain.Needs;
import org.isonomia.casework.domain.Translation;
import org.isonomia.casework.domain.Translations;
import org.isonomia.intake.Arrivals;
import org.isonomia.partner.Directory;
import org.isonomia.partner.Institution;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.CaseNumber;

/**
 * What stands beside the words of a report: how it came, what the person needs, and its Polish
 * translations. Whoever asks has opened the case.
 */
@ApplicationScoped
public class ReadBeside {
  /**
   * @param arrival empty for what a resident filed on the web
   * @param arrivalBy name of whoever typed it in, or of the institution that sent it
   */
  public record Beside(
      Optional<Arrivals.Told> arrival,
      String arrivalBy,
      List<NeedLine> needs,
      List<PairLine> pairs) {
    /** The pair of a text; empty while there is none. */
    public Optional<PairLine> pair(String text) {
      return pairs.stream().filter(pair -> pair.text().equals(text)).findFirst();
    }

    /** Translations of this text as it stood before it was corrected, oldest first. */
    public List<PairLine> earlier(String text) {
      return pairs.stream()
          .filter(pair -> Translation.isEarlier(pair.text(), text) && pair.polish() != null)
          .toList();
    }

    public Optional<PairLine> pairOfMessage(long id) {
      return pair(Pairs.message(id));
    }
  }

  /**
   * @param by name of whoever saw to it, or {@code null}
   * @param words what was arranged, or {@code null}
   */
  public record NeedLine(
      String key,
      String code,
      Need.State state,
      Instant toldAt,
      Instant endedAt,
      String by,
      String words) {
    public boolean isOpen() {
      return state == Need.State.OPEN;
    }
  }

  /**
   * @param original the words as they were when the translation was asked for
   * @param polish {@code null} while there is none
   */
  public record PairLine(
      String key,
      String text,
      String language,
      Translation.Status status,
      boolean withTranslator,
      Instant askedAt,
      Instant doneAt,
      String by,
      String original,
      String polish) {
    /** Whether the text is another one by now than the one that was translated. */
    public boolean isOld(String now) {
      return !original.equals(now);
    }
  }

  @Inject Arrivals arrivals;
  @Inject Needs needs;
  @Inject Translations translations;
  @Inject Directory directory;
  @Inject People people;
  @Inject Vault vault;

  Beside of(CaseNumber number) {
    var arrival = arrivals.of(number);
    return new Beside(
        arrival,
        arrival.map(this::by).orElse(null),
        needs.of(number).stream().map(this::line).toList(),
        translations.of(number).stream().map(this::line).toList());
  }

  /** Needs that a letter must heed and nobody has seen to. */
  Set<String> openForLetters(CaseNumber number) {
    return needs.of(number).stream()
        .filter(need -> need.isUnmet() && Need.OF_LETTERS.contains(need.code()))
        .map(Need::code)
        .collect(Collectors.toSet());
  }

  private String by(Arrivals.Told told) {
    return told.institutionId() == null
        ? name(told.enteredBy())
        : directory.find(told.institutionId()).map(Institution::name).orElse("");
  }

  private NeedLine line(Need need) {
    return new NeedLine(
        need.key(),
        need.code(),
        need.state(),
        need.toldAt(),
        need.endedAt(),
        name(need.endedBy()),
        vault.open(need.key(), "words", need.words()));
  }

  private PairLine line(Translation pair) {
    return new PairLine(
        pair.key(),
        pair.text(),
        pair.language(),
        pair.status(),
        pair.isWithTranslator(),
        pair.askedAt(),
        pair.doneAt(),
        name(pair.doneBy()),
        vault.open(pair.key(), "original", pair.original()),
        vault.open(pair.key(), "polish", pair.polish()));
  }

  private String name(Long account) {
    return account == null ? null : people.find(account).map(People.Person::name).orElse("");
  }
}
