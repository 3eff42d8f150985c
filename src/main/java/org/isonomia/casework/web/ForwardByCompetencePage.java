package org.isonomia.casework.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.isonomia.casework.application.ForwardByCompetence;
import org.isonomia.casework.application.ReadCase;
import org.isonomia.casework.application.SuggestInstitutions;
import org.isonomia.page.Choice;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.shared.CaseNumber;

/** The matter goes to the body that is competent, and the reporter reads why (KPA art. 231). */
@Path("/casework/cases/{number}/forward-by-competence")
@RequestScoped
public class ForwardByCompetencePage {
  public record Model(
      ReadCase.Task task,
      Form form,
      List<Choice> matters,
      SuggestInstitutions.Choices choices,
      List<Choice> institutions,
      List<Choice> categories) {}

  @PathParam("number")
  String number;

  @Inject ReadCase cases;
  @Inject ForwardByCompetence act;
  @Inject SuggestInstitutions suggest;
  @Inject Frame frame;

  @GET
  public Object show() {
    var task = task();
    if (!task.open()) {
      return Redirect.to(Acts.address(number())).build();
    }
    var reporters = Acts.reporters(task.head().language());
    var form =
        Form.empty()
            .with("legalBasis", legalBasis(task))
            .with("categories", Shared.offered(task))
            .with(
                "letter",
                reporters.t(
                    "casework.draft.forward",
                    "number",
                    task.head().number().value(),
                    "basis",
                    legalBasis(task)));
    return view(task, form);
  }

  @POST
  public Object handle(Form form) {
    var task = task();
    return Acts.tried(
        form,
        () -> {
          act.handle(
              new ForwardByCompetence.Command(
                  number(),
                  Matters.chosen(form, Matters.toForward(task.head())),
                  Shared.key(form),
                  Shared.words(form, task, frame.t()),
                  form.value("legalBasis"),
                  form.value("letter")));
          return Acts.done(number(), "forwarded");
        },
        () -> view(task, form));
  }

  /** The provision of the clock that runs for forwarding: data, as every rule. */
  private static String legalBasis(ReadCase.Task task) {
    return task.clocks().stream()
        .filter(c -> c.isRunning() && c.clock().startsWith("FORWARD_"))
        .map(ReadCase.DueLine::basis)
        .findFirst()
        .orElse("");
  }

  private CaseNumber number() {
    return Acts.number(number);
  }

  private ReadCase.Task task() {
    return cases.task(number(), "forwardByCompetence");
  }

  private View view(ReadCase.Task task, Form form) {
    var t = frame.t();
    var choices = suggest.handle(number());
    return View.of(
        "casework/forward-by-competence",
        new Model(
            task,
            form,
            Matters.choices(t, Matters.toForward(task.head())),
            choices,
            Shared.institutions(t, choices),
            t.choices("category", Shared.offered(task))));
  }
}
