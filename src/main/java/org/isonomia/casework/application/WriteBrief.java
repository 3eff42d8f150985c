package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.council.Agenda;
import org.isonomia.intake.Reports;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;
import org.isonomia.shared.Problem;
import org.isonomia.workflow.Workflow;

/**
 * The case handler writes the question for the Council anew, without personal data, and proposes it
 * as an item.
 */
@ApplicationScoped
@Transactional
public class WriteBrief {
  /**
   * @param type CASE_BRIEF or SYSTEMIC_ISSUE
   * @param checked whether the writer has looked at the warnings and keeps the words
   */
  public record Command(
      CaseNumber number,
      String type,
      String title,
      String question,
      String brief,
      boolean checked) {}

  @Inject Register register;
  @Inject Reports reports;
  @Inject Agenda agenda;
  @Inject Workflow workflow;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  @Allowed(Permission.ASSESS_CASE)
  public String handle(Command command) {
    var faults = new ArrayList<Problem.FieldError>();
    if (!Set.of("CASE_BRIEF", "SYSTEMIC_ISSUE").contains(String.valueOf(command.type()))) {
      faults.add(new Problem.FieldError("type", "casework.error.itemType"));
    }
    require(faults, "title", command.title(), "casework.error.itemTitle", 300);
    require(faults, "question", command.question(), "casework.error.question", 2_000);
    require(faults, "brief", command.brief(), "casework.error.brief", Words.LONGEST);
    if (!faults.isEmpty()) {
      throw Problem.invalid("incomplete", faults);
    }
    var file = register.take(command.number());
    if (!command.checked() && !revealing(file.number(), command).isEmpty()) {
      throw Problem.invalid(
          "brief-reveals", new Problem.FieldError("checked", "casework.error.briefReveals"));
    }
    var item =
        agenda.propose(
            new Agenda.Proposal(
                command.type(),
                command.title().strip(),
                command.question().strip(),
                command.brief().strip(),
                file.number()));
    events.fire(file.proposeBrief(item, clock.instant()));
    workflow.complete(OpenCase.PICTURE, file.number().value(), "writeBrief", Map.of());
    return item;
  }

  /** Words of the report that name the person or the place and stand in the brief too. */
  @Allowed(value = Permission.ASSESS_CASE, trace = Allowed.Trace.READ)
  public Set<String> warnings(Command command) {
    register.look(command.number());
    return revealing(command.number(), command);
  }

  private Set<String> revealing(CaseNumber number, Command command) {
    var content = reports.content(number);
    return Revealing.words(
        String.join(" ", text(command.title()), text(command.question()), text(command.brief())),
        content.name(),
        content.address(),
        content.email(),
        content.phone(),
        content.place(),
        content.respondentName());
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private static void require(
      ArrayList<Problem.FieldError> faults, String field, String value, String key, int longest) {
    if (value == null || value.isBlank()) {
      faults.add(new Problem.FieldError(field, key));
    } else if (value.length() > longest) {
      faults.add(new Problem.FieldError(field, "casework.error.tooLong"));
    }
  }
}
