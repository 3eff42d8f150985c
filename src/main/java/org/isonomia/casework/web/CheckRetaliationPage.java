package org.isonomia.casework.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.isonomia.casework.application.CheckRetaliation;
import org.isonomia.casework.application.ReadCase;
import org.isonomia.page.Form;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.shared.CaseNumber;

/** Somebody asks whether complaining had a price. */
@Path("/casework/cases/{number}/check-retaliation")
@RequestScoped
public class CheckRetaliationPage {
  public record Model(ReadCase.Task task, Form form) {}

  @PathParam("number")
  String number;

  @Inject ReadCase cases;
  @Inject CheckRetaliation act;

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
          act.handle(new CheckRetaliation.Command(number(), form.value("note")));
          return Acts.done(number(), "checked");
        },
        () -> view(task(), form));
  }

  private CaseNumber number() {
    return Acts.number(number);
  }

  private ReadCase.Task task() {
    return cases.task(number(), "checkRetaliation,checkRetaliationAgain");
  }

  private View view(ReadCase.Task task, Form form) {
    return View.of("casework/check-retaliation", new Model(task, form));
  }
}
