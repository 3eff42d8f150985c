package org.isonomia.council.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.isonomia.council.application.SeeCouncil;
import org.isonomia.page.View;

/** The Council at a glance. */
@Path("/council")
@RequestScoped
public class CouncilPage {
  public record Model(SeeCouncil.Overview council, Rights rights) {
    /** Where an item's question to me is answered. */
    public String href(SeeCouncil.Todo todo) {
      return "/council/items/"
          + todo.item()
          + switch (todo.ask()) {
            case ACCEPT -> "/accept-item";
            case RELEASE -> "/release-brief";
            case SCHEDULE -> "/schedule-item";
            case DECIDE -> "/decide-item";
            case VOTE -> "";
            case ANSWER_FLAG -> "/recuse";
          };
    }
  }

  @Inject SeeCouncil council;

  @GET
  public View show() {
    return View.of("council/council", new Model(council.handle(), Rights.now()));
  }
}
