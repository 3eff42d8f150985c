package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Set;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.casework.Qualification;
import org.isonomia.intake.Reports;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;
import org.isonomia.workflow.Workflow;

/**
 * The case handler finds that a report holds more than one matter: a formal complaint that another
 * body decides, and a signal that goes on here. The new matter begins today with the clocks of the
 * law book; the open task stays, its date may come nearer.
 */
@ApplicationScoped
@Transactional
public class AddMatter {
  /**
   * @param qualification code of {@link Qualification}
   * @param competent "yes", "no", or empty where the question does not arise
   * @param topics codes; may be empty
   * @param reason what the matter is about and why it is one of its own
   */
  public record Command(
      CaseNumber number,
      String qualification,
      String competent,
      Set<String> topics,
      String reason) {}

  @Inject Register register;
  @Inject Reports reports;
  @Inject LawInForce law;
  @Inject Vault vault;
  @Inject Workflow workflow;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  @Allowed(Permission.ADD_MATTER)
  public void handle(Command command) {
    var qualification =
        Words.code(
            Qualification.class,
            "qualification",
            command.qualification(),
            "casework.error.qualification");
    var competent = Words.competent(qualification, command.competent());
    var topics = Words.topics(command.topics());
    var reason = Words.required("reason", command.reason(), "casework.error.reason");
    var file = register.take(command.number());
    var key = file.number().value();
    file.addMatter(
            qualification,
            competent,
            topics,
            vault.seal(key, "qualification", reason),
            Actor.current().accountId(),
            reports.facts(file.number()),
            law.current(),
            clock.instant())
        .forEach(events::fire);
    workflow.replan(OpenCase.PICTURE, key);
  }
}
