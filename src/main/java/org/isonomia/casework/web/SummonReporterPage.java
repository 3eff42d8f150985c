package org.isonomia.casework.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.isonomia.casework.application.DeliverSummons;
import org.isonomia.casework.application.NoteCompleted;
import org.isonomia.casework.application.ReadCase;
import org.isonomia.casework.application.SummonReporter;
import org.isonomia.casework.domain.Summons;
import org.isonomia.page.Choice;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.shared.CaseNumber;

/**
 * The person is asked to complete a formal letter (regulation of 8 January 2002, § 8); once they
 * are, the page says where that stands and takes what came by post.
 */
@Path("/casework/cases/{number}/summons")
@RequestScoped
public class SummonReporterPage {
  /**
   * @param open the matter whose summons is not answered; {@code null} when none is
   */
  public record Model(
      ReadCase.Task task,
      Form form,
      ReadCase.MatterLine open,
      List<Choice> matters,
      List<Choice> missing) {}

  @PathParam("number")
  String number;

  @Inject ReadCase cases;
  @Inject SummonReporter act;
  @Inject DeliverSummons deliver;
  @Inject NoteCompleted completed;
  @Inject Frame frame;

  @GET
  public Object show() {
    var task = task();
    return isUseful(task) ? view(task, Form.empty()) : Redirect.to(Acts.address(number())).build();
  }

  @POST
  public Object handle(Form form) {
    return Acts.tried(
        form,
        () -> {
          act.ask();
          act.handle(
              new SummonReporter.Command(
                  number(),
                  Matters.chosen(form, Matters.toSummon(task().head())),
                  new LinkedHashSet<>(form.values("missing")),
                  form.value("words")));
          return Acts.done(number(), "summoned");
        },
        () -> view(task(), form));
  }

  /** A posted letter was handed to the person on this day. */
  @POST
  @Path("/delivered")
  public Object delivered(Form form) {
    return Acts.tried(
        form,
        () -> {
          act.ask();
          deliver.handle(
              new DeliverSummons.Command(number(), open(), form.date("day").orElse(null)));
          return Acts.done(number(), "delivered");
        },
        () -> view(task(), form));
  }

  /** What was missing came in another way. */
  @POST
  @Path("/completed")
  public Object completed() {
    act.ask();
    completed.handle(number(), open());
    return Acts.done(number(), "completed");
  }

  private int open() {
    return task().head().matters().stream()
        .filter(m -> m.summons() != null)
        .mapToInt(ReadCase.MatterLine::n)
        .findFirst()
        .orElse(0);
  }

  private static boolean isUseful(ReadCase.Task task) {
    return task.head().matters().stream().anyMatch(m -> m.maySummon() || m.summons() != null);
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
        "casework/summons",
        new Model(
            task,
            form,
            task.head().matters().stream()
                .filter(m -> m.summons() != null)
                .findFirst()
                .orElse(null),
            Matters.choices(t, Matters.toSummon(task.head())),
            Arrays.stream(Summons.Missing.values())
                .map(code -> Choice.of(code.name(), t.t("casework.summons.missing." + code)))
                .toList()));
  }
}
