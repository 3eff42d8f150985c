package org.isonomia.casework.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.isonomia.casework.application.TranslateText;
import org.isonomia.page.Form;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;

/** A translator's page: one text, and a place for its translation. Nothing else of the case. */
@Path("/casework/translations/{key}/translate-text")
@RequestScoped
public class TranslateTextPage {
  public record Model(TranslateText.Seen text, Form form) {}

  @PathParam("key")
  String key;

  @Inject TranslateText act;

  @GET
  public View show() {
    var text = act.look(key);
    return View.of(
        "casework/translate-text", new Model(text, Form.empty().with("polish", text.draft())));
  }

  @POST
  public Object handle(Form form) {
    return Acts.tried(
        form,
        () -> {
          act.handle(new TranslateText.Command(key, form.value("status"), form.value("polish")));
          return Redirect.to("/casework?done=translated").build();
        },
        () -> View.of("casework/translate-text", new Model(act.look(key), form)));
  }
}
