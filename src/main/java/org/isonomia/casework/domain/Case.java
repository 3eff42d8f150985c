package org.isonomia.casework.domain;

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
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.isonomia.casework.CaseEvent;
import org.isonomia.casework.CaseEvent.*;
import org.isonomia.casework.Manner;
import org.isonomia.casework.Outcome;
import org.isonomia.casework.Qualification;
import org.isonomia.intake.ReportFacts;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;
import org.isonomia.shared.Problem;

/**
 * A report on its way to an outcome. It is opened with one matter when the report is filed, is
 * acknowledged and qualified at the intake desk, assessed by a case handler, who informs, refers,
 * brings it to the Council or forwards it as often as it helps, then proposes an outcome, which
 * another person confirms; the reporter is told and the matter is closed. Once the triage is done,
 * further matters may be added: each is qualified, forwarded and concluded by itself, while a
 * referral, a question or the Council concerns every matter that is then in progress. With its last
 * matter the case is closed, and later somebody checks, as often as the law book says, that nobody
 * was punished for complaining (KPA art. 225). Each verb asks {@link MatterStatus#TABLE}, changes,
 * moves the clocks and returns what happened.
 */
@Personal(
    purpose = Purpose.CASES,
    about = {About.REPORTER, About.RESPONDENT, About.STAFF},
    category = {Category.CONTENT, Category.CODES})
@Entity(name = "CaseFile")
@Table(name = "casework_case")
public class Case {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private long id;

  private String number;

  @Version private long version;

  private String language;
  private String area;
  private String respondent;

  /**
   * Codes of the report's grounds, each between commas, so that one is found: {@code ,SEX,AGE,}.
   */
  private String grounds;

  /** Key in the directory of the organisation the report is about, once somebody has set it. */
  @Column(name = "respondent_institution")
  private Long respondentInstitution;

  @Column(name = "identity_mode")
  private String identityMode;

  private boolean complete;

  @Column(name = "title_sealed")
  private Sealed title;

  private Long assignee;

  @Column(name = "assigned_at")
  private Instant assignedAt;

  @Enumerated(EnumType.STRING)
  private Priority priority;

  @Enumerated(EnumType.STRING)
  private Risk risk;

