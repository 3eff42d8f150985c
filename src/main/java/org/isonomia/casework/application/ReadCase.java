package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.People;
import org.isonomia.access.Permission;
import org.isonomia.casework.CaseEvent;
import org.isonomia.casework.Manner;
import org.isonomia.casework.Outcome;
import org.isonomia.casework.Qualification;
import org.isonomia.casework.domain.Case;
import org.isonomia.casework.domain.Deadline;
import org.isonomia.casework.domain.Matter;
import org.isonomia.casework.domain.MatterStatus;
import org.isonomia.casework.domain.NextStep;
import org.isonomia.casework.domain.OutcomeProposal;
import org.isonomia.casework.domain.Priority;
import org.isonomia.casework.domain.Readings;
import org.isonomia.casework.domain.Risk;
import org.isonomia.casework.domain.Summons;
import org.isonomia.casework.domain.Term;
import org.isonomia.council.Agenda;
import org.isonomia.intake.Mailbox;
import org.isonomia.intake.OwnReport;
import org.isonomia.intake.ReportFacts;
import org.isonomia.intake.Reports;
import org.isonomia.partner.Directory;
import org.isonomia.partner.Institution;
import org.isonomia.privacy.Vault;
import org.isonomia.referral.ReferralDesk;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.workflow.OpenTask;
import org.isonomia.workflow.Trail;
import org.isonomia.workflow.Workflow;

/** Everything of a case that those who handle it may read, opened. */
@ApplicationScoped
@Transactional
public class ReadCase {
  /**
   * What every page of a case shows.
   *
   * @param version to notice that somebody else was quicker
   * @param respondentInstitution organisation of the directory it is about, or {@code null}
   * @param status of the most active matter, as qualification and competent
   * @param steps what may be chosen when the case is assessed now
   * @param assigneeName {@code null} while nobody has taken it
   * @param unread messages of the reporter that nobody of the office has read
   * @param assignedAt when it was given to whoever has it
   * @param letterNeeds what a letter must heed and nobody has seen to (LARGE_PRINT, EASY_READ)
   */
  public record Head(
      CaseNumber number,
      long version,
      String title,
      String language,
      String area,
      String respondent,
      Long respondentInstitution,
      String respondentOrganisation,
      String identityMode,
      boolean complete,
      Priority priority,
      Risk risk,
      Set<String> topics,
      MatterStatus status,
      Qualification qualification,
      Boolean competent,
      Long assignee,
      String assigneeName,
      Instant openedAt,
      Instant closedAt,
      Instant remindedAt,
      Instant escalatedAt,
      String referral,
      int unread,
      Set<NextStep> steps,
      List<MatterLine> matters,
      Instant assignedAt,
      Set<String> letterNeeds) {
    public boolean isOpen() {
      return closedAt == null;
    }

    /** Whether further matters may be added: the triage is done and something is open. */
    public boolean isUnderway() {
      return matters.stream().anyMatch(MatterLine::isUnderway);
    }
  }

  /**
   * One matter, in the order in which they were opened.
   *
   * @param mayForward whether it may now go to the body that is competent
   * @param mayConclude whether an outcome may now be proposed for it
   * @param summons what the person is asked to complete, {@code null} when nothing
   * @param maySummon whether they may be asked now
   * @param mayLeave whether it may be left without examination now
   */
  public record MatterLine(
      int n,
      Qualification qualification,
      Boolean competent,
      Set<String> topics,
      MatterStatus status,
      boolean mayForward,
      boolean mayConclude,
      Instant since,
      Outcome outcome,
      Manner manner,
      List<DecisionLine> decisions,
      SummonsLine summons,
      boolean maySummon,
      boolean mayLeave) {
    /** Between the triage and the end. */
    public boolean isUnderway() {
      return MatterStatus.underway().contains(status);
    }
  }

  /**
   * @param words opened, or {@code null}
   * @param deliveredOn {@code null} while it has not reached the person
   * @param dueOn the last day of their time; {@code null} while it has not begun
   * @param over whether that day has passed
   */
  public record SummonsLine(
      Set<String> missing,
      String words,
      String by,
      Instant sentAt,
      LocalDate deliveredOn,
      LocalDate dueOn,
      boolean over) {
    /** Its words stay out of logs. */
    @Override
    public String toString() {
      return "SummonsLine";
    }
  }

  public record DecisionLine(Qualification qualification, String by, Instant at, String reason) {}

  /** One clock and why its date is what it is. */
  public record DueLine(
      int matter,
      String clock,
      int nth,
      Deadline.State state,
      LocalDate startedOn,
      LocalDate countedOn,
      LocalDate dueOn,
      Instant dueAt,
      String movedBecause,
      int amount,
      Term.Unit unit,
      boolean statutory,
      String basis,
      Instant endedAt,
      LocalDate extendedFrom,
      String reason) {
    public boolean isRunning() {
      return state == Deadline.State.RUNNING;
    }
  }

