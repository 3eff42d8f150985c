package org.isonomia.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.isonomia.access.Actor;
import org.isonomia.access.People;
import org.isonomia.access.Permission;
import org.isonomia.access.application.EndAbsence;
import org.isonomia.access.application.EnterAbsence;
import org.isonomia.access.application.SeeAbsences;
import org.isonomia.page.Choice;
import org.isonomia.page.Form;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.shared.Problem;

/** Who is away, until when, and who stands in. */
@Path("/access/absences")
@RequestScoped
public class AbsencesPage {
  /**
   * @param people who may be chosen as away; empty for whoever enters their own only
   * @param deputies who may be chosen as deputy of the person chosen
   * @param chosen account of the person the form is about
   */
  public record Model(
      List<SeeAbsences.Line> lines,
      Form form,
      List<Choice> people,
      List<Choice> deputies,
      long chosen,
      String done) {}

  private static final Set<String> DONE = Set.of("entered", "ended");

  @Inject SeeAbsences absences;
  @Inject EnterAbsence enter;
  @Inject EndAbsence end;

  /**
   * @param person whose absence the form enters; another one's only for whoever keeps absences
   */
  @GET
  public View show(@QueryParam("person") String person, @QueryParam("done") String done) {
    return page(Form.empty(), KeysPage.id(person == null ? "" : person), done);
  }

  @POST
  public Object enter(Form form) {
    var person = KeysPage.id(form.value("person"));
    var deputy = KeysPage.id(form.value("deputy"));
    try {
      enter.handle(
          new EnterAbsence.Command(
              person == 0 ? null : person,
              deputy == 0 ? null : deputy,
              day(form, "from"),
              day(form, "to")));
      return Redirect.to("/access/absences?done=entered").build();
    } catch (Problem refused) {
      if (refused.errors().isEmpty()) {
        throw refused;
      }
      refused.errors().forEach(error -> form.error(error.pointer(), error.code()));
      return page(form, person, null).status(422);
    }
  }

  @POST
  @Path("{id: \\d{1,18}}/end")
  public Response end(@PathParam("id") long id) {
    end.handle(new EndAbsence.Command(id));
    return Redirect.to("/access/absences?done=ended").build();
  }

  private static LocalDate day(Form form, String field) {
    return form.date(field).orElse(null);
  }

  private View page(Form form, long person, String done) {
    var me = Actor.current();
    var keeps = Permission.KEEP_ABSENCES.heldBy(me);
    var office = keeps ? absences.office() : List.<People.Person>of();
    var chosen = office.stream().anyMatch(p -> p.accountId() == person) ? person : me.accountId();
    return View.of(
        "access/absences",
        new Model(
            absences.open(),
            form.with("person", Long.toString(chosen)),
            choices(office),
            choices(absences.deputiesOf(chosen)),
            chosen,
            done != null && DONE.contains(done) ? done : null));
  }

  private static List<Choice> choices(List<People.Person> people) {
    return people.stream().map(p -> Choice.of(Long.toString(p.accountId()), p.name())).toList();
  }
}
