package org.isonomia.casework.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.isonomia.casework.application.AcknowledgeReport;
import org.isonomia.casework.application.ReadCase;
import org.isonomia.page.Form;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.shared.CaseNumber;

/** A person greets the reporter. */
@Path("/casework/cases/{number}/acknowledge-report")
@RequestScoped
public class AcknowledgeReportPage {
  public record Model(ReadCase.Task task, Form form) {}

  @PathParam("number")
  String number;

  @Inject ReadCase cases;
  @Inject AcknowledgeReport act;

  @GET
  public Object show() {
    var task = task();
    if (!task.open()) {
      return Redirect.to(Acts.address(number())).build();
    }
    return view(task, Form.empty().with("text", greeting(task)));
  }

  @POST
  public Object handle(Form form) {
    return Acts.tried(
        form,
        () -> {
          act.handle(new AcknowledgeReport.Command(number(), form.value("text")));
          return Acts.done(number(), "acknowledged");
        },
        () -> view(task(), form));
  }

  private CaseNumber number() {
    return Acts.number(number);
  }

  private ReadCase.Task task() {
    return cases.task(number(), "acknowledgeReport");
  }

  private View view(ReadCase.Task task, Form form) {
    return View.of("casework/acknowledge-report", new Model(task, form));
  }

  /** A proposal in the reporter's language, to be made one's own. */
  private static String greeting(ReadCase.Task task) {
    var t = Acts.reporters(task.head().language());
    var triage =
        task.clocks().stream()
            .filter(c -> c.clock().equals("PRELIM_ASSESSMENT"))
            .map(c -> t.t("casework.draft.assessment", "due", t.date(c.dueOn())))
            .findFirst()
            .orElse("");
    return t.t(
            "casework.draft.acknowledge",
            "number",
            task.head().number().value(),
            "assessment",
            triage)
        .strip();
  }
}