  private String referral;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "touched_at")
  private Instant touchedAt;

  @Column(name = "closed_at")
  private Instant closedAt;

  @Column(name = "reminded_at")
  private Instant remindedAt;

  @Column(name = "escalated_at")
  private Instant escalatedAt;

  @Column(name = "reporter_wrote_at")
  private Instant reporterWroteAt;

  @OneToMany(mappedBy = "of", cascade = CascadeType.PERSIST)
  @OrderBy("n")
  private List<Matter> matters = new ArrayList<>();

  @OneToMany(mappedBy = "of", cascade = CascadeType.PERSIST)
  @OrderBy("n")
  private List<OutcomeProposal> proposals = new ArrayList<>();

  @OneToMany(mappedBy = "of", cascade = CascadeType.PERSIST)
  @OrderBy("id")
  private List<CaseNote> notes = new ArrayList<>();

  @OneToMany(mappedBy = "of", cascade = CascadeType.PERSIST)
  @OrderBy("id")
  private List<Conflict> conflicts = new ArrayList<>();

  protected Case() {}

  /**
   * Opens the case of a report with its first matter. What the reporter asked for is the first
   * qualification; a formal one without name and address is a signal, so that nothing is lost.
   */
  public static Case open(ReportFacts report, Sealed title, Law law) {
    var opened = new Case();
    opened.number = report.number().value();
    opened.language = report.language();
    opened.area = report.area();
    opened.respondent = report.respondentType();
    opened.grounds = grounds(report);
    opened.identityMode = report.identityMode();
    opened.complete = report.completeForFormal();
    opened.title = title;
    opened.priority = Priority.first(report);
    opened.risk = Risk.first(report);
    opened.openedAt = report.filedAt();
    opened.touchedAt = report.filedAt();
    var asked = Qualification.valueOf(report.requested());
    var first = asked.isFormal() && !report.completeForFormal() ? Qualification.SIGNAL : asked;
    var matter = new Matter(opened, 1, first, MatterStatus.NEW, report.filedAt(), report.filedAt());
    opened.matters.add(matter);
    opened.setClocks(matter, report, law, report.filedAt());
    return opened;
  }

  public CaseOpened opened() {
    return new CaseOpened(number(), lead().qualification(), openedAt);
  }

  /**
   * A person of the office has written to the reporter that the report has come and who reads it.
   */
  public ReportAcknowledged acknowledge(Instant at) {
    happen(ReportAcknowledged.class, at);
    return new ReportAcknowledged(number(), at);
  }

  /**
   * Somebody decides what a matter is in law, whether this office is competent, and how urgent it
   * is. May be decided again later; earlier decisions stay readable.
   *
   * @param competent {@code null} where the question does not arise
   * @param newTitle {@code null} to keep the title
   * @throws Problem invalid when a formal qualification lacks the reporter's name or address
   */
  public List<CaseEvent> qualify(
      int matter,
      Qualification qualification,
      Boolean competent,
      Risk newRisk,
      Priority newPriority,
      Set<String> newTopics,
      Sealed newTitle,
      Sealed reason,
      long by,
      ReportFacts report,
      Law law,
      Instant at) {
    refuseFormalWithoutName(qualification);
    var it = matter(matter);
    happenIn(it, MatterQualified.class, at);
    risk = newRisk;
    priority = newPriority;
    if (newTitle != null) {
      title = newTitle;
    }
    it.qualify(qualification, competent, newTopics, by, reason, at);
    if (!qualification.isFormal() && it.openSummons().isPresent()) {
      // a signal needs nothing of what was asked: the person is not waited for any more
      it.endSummons(at);
      it.running(Deadline.SUPPLEMENT).ifPresent(deadline -> deadline.stop(at));
      it.hear(SummonsAnswered.class, at);
    }
    setClocks(it, report, law, at);
    var events = new ArrayList<CaseEvent>();
    events.add(new MatterQualified(number(), matter, qualification, at));
    events.addAll(confirmCompetence(it, at));
    return events;
  }

  /**
   * The report holds a further matter, which goes its own way from now on: its clocks begin today.
   *
   * @param competent {@code null} where the question does not arise
   * @throws Problem invalid when a formal qualification lacks the reporter's name or address;
   *     conflict before the triage is done and after closing
   */
  public List<CaseEvent> addMatter(
      Qualification qualification,
      Boolean competent,
      Set<String> topics,
      Sealed reason,
      long by,
      ReportFacts report,
      Law law,
      Instant at) {
    refuseFormalWithoutName(qualification);
    happen(MatterAdded.class, at);
    var added =
        new Matter(this, matters.size() + 1, qualification, MatterStatus.IN_PROGRESS, at, at);
    added.qualify(qualification, competent, topics, by, reason, at);
    matters.add(added);
    setClocks(added, report, law, at);
    var events = new ArrayList<CaseEvent>();
    events.add(new MatterAdded(number(), added.n(), qualification, at));
    events.addAll(confirmCompetence(added, at));
    return events;
  }

  /** The reporter has said who they are. */
  public void reporterDisclosed(String mode, boolean isComplete) {
    identityMode = mode;
    complete = isComplete;
  }

  /**
   * The reporter has corrected answers: the case is found and told by what is true now. Which
   * institution is competent, how urgent it is and which clocks run was decided by a person and
   * stays, until a person decides again. Danger alone waits for nobody: see {@link #dangerTold}.
   */
  public void reporterCorrected(ReportFacts report) {
    area = report.area();
    respondent = report.respondentType();
    grounds = grounds(report);
    complete = report.completeForFormal();
  }

  /** Whether what is told now is more urgent, by the rule of filing, than what stands. */
  public boolean isMoreUrgentNow(ReportFacts report) {
    return closedAt == null
        && report.isInDanger()
        && (Priority.first(report).compareTo(priority) < 0
            || Risk.first(report).compareTo(risk) > 0);
  }

  /**
   * The reporter has told after filing that there is danger now. The rule of filing raises priority
   * and risk and never lowers them, as nobody can wait until the office reads what changed. Clocks
   * stay: they count from the filing, and one that had passed before the danger was told would tell
   * of a delay that there was not.
   *
   * @param why sealed under (case number, "note")
   */
  public NoteAdded dangerTold(ReportFacts report, Sealed why, Instant at) {
    var first = Priority.first(report);
    priority = first.compareTo(priority) < 0 ? first : priority;
    var risen = Risk.first(report);
    risk = risen.compareTo(risk) > 0 ? risen : risk;
    return note(CaseNote.DANGER_TOLD, why, null, at);
  }

  private static String grounds(ReportFacts report) {
    return "," + String.join(",", report.grounds()) + ",";
  }

  /**
   * The reporter asks that the report be dealt with as something formal; its clocks begin today.
   * While nobody has qualified the report, its only matter becomes that. Afterwards it is a matter
   * of its own beside the signal: a referral, a brief or a proposed outcome of the signal goes on,
   * and when the formal matter fails the signal is still there.
   *
   * @throws Problem conflict "already-formal" when something formal is open, "case-closed" when
   *     nothing is open; invalid when name or address is not known
   */
  public CaseEvent makeFormal(Qualification kind, ReportFacts report, Law law, Instant at) {
    refuseFormalWithoutName(kind);
    if (closedAt != null) {
      throw Problem.conflict("case-closed");
    }
    if (isFormal()) {
      throw Problem.conflict("already-formal");
    }
    touchedAt = at;
    if (may(MatterUpgraded.class)) {
      var first = matter(1);
      happenIn(first, MatterUpgraded.class, at);
      first.upgrade(kind, at);
      setClocks(first, report, law, at);
      return new MatterUpgraded(number(), first.n(), kind, at);
    }
    happen(MatterAdded.class, at);
    var added = new Matter(this, matters.size() + 1, kind, MatterStatus.IN_PROGRESS, at, at);
    matters.add(added);
    setClocks(added, report, law, at);
    return new MatterAdded(number(), added.n(), kind, at);
  }

  /** Whether something formal is open. */
  public boolean isFormal() {
    return matters.stream().anyMatch(m -> m.status().isOpen() && m.qualification().isFormal());
  }

  /**
   * The reporter takes the report back. Every open matter ends with it, whatever was about to
   * happen; nobody asks them about retaliation later, because they said that it is enough.
   *
   * @throws Problem conflict "case-closed" when nothing is open
   */
  public List<CaseEvent> withdraw(Instant at) {
    var open = matters.stream().filter(m -> m.status().isOpen()).toList();
    if (open.isEmpty()) {
      throw Problem.conflict("case-closed");
    }
    happen(CaseWithdrawn.class, at);
    open.forEach(m -> m.withdraw(at));
    happen(CaseClosed.class, at);
    referral = null;
    closedAt = at;
    return List.of(
        new CaseWithdrawn(number(), at), new CaseClosed(number(), Outcome.WITHDRAWN, at));
  }

  /**
   * The person is asked to complete a formal matter, with what is missing.
   *
   * @param words what is asked, sealed under (case number, "summons"); may be {@code null}
   * @throws Problem invalid when the matter is not formal or nothing is missing; conflict
   *     "summons-open" while an earlier one is not answered
   */
  public ReporterSummoned summon(
      int matter, Set<Summons.Missing> missing, Sealed words, long by, Instant at) {
    var it = matter(matter);
    refuseUnlessFormal(it);
    if (missing.isEmpty()) {
      throw Problem.invalid(
          "incomplete", new Problem.FieldError("missing", "casework.error.missing"));
    }
    if (it.openSummons().isPresent()) {
      throw Problem.conflict("summons-open");
    }
    happenIn(it, ReporterSummoned.class, at);
    it.summon(new Summons(it, missing, words, by, at));
    return new ReporterSummoned(number(), matter, at);
  }

  private static void refuseUnlessFormal(Matter matter) {
    if (!matter.qualification().isFormal()) {
      throw Problem.invalid(
          "incomplete", new Problem.FieldError("matter", "casework.error.summonsNeedsFormal"));
    }
  }

  /** Matters whose reporter is asked to complete them. */
  public List<Matter> summoned() {
    return matters.stream().filter(m -> m.openSummons().isPresent()).toList();
  }

  /**
   * The reporter has read what lies in the mailbox: each summons that had not reached them has now,
   * and their time begins.
   */
  public List<CaseEvent> reporterReadSummons(Law law, Instant at) {
    var today = LocalDate.ofInstant(at, AppClock.CITY);
    var events = new ArrayList<CaseEvent>();
    for (var matter : summoned()) {
      if (matter.openSummons().orElseThrow().state() == Summons.State.SENT) {
        events.add(deliverSummons(matter.n(), today, law, at));
      }
    }
    return events;
  }

  /**
   * The summons reached the person on this day: the clock counts from the day after it.
   *
   * @throws Problem conflict "no-summons", or "summons-delivered" when it had reached them before;
   *     invalid for a day before it was sent or still to come
   */
  public CaseEvent deliverSummons(int matter, LocalDate on, Law law, Instant at) {
    var it = matter(matter);
    var summons = it.openSummons().orElseThrow(() -> Problem.conflict("no-summons"));
    if (summons.state() == Summons.State.DELIVERED) {
      throw Problem.conflict("summons-delivered");
    }
    if (on.isAfter(LocalDate.ofInstant(at, AppClock.CITY))
        || on.isBefore(LocalDate.ofInstant(summons.sentAt(), AppClock.CITY))) {
      throw Problem.invalid(
          "incomplete", new Problem.FieldError("day", "casework.error.deliveredDay"));
    }
    happenIn(it, SummonsDelivered.class, at);
    summons.deliver(on);
    it.setClocks(
        ClockRule.SUMMONS_DELIVERED,
        on.atStartOfDay(AppClock.CITY).toInstant(),
        facts(it, null),
        law,
        at);
    return new SummonsDelivered(number(), matter, at);
  }

  /**
   * What was missing in a matter was completed, in time or late. Others that are asked for
   * something wait on.
   *
   * @param n of the matter; empty when nobody was asked there
   */
  public Optional<CaseEvent> completeSummons(int n, Instant at) {
    return summoned().stream()
        .filter(matter -> matter.n() == n)
        .findFirst()
        .map(
            matter -> {
              happenIn(matter, SummonsAnswered.class, at);
              matter.openSummons().orElseThrow().end(Summons.State.COMPLETED, at);
              return new SummonsAnswered(number(), n, at);
            });
  }

  /**
   * Whether a formal matter may be left without examination now: name or address are not known, or
   * the person was asked to complete it and their time is over (regulation of 8 January 2002, § 8).
   * Never while an outcome of it waits for its second person.
   */
  public boolean mayLeaveUnexamined(Matter matter, Instant at) {
    return matter.qualification().isFormal()
        && matter.may(MatterLeftUnexamined.class)
        && !isProposed(matter)
        && (!complete || isTimeToCompleteOver(matter, at));
  }

  private static boolean isTimeToCompleteOver(Matter matter, Instant at) {
    return matter.openSummons().isPresent()
        && matter
            .running(Deadline.SUPPLEMENT)
            .filter(deadline -> !at.isBefore(deadline.dueAt()))
            .isPresent();
  }

  private boolean isProposed(Matter matter) {
    return lastProposal()
        .filter(p -> p.matter() == matter.n())
        .filter(p -> p.state() != OutcomeProposal.State.RETURNED)
        .isPresent();
  }

  /**
   * Nobody examines a formal matter that cannot be examined; its words go on as a signal, so that
   * nothing is lost. Where a signal is open already, it is that one.
   *
   * @param reason sealed under (case number, "note")
   * @param decision the same reason, sealed under (case number, "qualification")
   * @throws Problem invalid when the matter is not formal; conflict "may-not-be-left"
   */
  public List<CaseEvent> leaveUnexamined(
      int matter,
      Sealed reason,
      Sealed decision,
      long by,
      ReportFacts report,
      Law law,
      Instant at) {
    var it = matter(matter);
    refuseUnlessFormal(it);
    if (!mayLeaveUnexamined(it, at)) {
      throw Problem.conflict("may-not-be-left");
    }
    var events = new ArrayList<CaseEvent>();
    var signal = openSignal().orElse(null);
    if (signal == null) {
      signal =
          new Matter(
              this, matters.size() + 1, Qualification.SIGNAL, MatterStatus.IN_PROGRESS, at, at);
      signal.qualify(Qualification.SIGNAL, null, it.topics(), by, decision, at);
      matters.add(signal);
      signal.takeOver(it, openedAt, facts(signal, report), law);
      signal.setClocks(ClockRule.RECEIPT, at, facts(signal, report), law, at);
      signal.setClocks(ClockRule.SIGNAL_CONTINUES, at, facts(signal, report), law, at);
      events.add(new MatterAdded(number(), signal.n(), Qualification.SIGNAL, at));
    }
    happenIn(it, MatterLeftUnexamined.class, at);
    it.leave(at);
    notes.add(new CaseNote(this, CaseNote.LEFT_UNEXAMINED, reason, by, at));
    events.add(0, new MatterLeftUnexamined(number(), matter, at));
    return events;
  }

  private Optional<Matter> openSignal() {
    return matters.stream()
        .filter(m -> m.status().isOpen() && m.qualification() == Qualification.SIGNAL)
        .findFirst();
  }

  private void refuseFormalWithoutName(Qualification qualification) {
    if (qualification.isFormal() && !complete) {
      throw Problem.invalid(
          "formal-needs-name-and-address",
          new Problem.FieldError("qualification", "casework.error.formalNeedsName"));
    }
  }

  private List<CaseEvent> confirmCompetence(Matter matter, Instant at) {
    if (!Boolean.TRUE.equals(matter.competent())) {
      return List.of();
    }
    happenIn(matter, CompetenceConfirmed.class, at);
    return List.of(new CompetenceConfirmed(number(), matter.n(), at));
  }

  /** The report was filed once: only its own matter has the clocks of the filing. */
  private void setClocks(Matter matter, ReportFacts report, Law law, Instant now) {
    if (matter.n() == 1) {
      matter.setClocks(ClockRule.FILING, openedAt, facts(matter, report), law, now);
    }
    matter.setClocks(ClockRule.RECEIPT, matter.receivedAt(), facts(matter, report), law, now);
  }

  /** Gives the case to a person; {@code null} gives it back to the team. */
  public CaseAssigned assign(Long accountId, Instant at) {
    happen(CaseAssigned.class, at);
    assignee = accountId;
    assignedAt = accountId == null ? null : at;
    return new CaseAssigned(number(), accountId, at);
  }

  /**
   * The case handler has looked at the case and chosen what helps now.
   *
   * @throws Problem invalid when no matter of the case can go there now
   */
  public CaseAssessed assess(NextStep choice, Instant at) {
    if (may(CaseAssessed.class) && !offers(choice)) {
      throw Problem.invalid(
          "incomplete",
          new Problem.FieldError(
              "choice",
              choice == NextStep.FORWARD
                  ? "casework.error.forwardNeedsFormal"
                  : "casework.error.choiceNotNow"));
    }
    happen(CaseAssessed.class, at);
    return new CaseAssessed(number(), choice.name(), at);
  }

  /**
   * Whether this step leads anywhere now; only something formal for which this office is not
   * competent is forwarded (KPA art. 231).
   */
  public boolean offers(NextStep step) {
    return matters.stream()
        .filter(m -> step != NextStep.FORWARD || m.mayForward())
        .anyMatch(m -> m.may(step.opens()));
  }

  public ReporterInformed inform(Instant at) {
    happen(ReporterInformed.class, at);
    return new ReporterInformed(number(), at);
  }

  /** A referral waits for the reporter's consent. */
  public ConsentAwaited awaitConsent(String referralNumber, Instant at) {
    happen(ConsentAwaited.class, at);
    referral = referralNumber;
    return new ConsentAwaited(number(), at);
  }

  /** A referral has gone to the partner. */
  public MatterReferred refer(String referralNumber, Instant at) {
    happen(MatterReferred.class, at);
    referral = referralNumber;
    return new MatterReferred(number(), at);
  }

  /**
   * The referral the case waited for has ended, well or not. Nothing happens for another referral.
   */
  public Optional<ReferralConcluded> concludeReferral(String referralNumber, Instant at) {
    if (!referralNumber.equals(referral)) {
      return Optional.empty();
    }
    happen(ReferralConcluded.class, at);
    referral = null;
    return Optional.of(new ReferralConcluded(number(), at));
  }

  public BriefProposed proposeBrief(String item, Instant at) {
    happen(BriefProposed.class, at);
    return new BriefProposed(number(), item, at);
  }

  /**
   * The Council is done with the item. Nothing happens when the case does not wait for the Council.
   */
  public Optional<CouncilAnswered> hearCouncil(String item, Instant at) {
    if (!may(CouncilAnswered.class)) {
      return Optional.empty();
    }
    happen(CouncilAnswered.class, at);
    return Optional.of(new CouncilAnswered(number(), item, at));
  }

  /**
   * Another body is competent and has been written to (KPA art. 231).
   *
   * @throws Problem conflict when it cannot go there at this stage; invalid when it is nothing
   *     formal or this office is competent, and when the body is the one complained of or serves
   *     under them (KPA art. 232)
   */
  public MatterForwarded forward(int matter, ForwardBar.Recipient to, Law law, Instant at) {
    var it = matter(matter);
    if (it.may(MatterForwarded.class) && !it.mayForward()) {
      throw Problem.invalid(
          "incomplete", new Problem.FieldError("matter", "casework.error.forwardNeedsFormal"));
    }
    if (isBarred(it, to, law)) {
      throw Problem.invalid(
          "incomplete",
          new Problem.FieldError("institution", "casework.error.forwardToRespondent"));
    }
    happenIn(it, MatterForwarded.class, at);
    it.endSummons(at);
    return new MatterForwarded(number(), matter, at);
  }

  private boolean isBarred(Matter matter, ForwardBar.Recipient to, Law law) {
    var kind = matter.qualification();
    return (to.respondent() && kind == Qualification.COMPLAINT_KPA)
        || law.bars().stream().anyMatch(bar -> bar.bars(kind.name(), respondent, to));
  }

  /** How a matter is to end, with the very letter; waits for another person. */
  public OutcomeProposed propose(
      int matter, Outcome outcome, Manner manner, Sealed letter, Sealed copy, long by, Instant at) {
    happenIn(matter(matter), OutcomeProposed.class, at);
    proposals.add(
        new OutcomeProposal(
            this, proposals.size() + 1, matter, outcome, manner, letter, copy, by, at));
    return new OutcomeProposed(number(), matter, outcome, at);
  }

  /**
   * A second person confirms.
   *
   * @throws Problem conflict "second-person-needed" when it is the one who proposed
   */
  public OutcomeConfirmed confirm(long by, Instant at) {
    var proposal = openProposal();
    proposal.decide(OutcomeProposal.State.CONFIRMED, by, null, at);
    happenIn(matter(proposal.matter()), OutcomeConfirmed.class, at);
    return new OutcomeConfirmed(number(), proposal.matter(), proposal.outcome(), at);
  }

  /** The second person gives it back with a reason. */
  public OutcomeReturned giveBack(Sealed reason, long by, Instant at) {
    var proposal = openProposal();
    proposal.decide(OutcomeProposal.State.RETURNED, by, reason, at);
    happenIn(matter(proposal.matter()), OutcomeReturned.class, at);
    return new OutcomeReturned(number(), proposal.matter(), at);
  }

  /** The letter lies in the reporter's mailbox. */
  public ReporterTold tell(Instant at) {
    var matter = matter(confirmedProposal().matter());
    happenIn(matter, ReporterTold.class, at);
    return new ReporterTold(number(), matter.n(), at);
  }

  /**
   * Closes the matter whose outcome was confirmed. With the last open one the case is closed and
   * the retaliation checks begin.
   */
  public List<CaseEvent> close(Law law, Instant at) {
    var confirmed = confirmedProposal();
    var matter = matter(confirmed.matter());
    happenIn(matter, MatterClosed.class, at);
    matter.endSummons(at);
    matter.conclude(
        confirmed.outcome(),
        matter.qualification() == Qualification.COMPLAINT_KPA ? confirmed.manner() : null);
    var events = new ArrayList<CaseEvent>();
    events.add(new MatterClosed(number(), matter.n(), confirmed.outcome(), at));
    if (matters.stream().noneMatch(m -> m.status().isOpen())) {
      happen(CaseClosed.class, at);
      closedAt = at;
      lead().setClocks(ClockRule.CLOSING, at, facts(lead(), null), law, at);
      events.add(new CaseClosed(number(), confirmed.outcome(), at));
    }
    return events;
  }

  private OutcomeProposal confirmedProposal() {
    return lastProposal()
        .filter(p -> p.state() == OutcomeProposal.State.CONFIRMED)
        .orElseThrow(() -> Problem.conflict("outcome-not-confirmed"));
  }

  /** Somebody asked whether complaining had a price; the check that is due first is done. */
  public RetaliationChecked checkRetaliation(Instant at) {
    var check = running("RETALIATION_CHECK");
    happen(RetaliationChecked.class, at);
    return new RetaliationChecked(number(), check.map(d -> d.term().amount()).orElse(0), at);
  }

  /**
   * The office wrote to the reporter, if need be after closing. A question makes the case wait for
   * an answer, where it can wait; a further question gives the whole time again.
   */
  public CaseEvent message(boolean question, Law law, Instant at) {
    if (question && may(ReporterAsked.class)) {
      happen(ReporterAsked.class, at);
      matters.forEach(m -> m.giveWay(ClockRule.REPORTER_ASKED, law, at));
      lead().setClocks(ClockRule.REPORTER_ASKED, at, facts(lead(), null), law, at);
      return new ReporterAsked(number(), at);
    }
    happen(ReporterMessaged.class, at);
    return new ReporterMessaged(number(), at);
  }

  /**
   * The reporter wrote; an open question is answered by it, whatever has become of the case since
   * it was asked.
   */
  public Optional<ReporterAnswered> reporterWrote(Instant at) {
    reporterWroteAt = at;
    touchedAt = at;
    // what the law asks to be completed is completed in its own form, not by any letter
    var answerable = matters.stream().filter(m -> m.openSummons().isEmpty()).toList();
    boolean waits = answerable.stream().anyMatch(m -> m.status() == MatterStatus.AWAITING_REPORTER);
    // a reporter who is asked for consent answers by the consent, not by a letter
    boolean consent = waits && referral != null;
    boolean asked = matters.stream().anyMatch(m -> m.waitsFor(ReporterAnswered.class));
    if (!asked && (consent || !waits)) {
      return Optional.empty();
    }
    if (consent) {
      matters.forEach(m -> m.tellClocks(ReporterAnswered.class, at));
    } else {
      answerable.forEach(m -> m.hear(ReporterAnswered.class, at));
      summoned().forEach(m -> m.tellClocks(ReporterAnswered.class, at));
    }
    return Optional.of(new ReporterAnswered(number(), at));
  }

  /** A person of the office has read or answered what the reporter wrote. */
  public void heardReporter() {
    reporterWroteAt = null;
  }

  /**
   * Names a new date before the old one has passed, with the reason (KPA art. 237 § 4, art. 36).
   *
   * @throws Problem conflict when the clock does not run or its date has passed; invalid when the
   *     day is not later
   */
  public DeadlineExtended extend(
      int matter, String clock, LocalDate newDay, Sealed reason, Law law, Instant at) {
    var deadline =
        matter(matter).running(clock).orElseThrow(() -> Problem.conflict("clock-not-running"));
    if (!at.isBefore(deadline.dueAt())) {
      throw Problem.conflict("deadline-passed");
    }
    if (!newDay.isAfter(deadline.dueOn())) {
      throw Problem.invalid(
          "new-date-not-later", new Problem.FieldError("day", "casework.error.dayNotLater"));
    }
    happenIn(deadline.matter(), DeadlineExtended.class, at);
    deadline.matter().extend(deadline, newDay, reason, at, law.calendar());
    return new DeadlineExtended(number(), clock, at);
  }

  /**
   * The operator of the cameras has been asked to keep the recording; also where no clock runs,
   * because cameras hang in more places than the law book knows.
   */
  public CctvRequested requestCctv(Instant at) {
    happen(CctvRequested.class, at);
    return new CctvRequested(number(), at);
  }

  public NoteAdded note(String kind, Sealed text, Long by, Instant at) {
    happen(NoteAdded.class, at);
    notes.add(new CaseNote(this, kind, text, by, at));
    return new NoteAdded(number(), at);
  }

  /**
   * Somebody may not take part in this case (KPA art. 24).
   *
   * @param readers accounts of those who can read the case now
   * @param reason sealed under (case number, "conflict")
   * @throws Problem conflict "already-kept-out", or "nobody-would-stay" when no other of them could
   *     read it afterwards
   */
  public PersonKeptOut keepOut(
      long account, Set<Long> readers, Sealed reason, long saidBy, Instant at) {
    if (isKeptOut(account)) {
      throw Problem.conflict("already-kept-out");
    }
    if (readers.stream().noneMatch(reader -> reader != account && !isKeptOut(reader))) {
      throw Problem.conflict("nobody-would-stay");
    }
    happen(PersonKeptOut.class, at);
    conflicts.add(new Conflict(this, account, reason, saidBy, at));
    return new PersonKeptOut(number(), account, at);
  }

  /**
   * There is no conflict any more, or there never was one.
   *
   * @param reason sealed under (case number, "conflictEnd")
   * @throws Problem conflict "not-kept-out", or forbidden "not-yours" to let oneself back in
   */
  public PersonLetBackIn letBackIn(long account, Sealed reason, long by, Instant at) {
    var running =
        conflicts.stream()
            .filter(c -> c.isRunning() && c.account() == account)
            .findFirst()
            .orElseThrow(() -> Problem.conflict("not-kept-out"));
    if (by == account) {
      throw Problem.forbidden("not-yours");
    }
    happen(PersonLetBackIn.class, at);
    running.end(reason, by, at);
    return new PersonLetBackIn(number(), account, at);
  }

  /**
   * The intake desk is reminded. Empty when the triage has meanwhile been done: jobs run at least
   * once.
   */
  public Optional<TriageReminded> remindTriage(Instant at) {
    if (!may(TriageReminded.class)) {
      return Optional.empty();
    }
    happen(TriageReminded.class, at);
    remindedAt = at;
    return Optional.of(new TriageReminded(number(), at));
  }

  /**
   * A coordinator has stepped in because the triage is late. Empty when the triage has meanwhile
   * been done: the task stays open beside it, and doing it then changes nothing.
   */
  public Optional<TriageEscalated> stepIn(Instant at) {
    if (!may(TriageEscalated.class)) {
      return Optional.empty();
    }
    happen(TriageEscalated.class, at);
    escalatedAt = at;
    return Optional.of(new TriageEscalated(number(), at));
  }

  /** Whether this may happen now to some matter of the case. */
  public boolean may(Class<? extends CaseEvent> event) {
    return matters.stream().anyMatch(m -> m.may(event));
  }

  /** Happens to every matter to which it may happen; to one at least. */
  private void happen(Class<? extends CaseEvent> event, Instant at) {
    boolean somewhere = false;
    for (var matter : matters) {
      somewhere |= matter.hear(event, at);
    }
    if (!somewhere) {
      throw Problem.conflict("not-at-this-stage");
    }
    touchedAt = at;
  }

  private void happenIn(Matter matter, Class<? extends CaseEvent> event, Instant at) {
    if (!matter.hear(event, at)) {
      throw Problem.conflict("not-at-this-stage");
    }
    touchedAt = at;
  }

  private ClockRule.Facts facts(Matter matter, ReportFacts report) {
    return new ClockRule.Facts(
        matter.qualification().name(),
        priority.name(),
        area,
        respondent,
        report == null ? Set.of() : report.conduct(),
        report == null ? Set.of() : report.grounds(),
        matter.topics());
  }

  private OutcomeProposal openProposal() {
    return lastProposal()
        .filter(p -> p.state() == OutcomeProposal.State.PROPOSED)
        .orElseThrow(() -> Problem.conflict("no-outcome-proposed"));
  }

  /** The most active matter: what the case is about now. */
  public Matter lead() {
    return byActivity().get(0);
  }

  /** All matters, the most active first; of equally active ones the older. */
  public List<Matter> byActivity() {
    return matters.stream()
        .sorted(Comparator.comparing((Matter m) -> m.status().rank()).thenComparing(Matter::n))
        .toList();
  }

  public Matter matter(int n) {
    return matters.stream()
        .filter(m -> m.n() == n)
        .findFirst()
        .orElseThrow(() -> Problem.notFound("no-such-matter"));
  }

  /** The running deadline of this clock that ends first, in any matter. */
  public Optional<Deadline> running(String clock) {
    return matters.stream()
        .flatMap(m -> m.running(clock).stream())
        .min(Comparator.comparing(Deadline::dueAt));
  }

  /** All running deadlines, soonest first. */
  public List<Deadline> running() {
    return matters.stream()
        .flatMap(m -> m.deadlines().stream())
        .filter(Deadline::isRunning)
        .sorted(Comparator.comparing(Deadline::dueAt))
        .toList();
  }

  /** All deadlines in the order of their dates. */
  public List<Deadline> deadlines() {
    return matters.stream()
        .flatMap(m -> m.deadlines().stream())
        .sorted(Comparator.comparing(Deadline::dueAt))
        .toList();
  }

  public Optional<OutcomeProposal> lastProposal() {
    return proposals.isEmpty()
        ? Optional.empty()
        : Optional.of(proposals.get(proposals.size() - 1));
  }

  /** Key inside the house; also the order of opening. */
  public long id() {
    return id;
  }

  public CaseNumber number() {
    return new CaseNumber(number);
  }

  public long version() {
    return version;
  }

  /** Tag of the language the reporter reads. */
  public String language() {
    return language;
  }

  public String area() {
    return area;
  }

  public String respondent() {
    return respondent;
  }

  /**
   * Which organisation of the directory the report is about.
   *
   * @param institution {@code null} when it is none of them
   */
  public void isAbout(Long institution) {
    this.respondentInstitution = institution;
  }

  public Long respondentInstitution() {
    return respondentInstitution;
  }

  public String identityMode() {
    return identityMode;
  }

  /** Whether name and address are known, without which nothing formal is examined. */
  public boolean completeForFormal() {
    return complete;
  }

  /** Written by staff; sealed under (case number, "title"). */
  public Sealed title() {
    return title;
  }

  /** When it was given to whoever has it; {@code null} while nobody has. */
  public Instant assignedAt() {
    return assignedAt;
  }

  public Long assignee() {
    return assignee;
  }

  public Priority priority() {
    return priority;
  }

  public Risk risk() {
    return risk;
  }

  /** Codes of {@link Topic}, of all its matters. */
  public Set<String> topics() {
    var all = new LinkedHashSet<String>();
    matters.forEach(m -> all.addAll(m.topics()));
    return all;
  }

  /** Number of the referral the case waits for, or {@code null}. */
  public String referral() {
    return referral;
  }

  public Instant openedAt() {
    return openedAt;
  }

  public Instant closedAt() {
    return closedAt;
  }

  public Instant remindedAt() {
    return remindedAt;
  }

  public Instant escalatedAt() {
    return escalatedAt;
  }

  /** When the reporter last wrote something that nobody has read yet, or {@code null}. */
  public Instant reporterWroteAt() {
    return reporterWroteAt;
  }

  public List<Matter> matters() {
    return List.copyOf(matters);
  }

  public List<OutcomeProposal> proposals() {
    return List.copyOf(proposals);
  }

  /** All that were ever said, also those that have ended. */
  public List<Conflict> conflicts() {
    return List.copyOf(conflicts);
  }

  /** Whether this person takes no part in the case now. */
  public boolean isKeptOut(long account) {
    return conflicts.stream().anyMatch(c -> c.isRunning() && c.account() == account);
  }

  /** Accounts of those who take no part in the case now. */
  public List<Long> keptOut() {
    return conflicts.stream().filter(Conflict::isRunning).map(Conflict::account).toList();
  }

  public List<CaseNote> notes() {
    return List.copyOf(notes);
  }
}
