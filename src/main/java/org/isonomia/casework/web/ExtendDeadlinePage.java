package org.isonomia.casework.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.isonomia.casework.application.ExtendDeadline;
import org.isonomia.casework.application.ReadCase;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.View;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/**
 * A date cannot be kept: a new one is named before it passes, and the reporter reads why (KPA art.
 * 237 § 4).
 */
@Path("/casework/cases/{number}/extend-deadline/{clock}")
@RequestScoped
public class ExtendDeadlinePage {
  public record Model(ReadCase.Task task, Form form, ReadCase.DueLine due, String name) {}

  @PathParam("number")
  String number;

  @PathParam("clock")
  String clock;

  /** Number of the matter; two of them may have a clock of the same name. */
  @QueryParam("matter")
  String matter;

  @Inject ReadCase cases;
  @Inject ExtendDeadline act;
  @Inject Frame frame;

  @GET
  public Object show() {
    return view(task(), Form.empty());
  }

  @POST
  public Object handle(Form form) {
    return Acts.tried(
        form,
        () -> {
          act.ask();
          act.handle(
              new ExtendDeadline.Command(
                  number(),
                  due(task()).matter(),
                  clock,
                  form.date("day").orElse(null),
                  form.value("reason"),
                  form.value("message")));
          return Acts.done(number(), "extended");
        },
        () -> view(task(), form));
  }

  private CaseNumber number() {
    return Acts.number(number);
  }

  private ReadCase.Task task() {
    return cases.task(number(), "assessComplaint");
  }

  private ReadCase.DueLine due(ReadCase.Task task) {
    return task.clocks().stream()
        .filter(c -> c.clock().equals(clock) && c.isRunning())
        .filter(c -> matter == null || matter.equals(Integer.toString(c.matter())))
        .findFirst()
        .orElseThrow(() -> Problem.conflict("clock-not-running"));
  }

  private View view(ReadCase.Task task, Form form) {
    var due = due(task);
    return View.of(
        "casework/extend-deadline", new Model(task, form, due, Why.name(frame.t(), due)));
  }
}
