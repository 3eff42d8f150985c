package org.isonomia.casework.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;
import org.isonomia.shared.Problem;

/**
 * What a reporter needs to take part: an interpreter, sign language, large print, easy text,
 * company. It is told at filing or found out later, is open until somebody has seen to it, and says
 * then what was arranged, or why nothing was.
 */
@Personal(
    purpose = Purpose.CASES,
    about = {About.REPORTER, About.STAFF},
    category = {Category.CONTENT, Category.CODES, Category.ACTS})
@Entity
@Table(name = "casework_need")
public class Need {
  /** Needs that decide what a letter must look like. */
  public static final Set<String> OF_LETTERS = Set.of("LARGE_PRINT", "EASY_READ");

  /** Where it stands. */
  public enum State {
    OPEN,
    ARRANGED,
    NOT_NEEDED,
    /** The case was closed before anybody had seen to it. */
    CASE_CLOSED
  }

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private long id;

  private String key;

  @Column(name = "case_number")
  private String number;

  private String code;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "told_at")
  private Instant toldAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "ended_by")
  private Long endedBy;

  @Column(name = "words_sealed")
  private Sealed words;

  protected Need() {}

  /**
   * @param key its public number ({@code PN-42})
   * @param code one of {@link org.isonomia.intake.Needed#CODES}
   */
  public Need(String key, CaseNumber number, String code, Instant toldAt) {
    this.key = key;
    this.number = number.value();
    this.code = code;
    this.state = State.OPEN;
    this.toldAt = toldAt;
  }

  /**
   * Somebody has seen to it.
   *
   * @param arranged false: it is not needed after all
   * @param sealed what was arranged, or why nothing was
   * @throws Problem conflict "task-not-open" when somebody was quicker
   */
  public void settle(boolean arranged, Sealed sealed, long by, Instant at) {
    if (state != State.OPEN) {
      throw Problem.conflict("task-not-open");
    }
    state = arranged ? State.ARRANGED : State.NOT_NEEDED;
    words = sealed;
    endedBy = by;
    endedAt = at;
  }

  /**
   * Its case is closed, and nobody sees to it any more.
   *
   * @throws Problem conflict "task-not-open" when somebody had seen to it
   */
  public void endWithCase(Instant at) {
    if (state != State.OPEN) {
      throw Problem.conflict("task-not-open");
    }
    state = State.CASE_CLOSED;
    endedAt = at;
  }

  public String key() {
    return key;
  }

  public CaseNumber number() {
    return new CaseNumber(number);
  }

  public String code() {
    return code;
  }

  public State state() {
    return state;
  }

  public boolean isOpen() {
    return state == State.OPEN;
  }

  /** Whether nobody has seen to it, also when the case was closed over it. */
  public boolean isUnmet() {
    return state == State.OPEN || state == State.CASE_CLOSED;
  }

  public Instant toldAt() {
    return toldAt;
  }

  public Instant endedAt() {
    return endedAt;
  }

  public Long endedBy() {
    return endedBy;
  }

  public Sealed words() {
    return words;
  }
}