  public record NoteLine(String kind, String text, String by, Instant at) {}

  /**
   * @param matter number of the matter it concludes
   * @param qualification what that matter is
   */
  public record ProposalLine(
      int matter,
      Qualification qualification,
      OutcomeProposal.State state,
      Outcome outcome,
      Manner manner,
      String letter,
      String copy,
      long proposedBy,
      String by,
      Instant at,
      String decidedBy,
      Instant decidedAt,
      String reason) {}

  /**
   * Somebody who is kept out, or was until {@code endedAt}.
   *
   * @param saidBy who found it; {@code null} when they said so themselves
   * @param couldSince since when they could have read the case; {@code null} when they are in the
   *     office no more
   * @param firstAt when they first opened it; {@code null} when never
   * @param lastAt when they last opened it, to the hour
   * @param refused how often they were refused, the last time at {@code refusedAt}
   */
  public record ConflictLine(
      long account,
      String name,
      Instant since,
      String saidBy,
      String reason,
      Instant couldSince,
      Instant firstAt,
      Instant lastAt,
      long refused,
      Instant refusedAt,
      Instant endedAt,
      String endedBy,
      String endReason) {}

  /**
   * @param others members of the office whom the reader might keep out; empty without that right
   */
  public record Conflicts(List<ConflictLine> lines, List<People.Person> others) {
    public List<ConflictLine> running() {
      return lines.stream().filter(line -> line.endedAt() == null).toList();
    }
  }

  /**
   * The whole page of a case.
   *
   * @param corrections what stood in the report before its reporter corrected it
   * @param tasks open user tasks, soonest first
   * @param people names of those who did a step of the trail
   * @param beside how it came, what the person needs, translations
   */
  public record Whole(
      Head head,
      ReportFacts facts,
      Reports.Content content,
      List<OwnReport.Corrected> corrections,
      List<Mailbox.Message> messages,
      List<Mailbox.Question> questions,
      List<ReferralDesk.Summary> referrals,
      List<Agenda.ItemSummary> items,
      List<DueLine> clocks,
      List<NoteLine> notes,
      List<ProposalLine> proposals,
      Conflicts conflicts,
      List<OpenIdentity.Line> openings,
      List<OpenTask> tasks,
      Optional<Trail> trail,
      Map<Long, String> people,
      ReadBeside.Beside beside) {}

  /** What the page of one task shows. */
  public record Task(
      Head head,
      ReportFacts facts,
      Reports.Content content,
      List<DueLine> clocks,
      List<ProposalLine> proposals,
      boolean open) {}

  @Inject Register register;
  @Inject Readings readings;
  @Inject ConflictBook conflicts;
  @Inject AppClock clock;
  @Inject Reports reports;
  @Inject OwnReport own;
  @Inject Mailbox mailbox;
  @Inject ReferralDesk referrals;
  @Inject Agenda agenda;
  @Inject Directory directory;
  @Inject OpenIdentity openings;
  @Inject People people;
  @Inject Workflow workflow;
  @Inject Vault vault;
  @Inject ReadBeside beside;

  @Allowed(value = Permission.READ_CASE, trace = Allowed.Trace.READ)
  public Whole whole(CaseNumber number) {
    var file = open(number);
    var trail = workflow.trail(OpenCase.PICTURE, number.value());
    return new Whole(
        head(file),
        reports.facts(number),
        reports.content(number),
        own.corrections(number),
        mailbox.thread(number),
        mailbox.questions(number),
        Actor.HOUSE.run(() -> referrals.of(number)),
        Actor.HOUSE.run(() -> agenda.of(number)),
        clocks(file),
        notes(file),
        proposals(file),
        conflicts.of(file),
        openings.of(number),
        workflow.openTasks(OpenCase.PICTURE, number.value()),
        trail,
        names(trail),
        beside.of(number));
  }

  /**
   * @param task id of the user task in the picture; several of one page are given with a comma
   */
  @Allowed(value = Permission.READ_CASE, trace = Allowed.Trace.READ)
  public Task task(CaseNumber number, String task) {
    var file = open(number);
    boolean open = false;
    for (var one : task.split(",")) {
      open |= workflow.isOpen(OpenCase.PICTURE, number.value(), one);
    }
    return new Task(
        head(file),
        reports.facts(number),
        reports.content(number),
        clocks(file),
        proposals(file),
        open);
  }

  /** What there is to say of a file, before it is opened. */
  @Allowed(value = Permission.READ_CASE, trace = Allowed.Trace.NONE)
  public Reports.FileEntry entry(CaseNumber number, long fileId) {
    open(number);
    return reports.entry(number, fileId);
  }

  /** A file of the report, for download. */
  @Allowed(value = Permission.READ_CASE, trace = Allowed.Trace.READ)
  public Reports.FileContent file(CaseNumber number, long fileId) {
    open(number);
    return reports.file(number, fileId);
  }

