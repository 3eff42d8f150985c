package org.isonomia.casework.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.Set;
import org.isonomia.access.Actor;
import org.isonomia.casework.domain.Case;
import org.isonomia.casework.domain.Cases;
import org.isonomia.casework.domain.Deadline;
import org.isonomia.casework.application.LawInForce;
import org.isonomia.intake.Mailbox;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;
import org.isonomia.workflow.Hands;

/** The hands of the picture {@code complaintHandling}: one method a task or timer. */
@Named("complaintHandling")
@ApplicationScoped
@Transactional
public class ComplaintHandling implements Hands {
  /** When somebody is reminded if the law has no clock for the triage at all. */
  private static final Duration UNRULED = Duration.ofDays(3);

  /** Clocks that have tasks of their own or are not for the case handler's next task. */
  private static final Set<String> APART =
      Set.of("ACK_HUMAN", "TRIAGE", "CCTV_PRESERVE", "REPORTER_SILENCE", "RETALIATION_CHECK");

  @Inject Cases cases;
  @Inject LawInForce law;
  @Inject Mailbox mailbox;
  @Inject Vault vault;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  @Override
  public Plan plan(String number, String task) {
    var file = find(number);
    return switch (task) {
      case "acknowledgeReport" -> new Plan(due(file, "ACK_HUMAN"), null);
      case "qualifyReport", "escalateTriage" -> new Plan(due(file, "TRIAGE"), null);
      case "confirmOutcome" -> new Plan(next(file), null);
      case "checkRetaliation30", "checkRetaliation90" ->
          new Plan(due(file, "RETALIATION_CHECK"), file.assignee());
      default -> new Plan(next(file), file.assignee());
    };
  }

  public Date triageReminderDue(String number) {
    var file = find(number);
    return Date.from(
        file.running("TRIAGE").map(Deadline::remindAt).orElse(file.openedAt().plus(UNRULED)));
  }

  public Date triageEscalationDue(String number) {
    var file = find(number);
    return Date.from(
        file.running("TRIAGE").map(Deadline::dueAt).orElse(file.openedAt().plus(UNRULED)));
  }

  public void remindTriage(String number) {
    get(number).remindTriage(clock.instant()).ifPresent(events::fire);
  }

  /**
   * Puts the letter into the reporter's mailbox: a copy in their language first, then what binds.
   */
  public void tellReporter(String number) {
    var file = get(number);
    var proposal = file.lastProposal().orElseThrow();
    var copy = vault.open(number, "copy", proposal.copy());
    var letter = vault.open(number, "letter", proposal.letter());
    // the person who confirmed acts here, and need not be one who writes to reporters
    Actor.HOUSE.run(
        () -> {
          if (copy != null) {
            mailbox.write(file.number(), "CASE_HANDLER", file.language(), copy);
          }
          if (letter != null) {
            mailbox.write(file.number(), "CASE_HANDLER", "pl", letter);
          }
          return null;
        });
    events.fire(file.tell(clock.instant()));
  }

  public void closeCase(String number) {
    events.fire(get(number).close(law.current(), clock.instant()));
  }

  public Date retaliation30Due(String number) {
    return beginningOfTheDay(number);
  }

  public Date retaliation90Due(String number) {
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
