package org.isonomia.council.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.isonomia.council.application.ClearConflict;
import org.isonomia.council.application.ExcludeMember;
import org.isonomia.council.application.ItemView;
import org.isonomia.council.application.SeeItem;
import org.isonomia.page.Form;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.shared.Problem;

/**
 * The chair settles conflicts of interest on an item: excludes a member, or clears a computed flag.
 */
@Path(ItemPage.PATH + "/conflicts")
@RequestScoped
public class ConflictsPage {
  public record Model(ItemView item, Form form) {}

  @Inject SeeItem items;
  @Inject ExcludeMember excludeMember;
  @Inject ClearConflict clearConflict;

  @GET
  public View show(@PathParam("number") String number) {
    return page(number, Form.empty());
  }

  @POST
  public Object settle(@PathParam("number") String number, Form form) {
    try {
      switch (form.value("decision")) {
        case "exclude" ->
            excludeMember.handle(
                new ExcludeMember.Command(number, form.value("member"), form.value("reason")));
        case "clear" ->
            clearConflict.handle(
                new ClearConflict.Command(number, form.value("member"), form.value("reason")));
        default -> form.error("decision", "council.problem.choose");
      }
    } catch (Problem refused) {
      Answers.put(refused, form);
    }
    return form.hasErrors()
        ? page(number, form).status(422)
        : Redirect.to("/council/items/" + number + "/conflicts").build();
  }

  private View page(String number, Form form) {
    excludeMember.ask();
    return View.of("council/conflicts", new Model(items.handle(number), form));
  }
}
