package org.isonomia.casework.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.isonomia.casework.application.AssessComplaint;
import org.isonomia.casework.application.ReadCase;
import org.isonomia.casework.domain.NextStep;
import org.isonomia.page.Choice;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.shared.CaseNumber;

/** The case handler chooses what helps now. */
@Path("/casework/cases/{number}/assess-complaint")
@RequestScoped
public class AssessComplaintPage {
  public record Model(ReadCase.Task task, Form form, List<Choice> choices) {}

  @PathParam("number")
  String number;

  @Inject ReadCase cases;
  @Inject AssessComplaint act;
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
    return Acts.tried(
        form,
        () -> {
          act.handle(
              new AssessComplaint.Command(number(), form.value("choice"), form.value("note")));
          return Redirect.to(Acts.address(number()) + "/" + page(form.value("choice"))).build();
        },
        () -> view(task(), form));
  }

  private CaseNumber number() {
    return Acts.number(number);
  }

  private ReadCase.Task task() {
    return cases.task(number(), "assessComplaint");
  }

  private View view(ReadCase.Task task, Form form) {
    return View.of("casework/assess-complaint", new Model(task, form, choices(task)));
  }

  private List<Choice> choices(ReadCase.Task task) {
    var t = frame.t();
    return task.head().steps().stream()
        .map(
            step ->
                Choice.of(
                    step.name(),
                    t.t("casework.choice." + step.name()),
                    t.t("casework.choice." + step.name() + ".hint")))
        .toList();
  }

  /** The page of the task that this choice opens. */
  private static String page(String choice) {
    return switch (NextStep.valueOf(choice)) {
      case INFORM -> "inform-reporter";
      case REFER -> "choose-institution";
      case COUNCIL -> "write-brief";
      case FORWARD -> "forward-by-competence";
      case CONCLUDE -> "propose-outcome";
    };
  }
}
