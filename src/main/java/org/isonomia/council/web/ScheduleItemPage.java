package org.isonomia.council.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.isonomia.council.application.ItemView;
import org.isonomia.council.application.ScheduleItem;
import org.isonomia.council.application.SeeCouncil;
import org.isonomia.council.application.SeeItem;
import org.isonomia.page.Form;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.shared.Problem;

/** The secretary chooses a meeting for an item. */
@Path(ItemPage.PATH + "/schedule-item")
@RequestScoped
public class ScheduleItemPage {
  public record Model(ItemView item, Form form, List<SeeCouncil.MeetingLine> meetings) {}

  @Inject SeeItem items;
  @Inject SeeCouncil council;
  @Inject ScheduleItem scheduleItem;

  @GET
  public View show(@PathParam("number") String number) {
    return page(number, Form.empty());
  }

  @POST
  public Object schedule(@PathParam("number") String number, Form form) {
    try {
      scheduleItem.handle(new ScheduleItem.Command(number, form.value("meeting")));
      return Redirect.to("/council/meetings/" + form.stripped("meeting")).build();
    } catch (Problem refused) {
      Answers.put(refused, form);
      return page(number, form).status(422);
    }
  }

  private View page(String number, Form form) {
    scheduleItem.ask();
    return View.of(
        "council/schedule-item", new Model(items.handle(number), form, council.handle().coming()));
  }
}
