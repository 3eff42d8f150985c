package org.isonomia.council.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.isonomia.access.People;
import org.isonomia.access.Role;
import org.isonomia.council.application.ChangeRules;
import org.isonomia.council.application.EndMembership;
import org.isonomia.council.application.OpenTerm;
import org.isonomia.council.application.SeatMember;
import org.isonomia.council.application.SeeTerm;
import org.isonomia.council.domain.Majority;
import org.isonomia.council.domain.Office;
import org.isonomia.council.domain.SeatKind;
import org.isonomia.page.Form;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.shared.Problem;

/** The term: its rules of procedure and who sits in it. Members read it, the secretary keeps it. */
@Path("/council/term")
@RequestScoped
public class TermPage {
  /**
   * @param term {@code null} when there is none today
   * @param form of whichever form on the page was sent
   * @param accounts people who may be given a seat
   */
  public record Model(
      SeeTerm.TermView term,
      Form form,
      Rights rights,
      List<People.Person> accounts,
      List<SeatKind> seatKinds,
      List<Office> offices,
      List<Majority> majorities) {}

  @Inject SeeTerm terms;
  @Inject OpenTerm openTerm;
  @Inject ChangeRules changeRules;
  @Inject SeatMember seatMember;
  @Inject EndMembership endMembership;
  @Inject Instance<People> people;

  @GET
  public View show() {
    return page(Form.empty());
  }

  @POST
  public Object open(Form form) {
    return act(
        form,
        () ->
            openTerm.handle(
                new OpenTerm.Command(
                    Answers.number(form.stripped("number")),
                    form.date("from").orElse(null),
                    form.date("to").orElse(null),
                    Answers.number(form.stripped("seats")),
                    Answers.number(form.stripped("quorum")),
                    Answers.number(form.stripped("quorum-of")),
                    Answers.code(Majority.class, form.value("majority")))));
  }

  @POST
  @Path("rules")
  public Object rules(Form form) {
    return act(
        form,
        () ->
            changeRules.handle(
                new ChangeRules.Command(
                    Answers.number(form.stripped("seats")),
                    Answers.number(form.stripped("quorum")),
                    Answers.number(form.stripped("quorum-of")),
                    Answers.code(Majority.class, form.value("majority")))));
  }

  @POST
  @Path("members")
  public Object seat(Form form) {
    return act(
        form,
        () ->
            seatMember.handle(
                new SeatMember.Command(
                    form.value("account").matches("\\d{1,18}")
                        ? Long.valueOf(form.value("account"))
                        : null,
                    form.value("name"),
                    Answers.code(SeatKind.class, form.value("seatKind")),
                    Answers.code(Office.class, form.value("office")),
                    organisations(form.value("organisations")))));
  }

  @POST
  @Path("members/{member: M-\\d{1,3}-\\d{2,4}}/end")
  public Response end(@PathParam("member") String member) {
    endMembership.handle(new EndMembership.Command(member));
    return Redirect.to("/council/term").build();
  }

  private static Set<String> organisations(String typed) {
    var codes =
        new HashSet<>(
            Arrays.asList(typed.toUpperCase(java.util.Locale.ROOT).strip().split("[\\s,;]+")));
    codes.remove("");
    return codes;
  }

  private Object act(Form form, Runnable act) {
    try {
      act.run();
      return Redirect.to("/council/term").build();
    } catch (Problem refused) {
      Answers.put(refused, form);
      return page(form).status(422);
    }
  }

  private View page(Form form) {
    var rights = Rights.now();
    var term = terms.handle();
    if (term != null && !form.values().containsKey("seats")) {
      form.with("seats", Integer.toString(term.seats()))
          .with("quorum", Integer.toString(term.quorum().numerator()))
          .with("quorum-of", Integer.toString(term.quorum().denominator()))
          .with("majority", term.majority().name());
    }
    return View.of(
        "council/term",
        new Model(
            term,
            form,
            rights,
            rights.keepTerm() && people.isResolvable()
                ? people.get().withRole(Role.COUNCIL_MEMBER)
                : List.of(),
            List.of(SeatKind.values()),
            List.of(Office.values()),
            List.of(Majority.values())));
  }
}
