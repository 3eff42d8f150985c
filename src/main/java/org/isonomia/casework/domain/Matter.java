package org.isonomia.casework.domain;

import jakarta.persistence.Basic;
import jakarta.persistence.CascadeType;
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
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.isonomia.casework.CaseEvent;
import org.isonomia.casework.Manner;
import org.isonomia.casework.Outcome;
import org.isonomia.casework.Qualification;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.CodesColumn;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/**
 * One legal thread of a case, with its own qualification, status and clocks: a formal complaint
 * that is forwarded, and a signal that goes on. Changed only through its {@link Case}.
 */
@Personal(
    purpose = Purpose.CASES,
    about = {About.REPORTER},
    category = {Category.CODES})
@Entity
@Table(name = "casework_matter")
public class Matter {
  private static final String COMPETENT = CaseEvent.CompetenceConfirmed.class.getSimpleName();

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private long id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "case_id")
  private Case of;

  private int n;

  @Enumerated(EnumType.STRING)
  private Qualification qualification;

  private Boolean competent;

  @Basic
  @Convert(converter = CodesColumn.class)
  private Set<String> topics;

  @Enumerated(EnumType.STRING)
  private MatterStatus status;

  private Instant since;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Enumerated(EnumType.STRING)
  private Outcome outcome;

  @Enumerated(EnumType.STRING)
  private Manner manner;

  @OneToMany(mappedBy = "matter", cascade = CascadeType.PERSIST)
  @OrderBy("id")
  private List<Deadline> deadlines = new ArrayList<>();

  @OneToMany(mappedBy = "matter", cascade = CascadeType.PERSIST)
  @OrderBy("id")
  private List<QualificationDecision> decisions = new ArrayList<>();

  @OneToMany(mappedBy = "matter", cascade = CascadeType.PERSIST)
  @OrderBy("id")
  private List<Summons> summonses = new ArrayList<>();

  protected Matter() {}

  Matter(
      Case of,
      int n,
      Qualification qualification,
      MatterStatus status,
      Instant receivedAt,
      Instant at) {
    this.of = of;
    this.n = n;
    this.qualification = qualification;
    this.topics = Set.of();
    this.status = status;
    this.receivedAt = receivedAt;
    this.since = at;
  }

  /** Whether the table has this step. */
  public boolean may(Class<? extends CaseEvent> event) {
    return status.after(event).isPresent();
  }

  /**
   * Whether it may go to another body now: only something formal for which this office is not
   * competent does (KPA art. 231).
   */
  public boolean mayForward() {
    return qualification.isFormal()
        && Boolean.FALSE.equals(competent)
        && may(CaseEvent.MatterForwarded.class);
  }

  /** The only place where a status changes. False when the table does not have this step. */
  boolean hear(Class<? extends CaseEvent> event, Instant at) {
    var next = status.after(event);
    if (next.isEmpty()) {
      return false;
    }
    if (next.get() != status) {
      status = next.get();
      since = at;
    }
    tellClocks(event, at);
    return true;
  }

  /** An event that may not change the status is still heard by the clocks. */
  void tellClocks(Class<? extends CaseEvent> event, Instant at) {
    // of several of one clock only the first still running hears it: a check after 30 days does not
    // meet the one after 90
    var heard = new HashSet<String>();
    deadlines.stream()
        .filter(Deadline::isRunning)
        .sorted(Comparator.comparing(Deadline::nth))
        .filter(deadline -> heard.add(deadline.clock()))
        .toList()
        .forEach(deadline -> deadline.hear(event.getSimpleName(), at));
  }

  /** Whether a clock runs that this event would meet. */
  boolean waitsFor(Class<? extends CaseEvent> event) {
    return deadlines.stream().anyMatch(deadline -> deadline.isMetBy(event.getSimpleName()));
  }

  /** What runs since an earlier start of this kind gives way to a new one. */
  void giveWay(String start, Law law, Instant now) {
    deadlines.stream()
        .filter(d -> law.starts(d.clock(), start))
        .forEach(deadline -> deadline.giveWay(now));
  }

  /**
   * Starts the clocks that fit now and have not been started yet; stops running ones that no longer
   * fit. What another body has already got starts no clock of a receipt any more, however it is
   * corrected.
   */
  void setClocks(String start, Instant from, ClockRule.Facts facts, Law law, Instant now) {
    var fitting =
        law.starting(start, facts).stream()
            .filter(
                rule -> !(Boolean.TRUE.equals(competent) && rule.stoppedBy().contains(COMPETENT)))
            .toList();
    boolean received = start.equals(ClockRule.RECEIPT) || start.equals(ClockRule.FILING);
    if (received) {
      deadlines.stream()
          .filter(Deadline::isRunning)
          .filter(d -> law.starts(d.clock(), start))
          .filter(d -> fitting.stream().noneMatch(r -> r.clock().equals(d.clock())))
          .forEach(d -> d.stop(now));
    }
    if (received && status == MatterStatus.TRANSFERRED_231) {
      return;
    }
    for (var rule : fitting) {
      boolean started =
          deadlines.stream()
              .anyMatch(
                  d ->
                      d.clock().equals(rule.clock())
                          && d.nth() == rule.nth()
                          && (received ? d.state() != Deadline.State.STOPPED : d.isRunning()));
      if (!started) {
        deadlines.add(Deadline.start(this, rule, from, law.calendar()));
      }
    }
  }

  void qualify(
      Qualification as,
      Boolean isCompetent,
      Set<String> about,
      long by,
      Sealed reason,
      Instant at) {
    qualification = as;
    competent = isCompetent;
    topics = Collections.unmodifiableSet(new LinkedHashSet<>(about));
    decisions.add(new QualificationDecision(this, as, by, at, reason));
  }

  void extend(Deadline deadline, LocalDate newDay, Sealed why, Instant at, LegalCalendar calendar) {
    deadlines.add(deadline.extend(newDay, why, at, calendar));
  }

  /** The reporter makes it formal: from now on it is that, and received now. */
  void upgrade(Qualification as, Instant at) {
    qualification = as;
    receivedAt = at;
  }

  void summon(Summons summons) {
    summonses.add(summons);
  }

  /** Nobody examines it: nothing of it runs any more. */
  void leave(Instant at) {
    manner = qualification == Qualification.COMPLAINT_KPA ? Manner.BEZ_ROZPOZNANIA : null;
    deadlines.forEach(deadline -> deadline.stop(at));
    endSummons(at);
  }

  /**
   * What still runs since the filing in a matter that is left goes on in this one, with the dates
   * that were told.
   */
  void takeOver(Matter left, Instant filed, ClockRule.Facts facts, Law law) {
    law.starting(ClockRule.FILING, facts).stream()
        .filter(rule -> left.running(rule.clock()).isPresent())
        .forEach(rule -> deadlines.add(Deadline.start(this, rule, filed, law.calendar())));
  }

  /** Whoever has the matter now, nobody waits for its completion any more. */
  void endSummons(Instant at) {
    openSummons().ifPresent(summons -> summons.end(Summons.State.ENDED, at));
  }

  /** The summons that the person has not answered yet. */
  public Optional<Summons> openSummons() {
    return summonses.stream().filter(Summons::isOpen).findFirst();
  }

  /** All that were ever sent, oldest first. */
  public List<Summons> summonses() {
    return List.copyOf(summonses);
  }

  /** Ends with the report that was taken back: nothing runs any more. */
  void withdraw(Instant at) {
    outcome = Outcome.WITHDRAWN;
    endSummons(at);
    deadlines.forEach(deadline -> deadline.stop(at));
  }

  void conclude(Outcome how, Manner settled) {
    outcome = how;
    manner = settled;
  }

  /** The running clock of this code that ends first. */
  public Optional<Deadline> running(String clock) {
    return deadlines.stream()
        .filter(Deadline::isRunning)
        .filter(d -> d.clock().equals(clock))
        .min(Comparator.comparing(Deadline::dueAt));
  }

  public int n() {
    return n;
  }

  public Qualification qualification() {
    return qualification;
  }

  /** Whether this office is competent; {@code null} while nobody has decided. */
  public Boolean competent() {
    return competent;
  }

  /** Codes of {@link Topic}. */
  public Set<String> topics() {
    return topics;
  }

  public MatterStatus status() {
    return status;
  }

  /** Since when it has this status. */
  public Instant since() {
    return since;
  }

  /** When the report, or the formal matter, was received: where its clocks begin. */
  public Instant receivedAt() {
    return receivedAt;
  }

  public Outcome outcome() {
    return outcome;
  }

  public Manner manner() {
    return manner;
  }

  public List<Deadline> deadlines() {
    return List.copyOf(deadlines);
  }

  public List<QualificationDecision> decisions() {
    return List.copyOf(decisions);
  }

  Case of() {
    return of;
  }
}
