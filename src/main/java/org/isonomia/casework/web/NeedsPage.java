package org.isonomia.casework.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.isonomia.casework.application.ReadCase;
import org.isonomia.casework.application.TellNeed;
import org.isonomia.intake.Needed;
import org.isonomia.page.Choice;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.View;
import org.isonomia.shared.CaseNumber;

/** Somebody learned later what a reporter needs. */
@Path("/casework/cases/{number}/needs")
@RequestScoped
public class NeedsPage {
  public record Model(ReadCase.Task task, Form form, List<Choice> choices) {}

  @PathParam("number")
  String number;

  @Inject ReadCase cases;
  @Inject TellNeed act;
  @Inject Frame frame;

  @GET
  public View show() {
    return view(Form.empty());
  }

  @POST
  public Object handle(Form form) {
    return Acts.tried(
        form,
        () -> {
          act.handle(new TellNeed.Command(number(), form.value("need")));
          return Acts.done(number(), "needTold");
        },
        () -> view(form));
  }

  private CaseNumber number() {
    return Acts.number(number);
  }

  private View view(Form form) {
    var t = frame.t();
    return View.of(
        "casework/needs",
        new Model(
            cases.task(number(), "assessComplaint"),
            form,
            Needed.CODES.stream()
                .map(code -> Choice.of(code, t.t("intake.needs." + code)))
                .toList()));
  }
}
