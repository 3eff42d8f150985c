package org.isonomia.casework.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import org.isonomia.casework.application.ChooseInstitution;
import org.isonomia.casework.application.ReadCase;
import org.isonomia.casework.application.SuggestInstitutions;
import org.isonomia.page.Choice;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/**
 * The case handler picks an institution, writes what it will read, and sees exactly that before it
 * goes.
 */
@Path("/casework/cases/{number}/choose-institution")
@RequestScoped
public class ChooseInstitutionPage {
  /**
   * @param preview what the institution would read, once there is something to show
   * @param asked names of the institutions asked before
   */
  public record Model(
      ReadCase.Task task,
      Form form,
      SuggestInstitutions.Choices choices,
      List<Choice> institutions,
      List<Choice> types,
      List<Choice> categories,
      Map<String, String> preview) {}

  private static final List<String> TYPES =
      List.of("SUPPORT", "MEDIATION", "OPINION_REQUEST", "INFORMATION_COPY");

  @PathParam("number")
  String number;

  @Inject ReadCase cases;
  @Inject ChooseInstitution act;
  @Inject SuggestInstitutions suggest;
  @Inject Frame frame;

  @GET
  public Object show() {
    var task = task();
    if (!task.open()) {
      return Redirect.to(Acts.address(number())).build();
    }
    return view(task, Form.empty().with("type", "SUPPORT").with("consent", "ask"), Map.of());
  }

  @POST
  public Object handle(Form form) {
    var task = task();
    var shared = Shared.words(form, task, frame.t());
    if (form.has("press", "preview")) {
      return view(task, form, shared);
    }
    return Acts.tried(
        form,
        () -> {
          if (!form.has("consent", "ask") && !form.has("consent", "law")) {
            throw Problem.invalid(
                "incomplete", new Problem.FieldError("consent", "casework.error.consent"));
          }
          act.handle(
              new ChooseInstitution.Command(
                  number(),
                  Shared.key(form),
                  form.value("type"),
                  shared,
                  form.has("consent", "ask"),
                  form.value("legalBasis")));
          return Acts.done(number(), form.has("consent", "ask") ? "asked" : "referred");
        },
        () -> view(task, form, shared));
  }

  private CaseNumber number() {
    return Acts.number(number);
  }

  private ReadCase.Task task() {
    return cases.task(number(), "chooseInstitution");
  }

  private View view(ReadCase.Task task, Form form, Map<String, String> preview) {
    var t = frame.t();
    var choices = suggest.handle(number());
    return View.of(
        "casework/choose-institution",
        new Model(
            task,
            form,
            choices,
            Shared.institutions(t, choices),
            t.choices("referralType", TYPES),
            t.choices("category", Shared.offered(task)),
            preview));
  }
}
