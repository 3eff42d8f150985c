package org.isonomia.council.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.isonomia.council.application.ItemView;
import org.isonomia.council.application.ReleaseBrief;
import org.isonomia.council.application.SeeItem;
import org.isonomia.page.Form;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.shared.Problem;

/** A second person reads the brief and releases it, or keeps it back. */
@Path(ItemPage.PATH + "/release-brief")
@RequestScoped
public class ReleaseBriefPage {
  public record Model(ItemView item, Form form) {}

  @Inject SeeItem items;
  @Inject ReleaseBrief releaseBrief;

  @GET
  public View show(@PathParam("number") String number) {
    return page(number, Form.empty());
  }

  @POST
  public Object decide(@PathParam("number") String number, Form form) {
    try {
      var answer = form.value("release");
      Boolean release =
          answer.equals("yes") ? Boolean.TRUE : answer.equals("no") ? Boolean.FALSE : null;
      releaseBrief.handle(new ReleaseBrief.Command(number, release, form.value("reason")));
      return Redirect.to("/council").build();
    } catch (Problem refused) {
      Answers.put(refused, form);
      return page(number, form).status(422);
    }
  }

  private View page(String number, Form form) {
    releaseBrief.ask();
    return View.of("council/release-brief", new Model(items.handle(number), form));
  }
}
