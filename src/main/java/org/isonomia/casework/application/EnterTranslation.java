package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.casework.domain.Translation;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;
import org.isonomia.workflow.Workflow;

/**
 * Somebody of the office writes down a Polish translation that came otherwise: their own, a sworn
 * one on paper, or a machine's for the time being, which a translator may still replace.
 */
@ApplicationScoped
@Transactional
public class EnterTranslation {
  public record Command(
      CaseNumber number, String text, String language, String status, String polish) {
    /** Its words stay out of logs. */
    @Override
    public String toString() {
      return "EnterTranslation";
    }
  }

  @Inject Register register;
  @Inject Pairs pairs;
  @Inject Vault vault;
  @Inject Workflow workflow;
  @Inject AppClock clock;

  @Allowed(Permission.ORDER_TRANSLATION)
  public void handle(Command command) {
    var file = register.take(command.number());
    var status = status(command.status());
    var polish = Words.required("polish", command.polish(), "casework.pair.wrong.polish");
    var pair = pairs.of(file.number(), command.text(), command.language());
    var given = pair.isWithTranslator();
    pair.translate(
        status,
        vault.seal(pair.key(), "polish", polish),
        Actor.current().accountId(),
        clock.instant());
    if (given && status.isFinal()) {
      pairs.takeBack(pair);
      workflow.complete(Pairs.PICTURE, pair.key(), Pairs.TASK, Map.of());
    }
  }

  /** MACHINE, HUMAN or SWORN. */
  static Translation.Status status(String code) {
    var status = Words.code(Translation.Status.class, "status", code, "casework.pair.wrong.status");
    if (status == Translation.Status.NONE) {
      throw Problem.invalid(
          "incomplete", new Problem.FieldError("status", "casework.pair.wrong.status"));
    }
    return status;
  }
}
