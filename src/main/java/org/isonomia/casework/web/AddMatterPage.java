package org.isonomia.casework.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.LinkedHashSet;
import java.util.List;
import org.isonomia.casework.Qualification;
import org.isonomia.casework.application.AddMatter;
import org.isonomia.casework.application.ReadCase;
import org.isonomia.casework.domain.Topic;
import org.isonomia.page.Choice;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.shared.CaseNumber;

/** A report holds a further matter: what it is in law, and what it is about. */
@Path("/casework/cases/{number}/add-matter")
@RequestScoped
public class AddMatterPage {
  public record Model(
      ReadCase.Task task, Form form, List<Choice> qualifications, List<Choice> topics) {}

  @PathParam("number")
  String number;

  @Inject ReadCase cases;
  @Inject AddMatter act;
  @Inject Frame frame;

  @GET
  public Object show() {
    var task = task();
    if (!task.head().isUnderway()) {
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
              new AddMatter.Command(
                  number(),
                  form.value("qualification"),
                  form.value("competent"),
                  new LinkedHashSet<>(form.values("topics")),
                  form.value("reason")));
          return Acts.done(number(), "matterAdded");
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
    var t = frame.t();
    return View.of(
        "casework/add-matter",
        new Model(
            task,
            form,
            t.choices("qualification", List.of(Qualification.values())),
            t.choices("topic", List.of(Topic.values()))));
  }
}
