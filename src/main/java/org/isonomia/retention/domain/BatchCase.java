package org.isonomia.retention.domain;

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
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/**
 * One case of a list. The number stays in the protocol, because the law on archives asks for a list
 * of the signs of the files that were destroyed; what the case was about does not.
 */
@Personal(
    purpose = Purpose.PROOF,
    about = {About.REPORTER},
    category = {Category.CODES})
@Entity
@Table(name = "retention_batch_case")
public class BatchCase {
  public enum State {
    WAITING,
    DESTROYED,
    LEFT_OUT
  }

  /** Why a case of a list was not destroyed. */
  public enum LeftOut {
    /** The list was refused. */
    REFUSED,
    HELD,
    /** It is being handled again. */
    OPEN,
    /** Its class or the day of its closing has changed. */
    NOT_DUE,
    /** It belongs to the state archive now. */
    HAND_OVER,
    /** It needs a decision of the state archive that this list does not have. */
    NO_DECISION,
    /** It was destroyed before, by another list. */
    GONE,
    /** Something failed; it stays as it was and comes back with the next list. */
    FAULT
  }

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private long id;

  @ManyToOne
  @JoinColumn(name = "batch_id")
  private Batch batch;

  private String number;
  private String qualification;

  @Column(name = "archive_class")
  private String archiveClass;

  @Column(name = "closed_on")
  private LocalDate closedOn;

  @Column(name = "due_on")
  private LocalDate dueOn;

  @Enumerated(EnumType.STRING)
  private State state;

  @Enumerated(EnumType.STRING)
  @Column(name = "left_out")
  private LeftOut leftOut;

  @Column(name = "settled_on")
  private LocalDate settledOn;

  @Version private long version;

  protected BatchCase() {}

  BatchCase(Batch batch, CaseNumber number, Term term) {
    this.batch = batch;
    this.number = number.value();
    this.qualification = term.decides().qualification();
    this.archiveClass = term.decides().rule().archiveClass();
    this.closedOn = term.closedOn();
    this.dueOn = term.lastDay();
    this.state = State.WAITING;
  }

  public void destroyed(LocalDate on) {
    state = State.DESTROYED;
    settledOn = on;
  }

  public void leaveOut(LeftOut why, LocalDate on) {
    state = State.LEFT_OUT;
    leftOut = why;
    settledOn = on;
  }

  public long id() {
    return id;
  }

  public Batch batch() {
    return batch;
  }

  public CaseNumber number() {
    return new CaseNumber(number);
  }

  public String qualification() {
    return qualification;
  }

  public String archiveClass() {
    return archiveClass;
  }

  public LocalDate closedOn() {
    return closedOn;
  }

  public LocalDate dueOn() {
    return dueOn;
  }

  public State state() {
    return state;
  }

  public LeftOut leftOut() {
    return leftOut;
  }

  public LocalDate settledOn() {
    return settledOn;
  }
}
