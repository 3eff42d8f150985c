package org.isonomia.casework.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.isonomia.casework.Manner;
import org.isonomia.casework.Outcome;
import org.isonomia.casework.application.ProposeOutcome;
import org.isonomia.casework.application.ReadCase;
import org.isonomia.casework.domain.OutcomeProposal;
import org.isonomia.page.Choice;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.shared.CaseNumber;

/** The case handler proposes how the case ends. */
@Path("/casework/cases/{number}/propose-outcome")
@RequestScoped
public class ProposeOutcomePage {
  /**
   * @param matters those that may be concluded now
   * @param formal whether one of them is formal, so that the letter binds and is signed
   * @param mixed whether another one is not, so that this is not asked of it
   */
  public record Model(
      ReadCase.Task task,
      Form form,
      List<Choice> matters,
      boolean formal,
      boolean mixed,
      List<Choice> outcomes,
      List<Choice> manners,
      ReadCase.ProposalLine returned) {}

  @PathParam("number")
  String number;

  @Inject ReadCase cases;
  @Inject ProposeOutcome act;
  @Inject Frame frame;

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
    var task = task();
    return Acts.tried(
        form,
        () -> {
          act.handle(
              new ProposeOutcome.Command(
                  number(),
                  Matters.chosen(form, Matters.toConclude(task.head())),
                  form.value("outcome"),
                  form.value("manner"),
                  form.value("text"),
                  form.value("law"),
                  form.value("signer"),
                  form.value("office"),
                  form.value("copy")));
          return Acts.done(number(), "proposed");
        },
        () -> view(task, form));
  }

  private CaseNumber number() {
    return Acts.number(number);
  }

  private ReadCase.Task task() {
    return cases.task(number(), "proposeOutcome");
  }

  private View view(ReadCase.Task task, Form form) {
    var matters = Matters.toConclude(task.head());
    boolean formal = matters.stream().anyMatch(m -> m.qualification().isFormal());
    return View.of(
        "casework/propose-outcome",
        new Model(
            task,
            form,
            Matters.choices(frame.t(), matters),
            formal,
            formal && matters.stream().anyMatch(m -> !m.qualification().isFormal()),
            frame.t().choices("outcome", List.of(Outcome.values())),
            Matters.anyComplaint(matters)
                ? frame.t().choices("manner", List.of(Manner.values()))
                : List.of(),
            returned(task)));
  }

  /** The proposal that was given back last, with its reason, or {@code null}. */
  private static ReadCase.ProposalLine returned(ReadCase.Task task) {
    var all = task.proposals();
    var last = all.isEmpty() ? null : all.get(all.size() - 1);
    return last != null && last.state() == OutcomeProposal.State.RETURNED ? last : null;
  }
}
