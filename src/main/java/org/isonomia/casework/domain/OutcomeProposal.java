package org.isonomia.casework.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.isonomia.casework.Manner;
import org.isonomia.casework.Outcome;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;
import org.isonomia.shared.Problem;

/**
 * How somebody proposes to conclude the case, with the very letter. PROPOSED until a second person
 * confirms it or gives it back with a reason; then never changed again.
 */
@Personal(
    purpose = Purpose.CASES,
    about = {About.REPORTER, About.RESPONDENT, About.STAFF},
    category = {Category.CONTENT, Category.CODES})
@Entity
@Table(name = "casework_outcome")
public class OutcomeProposal {
  /** What became of it. */
  public enum State {
    PROPOSED,
    CONFIRMED,
    RETURNED
  }

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private long id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "case_id")
  private Case of;

  private int n;
  private int matter;

  @Enumerated(EnumType.STRING)
  private State state;

  @Enumerated(EnumType.STRING)
  private Outcome outcome;

  @Enumerated(EnumType.STRING)
  private Manner manner;

  @Column(name = "letter_sealed")
  private Sealed letter;

  @Column(name = "copy_sealed")
  private Sealed copy;

  @Column(name = "proposed_by")
  private long proposedBy;

  @Column(name = "proposed_at")
  private Instant proposedAt;

  @Column(name = "decided_by")
  private Long decidedBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Column(name = "reason_sealed")
  private Sealed reason;

  protected OutcomeProposal() {}

  OutcomeProposal(
      Case of,
      int n,
      int matter,
      Outcome outcome,
      Manner manner,
      Sealed letter,
      Sealed copy,
      long by,
      Instant at) {
    this.of = of;
    this.n = n;
    this.matter = matter;
    this.state = State.PROPOSED;
    this.outcome = outcome;
    this.manner = manner;
    this.letter = letter;
    this.copy = copy;
    this.proposedBy = by;
    this.proposedAt = at;
  }

  void decide(State how, long by, Sealed why, Instant at) {
    if (state != State.PROPOSED) {
      throw Problem.conflict("outcome-already-decided");
    }
    if (how == State.CONFIRMED && by == proposedBy) {
      throw Problem.conflict("second-person-needed");
    }
    state = how;
    decidedBy = by;
    decidedAt = at;
    reason = why;
  }

  public int n() {
    return n;
  }

  /** Number of the matter it concludes. */
  public int matter() {
    return matter;
  }

  public State state() {
    return state;
  }

  public Outcome outcome() {
    return outcome;
  }

  public Manner manner() {
    return manner;
  }

  /**
   * The letter in Polish, which binds; sealed under (case number, "letter"); may be {@code null}
   * for a signal.
   */
  public Sealed letter() {
    return letter;
  }

  /**
   * The copy in the reporter's language; sealed under (case number, "copy"); {@code null} when that
   * is Polish.
   */
  public Sealed copy() {
    return copy;
  }

  public long proposedBy() {
    return proposedBy;
  }

  public Instant proposedAt() {
    return proposedAt;
  }

  public Long decidedBy() {
    return decidedBy;
  }

  public Instant decidedAt() {
    return decidedAt;
  }

  /** Why it was given back; sealed under (case number, "return"). */
  public Sealed reason() {
    return reason;
  }
}
