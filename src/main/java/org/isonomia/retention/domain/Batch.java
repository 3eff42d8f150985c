package org.isonomia.retention.domain;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;
import org.isonomia.shared.Problem;

/**
 * A list of cases to be destroyed. One person proposes it, and from then on it is frozen; another
 * approves or refuses it. An approved one is worked off case by case; a case for which something
 * has changed in between is left out. Then the list is the protocol.
 */
@Personal(
    purpose = Purpose.PROOF,
    about = {About.STAFF},
    category = {Category.ACTS})
@Entity(name = "RetentionBatch")
@Table(name = "retention_batch")
public class Batch {
  public enum Cause {
    TERM,
    REQUEST
  }

  public enum State {
    PROPOSED,
    APPROVED,
    REFUSED,
    DONE
  }

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private long id;

  private String number;

  @Enumerated(EnumType.STRING)
  private Cause cause;

  private String ground;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "due_until")
  private LocalDate dueUntil;

  @Column(name = "archive_decision_sealed")
  private Sealed archiveDecision;

  @Column(name = "proposed_by")
  private long proposedBy;

  @Column(name = "proposed_at")
  private Instant proposedAt;

  @Column(name = "decided_by")
  private Long decidedBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Column(name = "refusal_sealed")
  private Sealed refusal;

  @Column(name = "finished_at")
  private Instant finishedAt;

  @Version private long version;

  @OneToMany(mappedBy = "batch", cascade = CascadeType.PERSIST)
  @OrderBy("dueOn, number")
  private List<BatchCase> cases = new ArrayList<>();

  protected Batch() {}

  private Batch(String number, Cause cause, long by, Instant at) {
    this.number = number;
    this.cause = cause;
    this.state = State.PROPOSED;
    this.proposedBy = by;
    this.proposedAt = at;
  }

  /**
   * Cases whose time is over.
   *
   * @param archiveDecision sign of the state archive's decision, sealed for the house under
   *     (number, "archive"); {@code null} when no case of the list needs one
   */
  public static Batch ofTerm(
      String number, LocalDate until, Sealed archiveDecision, long by, Instant at) {
    var batch = new Batch(number, Cause.TERM, by, at);
    batch.dueUntil = until;
    batch.archiveDecision = archiveDecision;
    return batch;
  }

  /** One case, because the person it is about asks for it. */
  public static Batch ofRequest(String number, String ground, long by, Instant at) {
    var batch = new Batch(number, Cause.REQUEST, by, at);
    batch.ground = ground;
    return batch;
  }

  public void add(CaseNumber caseNumber, Term term) {
    cases.add(new BatchCase(this, caseNumber, term));
  }

  /**
   * A second person approves.
   *
   * @throws Problem forbidden "list-second-person" when it is the one who proposed; conflict when
   *     it was decided already
   */
  public void approve(long by, Instant at) {
    decide(State.APPROVED, by, at);
  }

  /**
   * A second person refuses, with a reason: no case of it is destroyed.
   *
   * @param reason sealed for the house under (number, "refusal")
   */
  public void refuse(Sealed reason, long by, Instant at, LocalDate today) {
    decide(State.REFUSED, by, at);
    refusal = reason;
    finishedAt = at;
    cases.forEach(one -> one.leaveOut(BatchCase.LeftOut.REFUSED, today));
  }

  private void decide(State to, long by, Instant at) {
    if (state != State.PROPOSED) {
      throw Problem.conflict("list-already-decided");
    }
    if (by == proposedBy) {
      throw Problem.forbidden("list-second-person");
    }
    state = to;
    decidedBy = by;
    decidedAt = at;
  }

  /** No case of it waits any more. */
  public void finish(Instant at) {
    if (state == State.APPROVED) {
      state = State.DONE;
      finishedAt = at;
    }
  }

  /** Whether a case that needs the state archive's decision has it. */
  public boolean hasArchiveDecision() {
    return archiveDecision != null;
  }

  /** Whether the time of its cases has to be over. */
  public boolean isOfTerm() {
    return cause == Cause.TERM;
  }

  public long id() {
    return id;
  }

  public String number() {
    return number;
  }

  public Cause cause() {
    return cause;
  }

  public String ground() {
    return ground;
  }

  public State state() {
    return state;
  }

  public LocalDate dueUntil() {
    return dueUntil;
  }

  public Sealed archiveDecision() {
    return archiveDecision;
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

  public Sealed refusal() {
    return refusal;
  }

  public Instant finishedAt() {
    return finishedAt;
  }

  public List<BatchCase> cases() {
    return List.copyOf(cases);
  }
}
