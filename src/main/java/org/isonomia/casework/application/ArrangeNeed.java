package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Deed;
import org.isonomia.access.Permission;
import org.isonomia.casework.domain.Need;
import org.isonomia.casework.domain.Needs;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;
import org.isonomia.workflow.Workflow;

/** Somebody has seen to what a reporter needs, and says what was arranged or why nothing was. */
@ApplicationScoped
@Transactional
public class ArrangeNeed {
  /** What the page of the task shows. */
  public record Seen(String key, CaseNumber number, String code, boolean open, Instant toldAt) {}

  public record Command(String key, String answer, String text) {}

  @Inject Register register;
  @Inject Needs needs;
  @Inject Vault vault;
  @Inject Workflow workflow;
  @Inject AppClock clock;

  @Allowed(value = Permission.ARRANGE_NEED, trace = Allowed.Trace.NONE)
  public Seen look(String key) {
    var need = needs.find(key).orElseThrow(ArrangeNeed::notYours);
    register.look(need.number());
    return new Seen(need.key(), need.number(), need.code(), need.isOpen(), need.toldAt());
  }

  /** Returns the case it belongs to. */
  @Allowed(Permission.ARRANGE_NEED)
  public CaseNumber handle(Command command) {
    var need = needs.lock(command.key()).orElseThrow(ArrangeNeed::notYours);
    Deed.about(need.key());
    Deed.inCase(need.number());
    register.look(need.number());
    var state =
        Words.code(Need.State.class, "answer", command.answer(), "casework.need.wrong.answer");
    if (state != Need.State.ARRANGED && state != Need.State.NOT_NEEDED) {
      throw Problem.invalid(
          "incomplete", new Problem.FieldError("answer", "casework.need.wrong.answer"));
    }
    var text = Words.required("text", command.text(), "casework.need.wrong.text");
    need.settle(
        state == Need.State.ARRANGED,
        vault.seal(need.key(), "words", text),
        Actor.current().accountId(),
        clock.instant());
    workflow.complete(OpenNeeds.PICTURE, need.key(), "arrangeNeed", Map.of());
    return need.number();
  }

  /** A number that does not exist is refused like one that is not theirs. */
  private static Problem notYours() {
    return Problem.forbidden("case-not-yours");
  }
}
