package org.isonomia.casework.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;
import org.isonomia.shared.Problem;

/**
 * A text of a case and its Polish translation. It begins without one, may carry a machine's for the
 * time being, and ends with a person's or a sworn translator's; a better one replaces a lesser,
 * never the other way round. Both texts lie under keys of their own, so that a translator opens
 * them and nothing else of the case.
 */
@Personal(
    purpose = Purpose.CASES,
    about = {About.REPORTER, About.RESPONDENT, About.STAFF},
    category = {Category.CONTENT, Category.ACTS})
@Entity
@Table(name = "casework_translation")
public class Translation {
  /** The narrative of the report; a message is {@code message-<id>}. */
  public static final String NARRATIVE = "narrative";

  private static final String EARLIER = ":";

  /** Who made the translation, from none to the one that stands in court. */
  public enum Status {
    NONE,
    MACHINE,
    HUMAN,
    SWORN;

    /** Whether a person answers for it. */
    public boolean isFinal() {
      return this == HUMAN || this == SWORN;
    }
  }

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private long id;

  private String key;

  @Column(name = "case_number")
  private String number;

  private String text;
  private String language;

  @Enumerated(EnumType.STRING)
  private Status status;

  @Column(name = "with_translator")
  private boolean withTranslator;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Column(name = "asked_by")
  private long askedBy;

  @Column(name = "done_at")
  private Instant doneAt;

  @Column(name = "done_by")
  private Long doneBy;

  @Column(name = "original_sealed")
  private Sealed original;

  @Column(name = "polish_sealed")
  private Sealed polish;

  @Version private long version;

  protected Translation() {}

  /**
   * @param key its public number ({@code TX-42}), the only one a translator sees
   * @param original sealed under (key, "original")
   */
  public Translation(
      String key,
      CaseNumber number,
      String text,
      String language,
      Sealed original,
      long askedBy,
      Instant askedAt) {
    this.key = key;
    this.number = number.value();
    this.text = text;
    this.language = language;
    this.original = original;
    this.status = Status.NONE;
    this.askedBy = askedBy;
    this.askedAt = askedAt;
  }

  /**
   * A translator gets it.
   *
   * @throws Problem conflict "translation-given" when one has it already
   */
  public void giveOut() {
    if (withTranslator) {
      throw Problem.conflict("translation-given");
    }
    withTranslator = true;
  }

  /** Another pair takes its place; it stays readable as one of the earlier words. */
  public void putBy() {
    text = text + EARLIER + key;
  }

  /** The translator hands it back unfinished. */
  public void takeBack() {
    withTranslator = false;
  }

  /**
   * A translation is written down.
   *
   * @param sealed under (key, "polish")
   * @throws Problem conflict "translation-better-there" when what is there is better
   */
  public void translate(Status made, Sealed sealed, long by, Instant at) {
    if (made == Status.NONE) {
      throw new IllegalArgumentException("a translation that is none");
    }
    if (made.compareTo(status) < 0) {
      throw Problem.conflict("translation-better-there");
    }
    status = made;
    polish = sealed;
    doneBy = by;
    doneAt = at;
    if (made.isFinal()) {
      withTranslator = false;
    }
  }

  public String key() {
    return key;
  }

  public CaseNumber number() {
    return new CaseNumber(number);
  }

  public String text() {
    return text;
  }

  /** Whether it is of earlier words of this text. */
  public static boolean isEarlier(String called, String text) {
    return called.startsWith(text + EARLIER);
  }

  public String language() {
    return language;
  }

  public Status status() {
    return status;
  }

  /** Whether a translator has it and has not finished. */
  public boolean isWithTranslator() {
    return withTranslator;
  }

  public Instant askedAt() {
    return askedAt;
  }

  public Instant doneAt() {
    return doneAt;
  }

  public Long doneBy() {
    return doneBy;
  }

  public Sealed original() {
    return original;
  }

  /** {@code null} while there is none. */
  public Sealed polish() {
    return polish;
  }
}