  /** Whoever opens a case is remembered: a conflict of interest may be found later. */
  private Case open(CaseNumber number) {
    var file = register.look(number);
    if (Actor.current().isSignedIn()) {
      readings.opened(number, Actor.current().accountId(), clock.instant());
    }
    return file;
  }

  private Head head(Case file) {
    var lead = file.lead();
    return new Head(
        file.number(),
        file.version(),
        vault.open(file.number().value(), "title", file.title()),
        file.language(),
        file.area(),
        file.respondent(),
        file.respondentInstitution(),
        file.respondentInstitution() == null
            ? null
            : directory.find(file.respondentInstitution()).map(Institution::name).orElse(null),
        file.identityMode(),
        file.completeForFormal(),
        file.priority(),
        file.risk(),
        file.topics(),
        lead.status(),
        lead.qualification(),
        lead.competent(),
        file.assignee(),
        file.assignee() == null ? null : name(file.assignee()),
        file.openedAt(),
        file.closedAt(),
        file.remindedAt(),
        file.escalatedAt(),
        file.referral(),
        mailbox.unread(file.number()),
        Arrays.stream(NextStep.values())
            .filter(file::offers)
            .collect(Collectors.toCollection(LinkedHashSet::new)),
        file.matters().stream().map(matter -> matter(file, matter)).toList(),
        file.assignedAt(),
        beside.openForLetters(file.number()));
  }

  private MatterLine matter(Case file, Matter matter) {
    return new MatterLine(
        matter.n(),
        matter.qualification(),
        matter.competent(),
        matter.topics(),
        matter.status(),
        matter.mayForward(),
        matter.may(CaseEvent.OutcomeProposed.class),
        matter.since(),
        matter.outcome(),
        matter.manner(),
        matter.decisions().stream()
            .map(
                decision ->
                    new DecisionLine(
                        decision.qualification(),
                        name(decision.by()),
                        decision.at(),
                        vault.open(file.number().value(), "qualification", decision.reason())))
            .toList(),
        matter.openSummons().map(summons -> summons(file, matter, summons)).orElse(null),
        matter.qualification().isFormal()
            && matter.openSummons().isEmpty()
            && matter.may(CaseEvent.ReporterSummoned.class),
        file.mayLeaveUnexamined(matter, clock.instant()));
  }

  private SummonsLine summons(Case file, Matter matter, Summons summons) {
    var due = matter.running(Deadline.SUPPLEMENT);
    return new SummonsLine(
        summons.missing(),
        vault.open(file.number().value(), "summons", summons.words()),
        name(summons.by()),
        summons.sentAt(),
        summons.deliveredOn(),
        due.map(Deadline::dueOn).orElse(null),
        due.filter(d -> !clock.instant().isBefore(d.dueAt())).isPresent());
  }

  private List<DueLine> clocks(Case file) {
    return file.deadlines().stream()
        .map(
            d ->
                new DueLine(
                    d.matter().n(),
                    d.clock(),
                    d.nth(),
                    d.state(),
                    d.startedOn(),
                    d.countedOn(),
                    d.dueOn(),
                    d.dueAt(),
                    d.movedBecause(),
                    d.term().amount(),
                    d.term().unit(),
                    d.statutory(),
                    d.basis(),
                    d.endedAt(),
                    d.extendedFrom(),
                    vault.open(file.number().value(), "extension", d.reason())))
        .toList();
  }

  private List<NoteLine> notes(Case file) {
    return file.notes().stream()
        .map(
            n ->
                new NoteLine(
                    n.kind(),
                    vault.open(file.number().value(), "note", n.text()),
                    n.by() == null ? null : name(n.by()),
                    n.at()))
        .toList();
  }

  private List<ProposalLine> proposals(Case file) {
    var key = file.number().value();
    return file.proposals().stream()
        .map(
            p ->
                new ProposalLine(
                    p.matter(),
                    file.matter(p.matter()).qualification(),
                    p.state(),
                    p.outcome(),
                    p.manner(),
                    vault.open(key, "letter", p.letter()),
                    vault.open(key, "copy", p.copy()),
                    p.proposedBy(),
                    name(p.proposedBy()),
                    p.proposedAt(),
                    p.decidedBy() == null ? null : name(p.decidedBy()),
                    p.decidedAt(),
                    vault.open(key, "return", p.reason())))
        .toList();
  }

  private Map<Long, String> names(Optional<Trail> trail) {
    var names = new TreeMap<Long, String>();
    trail.ifPresent(
        t ->
            t.steps().stream()
                .filter(step -> step.by() != null && step.by() != 0)
                .forEach(step -> names.computeIfAbsent(step.by(), this::name)));
    return names;
  }

  private String name(long accountId) {
    return accountId == 0 ? "" : people.find(accountId).map(People.Person::name).orElse("");
  }
}
