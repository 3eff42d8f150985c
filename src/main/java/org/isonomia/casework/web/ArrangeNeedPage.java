package org.isonomia.casework.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.isonomia.casework.application.ArrangeNeed;
import org.isonomia.page.Form;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;

/** Somebody sees to what a reporter needs, and says what was arranged. */
@Path("/casework/needs/{key}/arrange-need")
@RequestScoped
public class ArrangeNeedPage {
  public record Model(ArrangeNeed.Seen need, Form form) {}

  @PathParam("key")
  String key;

  @Inject ArrangeNeed act;

  @GET
  public Object show() {
    var need = act.look(key);
    return need.open()
        ? View.of("casework/arrange-need", new Model(need, Form.empty()))
        : Redirect.to(Acts.address(need.number()) + "#needs").build();
  }

  @POST
  public Object handle(Form form) {
    return Acts.tried(
        form,
        () ->
            Acts.done(
                act.handle(new ArrangeNeed.Command(key, form.value("answer"), form.value("text"))),
                "need"),
        () -> View.of("casework/arrange-need", new Model(act.look(key), form)));
  }
}
