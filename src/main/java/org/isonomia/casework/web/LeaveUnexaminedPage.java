package org.isonomia.casework.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.isonomia.casework.application.LeaveUnexamined;
import org.isonomia.casework.application.ReadCase;
import org.isonomia.page.Choice;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.shared.CaseNumber;

/**
 * A formal matter is left without examination and its words go on as a signal: the reason for the
 * file, and the letter, which is written already in the reporter's language.
 */
@Path("/casework/cases/{number}/leave-unexamined")
@RequestScoped
public class LeaveUnexaminedPage {
  public record Model(ReadCase.Task task, Form form, List<Choice> matters) {}

  @PathParam("number")
  String number;

  @Inject ReadCase cases;
  @Inject LeaveUnexamined act;
  @Inject Frame frame;

  @GET
  public Object show() {
    var task = task();
    if (Matters.toLeave(task.head()).isEmpty()) {
      return Redirect.to(Acts.address(number())).build();
    }
    var letter = Acts.reporters(task.head().language()).t("casework.leave.letter.text");
    return view(task, Form.empty().with("letter", letter));
  }

  @POST
  public Object handle(Form form) {
    return Acts.tried(
        form,
        () -> {
          act.ask();
          act.handle(
              new LeaveUnexamined.Command(
                  number(),
                  Matters.chosen(form, Matters.formal(task().head())),
                  form.value("reason"),
                  form.value("letter")));
          return Acts.done(number(), "left");
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
    return View.of(
        "casework/leave-unexamined",
        new Model(task, form, Matters.choices(frame.t(), Matters.toLeave(task.head()))));
  }
}
