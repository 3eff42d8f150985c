package org.isonomia.council.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.HashSet;
import java.util.Set;
import org.isonomia.council.application.AcceptItem;
import org.isonomia.council.application.ItemView;
import org.isonomia.council.application.RejectItem;
import org.isonomia.council.application.SeeItem;
import org.isonomia.page.Form;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.shared.Problem;

/** The chair takes an item up or sends it back. */
@Path(ItemPage.PATH + "/accept-item")
@RequestScoped
public class AcceptItemPage {
  public record Model(ItemView item, Form form, Set<String> organisations) {}

  @Inject SeeItem items;
  @Inject AcceptItem acceptItem;
  @Inject RejectItem rejectItem;

  @GET
  public View show(@PathParam("number") String number) {
    return page(number, Form.empty());
  }

  @POST
  public Object decide(@PathParam("number") String number, Form form) {
    try {
      switch (form.value("decision")) {
        case "accept" ->
            acceptItem.handle(
                new AcceptItem.Command(number, new HashSet<>(form.values("concerns"))));
        case "reject" -> rejectItem.handle(new RejectItem.Command(number, form.value("reason")));
        default -> form.error("decision", "council.problem.choose-acceptance");
      }
    } catch (Problem refused) {
      Answers.put(refused, form);
    }
    return form.hasErrors() ? page(number, form).status(422) : Redirect.to("/council").build();
  }

  private View page(String number, Form form) {
    acceptItem.ask();
    return View.of(
        "council/accept-item", new Model(items.handle(number), form, items.organisations()));
  }
}
