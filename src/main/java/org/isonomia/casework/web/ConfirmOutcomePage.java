package org.isonomia.casework.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.isonomia.access.Actor;
import org.isonomia.casework.application.ConfirmOutcome;
import org.isonomia.casework.application.ReadCase;
import org.isonomia.page.Form;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/** A second person reads the letter and decides. */
@Path("/casework/cases/{number}/confirm-outcome")
@RequestScoped
public class ConfirmOutcomePage {
  public record Model(ReadCase.Task task, Form form, ReadCase.ProposalLine proposal, boolean own) {}

  @PathParam("number")
  String number;

  @Inject ReadCase cases;
  @Inject ConfirmOutcome act;

  @GET
  public Object show() {
    var task = task();
    if (!task.open()) {
      return Redirect.to(Acts.address(number())).build();
    }
    return view(task, Form.empty());
  }

  @POST
  public Object handle(Form form) {
    return Acts.tried(
        form,
        () -> {
          act.ask();
          boolean confirmed = form.has("decision", "yes");
          if (!confirmed && !form.has("decision", "no")) {
            throw Problem.invalid(
                "incomplete", new Problem.FieldError("decision", "casework.error.decision"));
          }
          act.handle(new ConfirmOutcome.Command(number(), confirmed, form.value("reason")));
          return Acts.done(number(), confirmed ? "confirmed" : "returned");
        },
        () -> view(task(), form));
  }

  private CaseNumber number() {
    return Acts.number(number);
  }

  private ReadCase.Task task() {
    return cases.task(number(), "confirmOutcome");
  }

  private View view(ReadCase.Task task, Form form) {
    return View.of(
        "casework/confirm-outcome",
        new Model(
            task,
            form,
            proposal(task),
            proposal(task).proposedBy() == Actor.current().accountId()));
  }

  private static ReadCase.ProposalLine proposal(ReadCase.Task task) {
    var all = task.proposals();
    if (all.isEmpty()) {
      throw Problem.conflict("no-outcome-proposed");
    }
    return all.get(all.size() - 1);
  }
}
