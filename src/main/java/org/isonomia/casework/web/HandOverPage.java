package org.isonomia.casework.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.List;
import org.isonomia.access.People;
import org.isonomia.casework.application.HandOver;
import org.isonomia.casework.application.SeeHandOver;
import org.isonomia.page.Choice;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Redirect;
import org.isonomia.page.TimeLeft;
import org.isonomia.page.View;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;

/** The open cases of somebody who leaves, and who goes on with them. */
@Path("/access/hand-over")
@RequestScoped
public class HandOverPage {
  public record Line(
      String number, String title, String status, TimeLeft left, List<Choice> colleagues) {}

  /**
   * @param theirs {@code null} while nobody is chosen
   * @param given how many went over just now; {@code null} when nothing was done
   */
  public record Model(
      List<SeeHandOver.Holder> holders,
      SeeHandOver.Theirs theirs,
      List<Line> lines,
      List<Choice> all,
      Form form,
      Long given) {}

  @Inject SeeHandOver see;
  @Inject HandOver handOver;
  @Inject Frame frame;
  @Inject AppClock clock;

  @GET
  public View list(@QueryParam("given") String given) {
    return View.of(
        "casework/hand-over",
        new Model(see.holders(), null, List.of(), List.of(), Form.empty(), count(given)));
  }

  @GET
  @Path("{account: \\d{1,18}}")
  public View show(@PathParam("account") long account, @QueryParam("given") String given) {
    return page(account, Form.empty(), count(given));
  }

  @POST
  @Path("{account: \\d{1,18}}")
  public Object give(@PathParam("account") long account, Form form) {
    var to = new HashMap<CaseNumber, Long>();
    for (var field : form.values().keySet()) {
      if (field.matches("to-ET-\\d{4}-\\d{5,9}") && !form.isBlank(field)) {
        to.put(new CaseNumber(field.substring(3)), key(form, field));
      }
    }
    var command = new HandOver.Command(account, to, form.isBlank("all") ? null : key(form, "all"));
    return Acts.tried(
        form,
        () -> {
          var done = handOver.handle(command);
          return Redirect.to(
                  "/access/hand-over"
                      + (done.left() == 0 ? "" : "/" + account)
                      + "?given="
                      + done.given())
              .build();
        },
        () -> page(account, form, null));
  }

  private View page(long account, Form form, Long given) {
    var theirs = see.of(account);
    return View.of(
        "casework/hand-over",
        new Model(
            List.of(),
            theirs,
            theirs.lines().stream().map(this::line).toList(),
            choices(theirs.colleagues()),
            form,
            given));
  }

  private Line line(SeeHandOver.Line line) {
    return new Line(
        line.number().value(),
        line.title(),
        frame.t().t("casework.status." + line.status()),
        line.due() == null ? null : TimeLeft.of(clock.instant(), line.due()),
        choices(line.colleagues()));
  }

  private static List<Choice> choices(List<People.Person> people) {
    return people.stream().map(p -> Choice.of(Long.toString(p.accountId()), p.name())).toList();
  }

  private static long key(Form form, String field) {
    return form.stripped(field).matches("\\d{1,18}") ? Long.parseLong(form.stripped(field)) : 0;
  }

  private static Long count(String typed) {
    return typed != null && typed.matches("\\d{1,6}") ? Long.valueOf(typed) : null;
  }
}
