package org.isonomia.casework.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.isonomia.casework.application.SeeReaders;
import org.isonomia.page.View;

/** Everybody who has read a case, page by page. */
@Path("/casework/cases/{number}/readers")
@RequestScoped
public class ReadersPage {
  /**
   * @param number of the case
   */
  public record Model(String number, SeeReaders.Page readers) {}

  @PathParam("number")
  String number;

  @Inject SeeReaders readers;

  @GET
  public View show(@QueryParam("before") String before) {
    var from = before != null && before.matches("\\d{1,18}") ? Long.valueOf(before) : null;
    return View.of(
        "casework/readers", new Model(number, readers.handle(Acts.number(number), from)));
  }
}
