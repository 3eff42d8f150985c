package org.isonomia.casework.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.isonomia.casework.application.EscalateTriage;
import org.isonomia.casework.application.ReadCase;
import org.isonomia.page.Form;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.shared.CaseNumber;

/** A coordinator steps in because the triage is late. */
@Path("/casework/cases/{number}/escalate-triage")
@RequestScoped
public class EscalateTriagePage {
  public record Model(ReadCase.Task task, Form form) {}

  @PathParam("number")
  String number;

  @Inject ReadCase cases;
  @Inject EscalateTriage act;

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
          act.handle(new EscalateTriage.Command(number(), form.value("note")));
          return Acts.done(number(), "escalated");
        },
        () -> view(task(), form));
  }

  private CaseNumber number() {
    return Acts.number(number);
  }

  private ReadCase.Task task() {
    return cases.task(number(), "escalateTriage");
  }

  private View view(ReadCase.Task task, Form form) {
    return View.of("casework/escalate-triage", new Model(task, form));
  }
}
