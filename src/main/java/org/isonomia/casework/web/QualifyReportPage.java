package org.isonomia.casework.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashSet;
import java.util.List;
import org.isonomia.casework.Qualification;
import org.isonomia.casework.application.QualifyMatter;
import org.isonomia.casework.application.ReadCase;
import org.isonomia.casework.domain.Priority;
import org.isonomia.casework.domain.Risk;
import org.isonomia.casework.domain.Topic;
import org.isonomia.page.Choice;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.partner.Directory;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/**
 * What the matter is in law, how urgent it is, and its title; at the triage, and later to decide
 * again.
 */
@Path("/casework/cases/{number}/qualify-report")
@RequestScoped
public class QualifyReportPage {
  public record Model(
      ReadCase.Task task,
      ReadCase.MatterLine matter,
      Form form,
      List<Choice> qualifications,
      List<Choice> risks,
      List<Choice> priorities,
      List<Choice> topics,
      List<Choice> institutions) {}

  @PathParam("number")
  String number;

  @Inject ReadCase cases;
  @Inject QualifyMatter act;
  @Inject Directory directory;
  @Inject Frame frame;

  @GET
  public Object show(@QueryParam("matter") String which) {
    var task = task();
    var head = task.head();
    var form = which == null ? Form.empty() : Form.empty().with("matter", which);
    var matter = matter(head, form);
    if (!task.open() && !matter.isUnderway()) {
      return Redirect.to(Acts.address(number())).build();
    }
    form.with("qualification", matter.qualification().name())
        .with("risk", head.risk().name())
        .with("priority", head.priority().name())
        .with("topics", List.copyOf(matter.topics()))
        .with("title", head.title())
        .with(
            "respondent",
            head.respondentInstitution() == null ? "" : head.respondentInstitution().toString());
    if (matter.competent() != null) {
      form.with("competent", matter.competent() ? "yes" : "no");
    }
    return view(task, form);
  }

  @POST
  public Object handle(Form form) {
    return Acts.tried(
        form,
        () -> {
          act.handle(
              new QualifyMatter.Command(
                  number(),
                  matter(task().head(), form).n(),
                  form.value("qualification"),
                  form.value("competent"),
                  form.value("risk"),
                  form.value("priority"),
                  new LinkedHashSet<>(form.values("topics")),
                  form.value("title"),
                  form.values().containsKey("respondent") ? form.value("respondent") : null,
                  form.value("reason")));
          return Acts.done(number(), "qualified");
        },
        () -> view(task(), form));
  }

  /** The matter that the page names; the report's own where it names none. */
  private static ReadCase.MatterLine matter(ReadCase.Head head, Form form) {
    if (form.isBlank("matter")) {
      return head.matters().get(0);
    }
    return head.matters().stream()
        .filter(m -> form.has("matter", Integer.toString(m.n())))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("no-such-matter"));
  }

  private CaseNumber number() {
    return Acts.number(number);
  }

  private ReadCase.Task task() {
    return cases.task(number(), "qualifyReport");
  }

  private View view(ReadCase.Task task, Form form) {
    var t = frame.t();
    return View.of(
        "casework/qualify-report",
        new Model(
            task,
            matter(task.head(), form),
            form,
            t.choices("qualification", List.of(Qualification.values())),
            t.choices("risk", List.of(Risk.values())),
            t.choices("priority", List.of(Priority.values())),
            t.choices("topic", List.of(Topic.values())),
            Shared.institutions(directory.all())));
  }
}
