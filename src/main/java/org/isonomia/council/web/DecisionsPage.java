package org.isonomia.council.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.isonomia.council.application.ReadDecisions;
import org.isonomia.page.Language;
import org.isonomia.page.View;
import org.isonomia.shared.Problem;

/** What the Council decided, for everybody. */
@Path(Language.PATH + "/decisions")
@RequestScoped
public class DecisionsPage {
  public record ListModel(ReadDecisions.Page decisions, int page) {}

  @Inject ReadDecisions decisions;

  @GET
  public View list(@QueryParam("page") String typed) {
    // anything but a small number is the first page
    var page = typed != null && typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : 0;
    return View.of("council/decisions", new ListModel(decisions.newest(page), page));
  }

  @GET
  @Path("{year: \\d{4}}/{ordinal: \\d{1,5}}")
  public View one(@PathParam("year") int year, @PathParam("ordinal") int ordinal) {
    return View.of(
        "council/decision",
        decisions.find(year, ordinal).orElseThrow(() -> Problem.notFound("no-such-decision")));
  }
}
