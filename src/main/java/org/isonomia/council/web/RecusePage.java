package org.isonomia.council.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.isonomia.council.application.ItemView;
import org.isonomia.council.application.Recuse;
import org.isonomia.council.application.SeeItem;
import org.isonomia.page.Form;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.shared.Problem;

/**
 * A member says that an item touches their own interest. A flagged member answers here without
 * seeing the item.
 */
@Path(ItemPage.PATH + "/recuse")
@RequestScoped
public class RecusePage {
  /**
   * @param item {@code null} while a flag hides it
   */
  public record Model(String number, ItemView item, Form form) {}

  @Inject SeeItem items;
  @Inject Recuse recuse;

  @GET
  public View show(@PathParam("number") String number) {
    recuse.ask();
    return page(number, Form.empty());
  }

  @POST
  public Object declare(@PathParam("number") String number, Form form) {
    try {
      recuse.handle(new Recuse.Command(number, form.value("reason")));
      return Redirect.to("/council").build();
    } catch (Problem refused) {
      Answers.put(refused, form);
      return page(number, form).status(422);
    }
  }

  private View page(String number, Form form) {
    var item = items.isFlaggedForMe(number) ? null : items.handle(number);
    return View.of("council/recuse", new Model(number, item, form));
  }
}
