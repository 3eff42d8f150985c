package org.isonomia.casework.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.isonomia.casework.application.ReadCase;
import org.isonomia.casework.application.WriteBrief;
import org.isonomia.page.Choice;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.shared.CaseNumber;

/** The question for the Council, written anew and without personal data. */
@Path("/casework/cases/{number}/write-brief")
@RequestScoped
public class WriteBriefPage {
  /**
   * @param warnings words of the report that stand in the brief and may tell who somebody is
   */
  public record Model(ReadCase.Task task, Form form, List<Choice> types, List<String> warnings) {}

  @PathParam("number")
  String number;

  @Inject ReadCase cases;
  @Inject WriteBrief act;
  @Inject Frame frame;

  @GET
  public Object show() {
    var task = task();
    if (!task.open()) {
      return Redirect.to(Acts.address(number())).build();
    }
    return view(task, Form.empty().with("type", "CASE_BRIEF"), List.of());
  }

  @POST
  public Object handle(Form form) {
    var command =
        new WriteBrief.Command(
            number(),
            form.value("type"),
            form.value("title"),
            form.value("question"),
            form.value("brief"),
            form.has("checked", "yes"));
    return Acts.tried(
        form,
        () -> {
          act.handle(command);
          return Acts.done(number(), "brief");
        },
        () -> view(task(), form, List.copyOf(act.warnings(command))));
  }

  private CaseNumber number() {
    return Acts.number(number);
  }

  private ReadCase.Task task() {
    return cases.task(number(), "writeBrief");
  }

  private View view(ReadCase.Task task, Form form, List<String> warnings) {
    var types = frame.t().choices("itemType", List.of("CASE_BRIEF", "SYSTEMIC_ISSUE"));
    return View.of("casework/write-brief", new Model(task, form, types, warnings));
  }
}
