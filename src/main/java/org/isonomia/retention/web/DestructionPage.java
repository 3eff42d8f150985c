package org.isonomia.retention.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.isonomia.page.Form;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.retention.application.ApproveDestruction;
import org.isonomia.retention.application.RefuseDestruction;
import org.isonomia.retention.application.SeeDestruction;
import org.isonomia.shared.Problem;

/** One list of cases to be destroyed; afterwards the protocol, made to be printed. */
@Path("/privacy/retention/lists/{number: L-[0-9]{4}-[0-9]{5,9}}")
@RequestScoped
public class DestructionPage {
  /**
   * @param form field {@code reason} of a refusal
   */
  public record Model(SeeDestruction.Protocol list, Form form) {}

  @Inject SeeDestruction see;
  @Inject ApproveDestruction approve;
  @Inject RefuseDestruction refuse;

  @GET
  public View see(@PathParam("number") String number) {
    return page(number, Form.empty());
  }

  @POST
  public Object decide(@PathParam("number") String number, Form form) {
    if (form.has("decision", "approve")) {
      approve.handle(number);
      return Redirect.to("/privacy/retention/lists/" + number).build();
    }
    try {
      refuse.handle(new RefuseDestruction.Command(number, form.value("reason")));
      return Redirect.to("/privacy/retention/lists/" + number).build();
    } catch (Problem refused) {
      if (refused.kind() != Problem.Kind.INVALID) {
        throw refused;
      }
      refused.errors().forEach(error -> form.error(error.pointer(), error.code()));
      return page(number, form).status(422);
    }
  }

  private View page(String number, Form form) {
    return View.of("retention/list", new Model(see.handle(number), form));
  }
}
