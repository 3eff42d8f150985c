package org.isonomia.council.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.isonomia.council.application.ProposeItem;
import org.isonomia.council.application.SeeCouncil;
import org.isonomia.council.domain.ItemType;
import org.isonomia.page.Form;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.shared.Problem;

/** A member proposes an item of their own. */
@Path("/council/items/new")
@RequestScoped
public class NewItemPage {
  public record Model(Form form, List<ItemType> types) {}

  @Inject ProposeItem proposeItem;
  @Inject SeeCouncil council;

  @GET
  public View show() {
    proposeItem.ask();
    council.handle();
    return page(Form.empty());
  }

  @POST
  public Object propose(Form form) {
    try {
      var number =
          proposeItem.handle(
              new ProposeItem.Command(
                  Answers.code(ItemType.class, form.value("type")),
                  form.value("title"),
                  form.value("question"),
                  form.value("brief"),
                  null));
      return Redirect.to("/council/items/" + number).build();
    } catch (Problem refused) {
      Answers.put(refused, form);
      return page(form).status(422);
    }
  }

  private static View page(Form form) {
    return View.of("council/new-item", new Model(form, List.of(ItemType.values())));
  }
}
