package org.isonomia.council.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.isonomia.access.Actor;
import org.isonomia.access.People;
import org.isonomia.access.Permission;
import org.isonomia.council.application.CastBallot;
import org.isonomia.council.application.ItemView;
import org.isonomia.council.application.SeeItem;
import org.isonomia.council.domain.Choice;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.ProcessPicture;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.workflow.Pictures;

/** One item with its papers; here a member votes. */
@Path("/council/items/{number: " + ItemPage.NUMBER + "}")
@RequestScoped
public class ItemPage {
  static final String NUMBER = "AI-\\d{4}-\\d{5,9}";
  static final String PATH = "/council/items/{number: " + NUMBER + "}";

  public record Model(ItemView item, Rights rights, ProcessPicture picture) {}

  @Inject SeeItem items;
  @Inject CastBallot castBallot;
  @Inject Pictures pictures;
  @Inject People people;
  @Inject Frame frame;

  @GET
  public View show(@PathParam("number") String number) {
    return View.of("council/item", new Model(items.handle(number), Rights.now(), picture(number)));
  }

  /**
   * Where the item is. Members see that a second person read a brief, those who run the Council
   * also who.
   */
  private ProcessPicture picture(String number) {
    var names =
        Permission.RECORD_DECISION.heldBy(Actor.current())
            || Permission.RELEASE_BRIEF.heldBy(Actor.current());
    var visits =
        items.steps(number).stream()
            .map(
                step ->
                    new ProcessPicture.Visit(
                        step.element(),
                        step.enteredAt(),
                        step.leftAt(),
                        step.cancelled(),
                        names && step.by() != null ? name(step.by()) : null))
            .toList();
    return ProcessPicture.of(pictures.of("council", "agendaItemRouting"), frame.t(), visits);
  }

  private String name(long account) {
    return people.find(account).map(People.Person::name).orElse(null);
  }

  @POST
  @Path("ballot")
  public Response vote(@PathParam("number") String number, Form form) {
    castBallot.handle(
        new CastBallot.Command(number, Answers.code(Choice.class, form.value("choice"))));
    // back to the card in the list it was pressed in
    return form.isBlank("meeting") || !form.value("meeting").matches(MeetingPage.NUMBER)
        ? Redirect.to("/council/items/" + number).build()
        : Redirect.to("/council/meetings/" + form.value("meeting") + "#" + number).build();
  }
}
