package org.isonomia.casework.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.isonomia.casework.application.OpenOriginal;
import org.isonomia.intake.Downloads;
import org.isonomia.page.Form;
import org.isonomia.page.View;
import org.isonomia.shared.Problem;

/**
 * The identity custodian's page for files as they came. Numbers travel in the body; what an
 * original may give away is said before anything is opened.
 */
@Path("/casework/identity/originals")
@RequestScoped
public class OriginalsPage {
  /**
   * @param listed {@code null} until a case was named
   */
  public record Model(Form form, OpenOriginal.Listed listed) {}

  @Inject OpenOriginal open;

  @GET
  public View show() {
    open.ask();
    return view(Form.empty(), null);
  }

  @POST
  public View list(Form form) {
    try {
      return view(form, open.list(form.value("number")));
    } catch (Problem problem) {
      if (problem.kind() != Problem.Kind.INVALID || problem.errors().isEmpty()) {
        throw problem;
      }
      problem.errors().forEach(error -> form.error(error.pointer(), error.code()));
      return view(form, null).status(422);
    }
  }

  @POST
  @Path("/open")
  public Response open(Form form) {
    open.ask(); // before anything that was typed, so that nobody else learns what is a number
    var typed = form.value("file");
    if (!typed.matches("\\d{1,18}")) {
      throw Problem.notFound("no-such-file");
    }
    var file = Long.parseLong(typed);
    var opened = open.handle(new OpenOriginal.Command(form.value("number"), file));
    return Downloads.of(opened.file(), opened.number() + "-" + file);
  }

  private static View view(Form form, OpenOriginal.Listed listed) {
    return View.of("casework/originals", new Model(form, listed));
  }
}
