package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.casework.Qualification;
import org.isonomia.casework.domain.NextStep;
import org.isonomia.casework.domain.Priority;
import org.isonomia.casework.domain.Risk;
import org.isonomia.intake.Reports;
import org.isonomia.partner.Directory;
import org.isonomia.partner.Institution;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;
import org.isonomia.shared.Problem;
import org.isonomia.workflow.Workflow;

/**
 * Somebody at the intake desk, or later the case handler, decides what a matter is in law. The
 * first decision ends the triage; later ones keep the history and move the clocks.
 */
@ApplicationScoped
@Transactional
public class QualifyMatter {
  /**
   * @param competent "yes", "no", or empty where the question does not arise
   * @param title what worklists and the case page show; empty keeps the title
   * @param respondent key in the directory of the organisation the report is about; empty when it
   *     is none of them, {@code null} keeps what is set
   * @param reason why; required when an earlier decision is changed
   */
  public record Command(
      CaseNumber number,
      int matter,
      String qualification,
      String competent,
      String risk,
      String priority,
      Set<String> topics,
      String title,
      String respondent,
      String reason) {}

  private static final int LONGEST_TITLE = 200;

  @Inject Register register;
  @Inject Reports reports;
  @Inject LawInForce law;
  @Inject Directory directory;
  @Inject Vault vault;
  @Inject Workflow workflow;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  @Allowed(Permission.QUALIFY_MATTER)
  public void handle(Command command) {
    var qualification =
        Words.code(
            Qualification.class,
            "qualification",
            command.qualification(),
            "casework.error.qualification");
    var competent = Words.competent(qualification, command.competent());
    var risk = Words.code(Risk.class, "risk", command.risk(), "casework.error.risk");
    var priority =
        Words.code(Priority.class, "priority", command.priority(), "casework.error.priority");
    var title = Words.optional("title", command.title());
    if (title != null && title.length() > LONGEST_TITLE) {
      throw Problem.invalid(
          "incomplete", new Problem.FieldError("title", "casework.error.titleTooLong"));
    }
    var reason = Words.optional("reason", command.reason());
    var file = register.take(command.number());
    var key = file.number().value();
    boolean triage = workflow.isOpen(OpenCase.PICTURE, key, "qualifyReport");
    if (!triage && reason == null) {
      throw Problem.invalid(
          "incomplete", new Problem.FieldError("reason", "casework.error.reason"));
    }
    if (command.respondent() != null) {
      file.isAbout(institution(command.respondent()));
    }
    var sealedTitle = vault.seal(key, "title", title);
    file.qualify(
            command.matter(),
            qualification,
            competent,
            risk,
            priority,
            Words.topics(command.topics()),
            sealedTitle,
            vault.seal(key, "qualification", reason),
            Actor.current().accountId(),
            reports.facts(file.number()),
            law.current(),
            clock.instant())
        .forEach(events::fire);
    if (sealedTitle != null) {
      workflow.retitle(OpenCase.PICTURE, key, sealedTitle);
    }
    if (triage) {
      workflow.complete(OpenCase.PICTURE, key, "qualifyReport", Map.of());
    } else {
      if (!file.offers(NextStep.FORWARD)
          && workflow.isOpen(OpenCase.PICTURE, key, "forwardByCompetence")) {
        // nothing is left to forward: the case is assessed anew instead of being stuck there
        workflow.complete(OpenCase.PICTURE, key, "forwardByCompetence", Map.of());
      }
      workflow.replan(OpenCase.PICTURE, key);
    }
  }

  private Long institution(String typed) {
    if (typed.isBlank()) {
      return null;
    }
    return directory.all().stream()
        .map(Institution::id)
        .filter(id -> Long.toString(id).equals(typed.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.invalid(
                    "incomplete",
                    new Problem.FieldError("respondent", "casework.error.institution")));
  }
}
