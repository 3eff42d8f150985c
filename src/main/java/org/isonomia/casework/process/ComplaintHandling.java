package org.isonomia.casework.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.isonomia.access.Actor;
import org.isonomia.casework.application.CloseMatter;
import org.isonomia.casework.application.TellReporter;
import org.isonomia.casework.domain.Case;
import org.isonomia.casework.domain.Cases;
import org.isonomia.casework.domain.Deadline;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;
import org.isonomia.workflow.Hands;

/** The hands of the picture {@code complaintHandling}: one method a task or timer. */
@Named("complaintHandling")
@ApplicationScoped
@Transactional
public class ComplaintHandling implements Hands {
  /** Where the law book has no clock for the triage, nobody is reminded of its end. */
  private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  /** Clocks that have tasks of their own or are not for the case handler's next task. */
  private static final Set<String> APART =
      Set.of("ACK_HUMAN", "TRIAGE", "REPORTER_SILENCE", "RETALIATION_CHECK");

  /** A recording is soon overwritten: until it was asked for, whatever is open is as urgent. */
  private static final String CCTV = "CCTV_PRESERVE";

  @Inject Cases cases;
  @Inject TellReporter tellReporter;
  @Inject CloseMatter closeMatter;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  @Override
  public Plan plan(String number, String task) {
    var file = find(number);
    return switch (task) {
      // once somebody has written to the reporter the triage still has its end
      case "acknowledgeReport" -> new Plan(earliest(file, "ACK_HUMAN", "TRIAGE", CCTV), null);
      case "qualifyReport", "escalateTriage" -> new Plan(earliest(file, "TRIAGE", CCTV), null);
      case "confirmOutcome" -> new Plan(next(file), null);
      case "checkRetaliation", "checkRetaliationAgain" ->
          new Plan(due(file, "RETALIATION_CHECK"), file.assignee());
      default -> new Plan(next(file), file.assignee());
    };
  }

  public Date triageReminderDue(String number) {
    var file = find(number);
    return Date.from(file.running("TRIAGE").map(Deadline::remindAt).orElse(NEVER));
  }

  public Date triageEscalationDue(String number) {
    var file = find(number);
    return Date.from(file.running("TRIAGE").map(Deadline::dueAt).orElse(NEVER));
  }

  public void remindTriage(String number) {
    get(number).remindTriage(clock.instant()).ifPresent(events::fire);
  }

  /** The person who confirmed is still there; the telling and the closing are the house's own. */
  public void tellReporter(String number) {
    Actor.HOUSE.run(
        () -> {
          tellReporter.handle(new CaseNumber(number));
          return null;
        });
  }

  /** Whether no other matter of the case is open. */
  public boolean closeMatter(String number) {
    return Actor.HOUSE.run(() -> closeMatter.handle(new CaseNumber(number)));
  }

  public Date firstCheckDue(String number) {
    return beginningOfTheDay(number);
  }

  public Date secondCheckDue(String number) {
    return beginningOfTheDay(number);
  }

  /** The check is for the whole of its day, so that it can be done on that day. */
  private Date beginningOfTheDay(String number) {
    return find(number)
        .running("RETALIATION_CHECK")
        .map(deadline -> Date.from(deadline.dueOn().atStartOfDay(AppClock.CITY).toInstant()))
        .orElseGet(() -> Date.from(clock.instant()));
  }

  private static Instant due(Case file, String clockCode) {
    return file.running(clockCode).map(Deadline::dueAt).orElse(null);
  }

  private static Instant earliest(Case file, String... clocks) {
    return Stream.of(clocks)
        .map(clock -> due(file, clock))
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** The date that presses most of those the case handler works towards. */
  private static Instant next(Case file) {
    return file.running().stream()
        .filter(deadline -> !APART.contains(deadline.clock()))
        .map(Deadline::dueAt)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private Case find(String number) {
    return cases.find(new CaseNumber(number)).orElseThrow();
  }

  private Case get(String number) {
    return cases.get(new CaseNumber(number));
  }
}
