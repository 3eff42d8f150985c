package org.isonomia.casework.domain;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CodesColumn;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/**
 * One running clock of a matter and why its date is what it is. It starts RUNNING and ends once:
 * MET in time, LATE (met after its end), STOPPED (no longer ours) or MOVED (a new date was named or
 * it began anew; another deadline took its place). It keeps the rule it was made under, so that a
 * later change of the law does not change dates already told.
 */
@Personal(
    purpose = Purpose.CASES,
    about = {About.REPORTER},
    category = {Category.CODES, Category.CONTENT})
@Entity
@Table(name = "casework_deadline")
public class Deadline {
  /** The person's time to complete a formal letter. */
  public static final String SUPPLEMENT = "SUPPLEMENT_8";

  /** What became of it. */
  public enum State {
    RUNNING,
    MET,
    LATE,
    STOPPED,
    MOVED
  }

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private long id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "matter_id")
  private Matter matter;

  private String clock;
  private int nth;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "counted_on")
  private LocalDate countedOn;

  @Column(name = "due_on")
  private LocalDate dueOn;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "moved_because")
  private String movedBecause;

  private int amount;

  @Enumerated(EnumType.STRING)
  private Term.Unit unit;

  @Column(name = "remind_hours")
  private int remindHours;

  @Column(name = "met_by")
  @Basic
  @Convert(converter = CodesColumn.class)
  private Set<String> metBy;

  @Column(name = "stopped_by")
  @Basic
  @Convert(converter = CodesColumn.class)
  private Set<String> stoppedBy;

  private boolean statutory;
  private String basis;

  @Column(name = "ended_at")
  private Instant endedAt;

  /** The day it had before somebody named a new one, else {@code null}. */
  @Column(name = "extended_from")
  private LocalDate extendedFrom;

  @Column(name = "reason_sealed")
  private Sealed reason;

  protected Deadline() {}

  static Deadline start(Matter matter, ClockRule rule, Instant event, LegalCalendar calendar) {
    var deadline = new Deadline();
    deadline.matter = matter;
    deadline.clock = rule.clock();
    deadline.nth = rule.nth();
    deadline.state = State.RUNNING;
    deadline.startedAt = event;
    deadline.amount = rule.term().amount();
    deadline.unit = rule.term().unit();
    deadline.remindHours = rule.remindHours();
    deadline.metBy = rule.metBy();
    deadline.stoppedBy = rule.stoppedBy();
    deadline.statutory = rule.statutory();
    deadline.basis = rule.basis();
    deadline.fallDue(calendar.due(event, rule.term()));
    return deadline;
  }

  /**
   * Another deadline for the same clock on a day that was named, with the reason; this one is
   * MOVED.
   */
  Deadline extend(LocalDate newDay, Sealed why, Instant at, LegalCalendar calendar) {
    var next = new Deadline();
    next.matter = matter;
    next.clock = clock;
    next.nth = nth;
    next.state = State.RUNNING;
    next.startedAt = startedAt;
    next.amount = amount;
    next.unit = unit;
    next.remindHours = remindHours;
    next.metBy = metBy;
    next.stoppedBy = stoppedBy;
    next.statutory = statutory;
    next.basis = basis;
    next.extendedFrom = dueOn;
    next.reason = why;
    next.fallDue(calendar.on(newDay));
    end(State.MOVED, at);
    return next;
  }

  private void fallDue(DueDate due) {
    countedOn = due.counted();
    dueOn = due.day();
    dueAt = due.at();
    movedBecause = due.movedBecause();
  }

  /** Ends it when this event meets or stops it. */
  boolean hear(String event, Instant at) {
    if (state != State.RUNNING) {
      return false;
    }
    if (metBy.contains(event)) {
      end(at.isAfter(dueAt) ? State.LATE : State.MET, at);
      return true;
    }
    if (stoppedBy.contains(event)) {
      end(State.STOPPED, at);
      return true;
    }
    return false;
  }

  /** Whether it runs and this event would meet it. */
  boolean isMetBy(String event) {
    return isRunning() && metBy.contains(event);
  }

  /** Another deadline takes its place. */
  void giveWay(Instant at) {
    if (state == State.RUNNING) {
      end(State.MOVED, at);
    }
  }

  void stop(Instant at) {
    if (state == State.RUNNING) {
      end(State.STOPPED, at);
    }
  }

  private void end(State end, Instant at) {
    state = end;
    endedAt = at;
  }

  public boolean isRunning() {
    return state == State.RUNNING;
  }

  /**
   * When somebody is reminded: some hours before the end, yet never in the first half of the time
   * there is.
   */
  public Instant remindAt() {
    var half = startedAt.plus(Duration.between(startedAt, dueAt).dividedBy(2));
    var before = dueAt.minus(Duration.ofHours(remindHours));
    return before.isBefore(half) ? half : before;
  }

  public long id() {
    return id;
  }

  public String clock() {
    return clock;
  }

  public int nth() {
    return nth;
  }

  public State state() {
    return state;
  }

  public Instant startedAt() {
    return startedAt;
  }

  /** The day it started, in the city. */
  public LocalDate startedOn() {
    return LocalDate.ofInstant(startedAt, AppClock.CITY);
  }

  public LocalDate countedOn() {
    return countedOn;
  }

  public LocalDate dueOn() {
    return dueOn;
  }

  public Instant dueAt() {
    return dueAt;
  }

  public String movedBecause() {
    return movedBecause;
  }

  public Term term() {
    return new Term(amount, unit);
  }

  public boolean statutory() {
    return statutory;
  }

  public String basis() {
    return basis;
  }

  public Instant endedAt() {
    return endedAt;
  }

  public LocalDate extendedFrom() {
    return extendedFrom;
  }

  /** Why a new date was named; sealed under (case number, "extension"). */
  public Sealed reason() {
    return reason;
  }

  public Matter matter() {
    return matter;
  }
}
