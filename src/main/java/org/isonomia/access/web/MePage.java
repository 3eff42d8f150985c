package org.isonomia.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.isonomia.access.Actor;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.access.application.KeepAccounts;
import org.isonomia.page.Form;
import org.isonomia.page.Language;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.shared.Problem;

/** One's own account: roles, what they allow, and the language of the pages. */
@Path("/me")
@RequestScoped
public class MePage {
  public record Model(
      Set<Role> roles, List<Permission> may, String language, List<Language> languages) {}

  @Inject KeepAccounts accounts;

  @GET
  public View show() {
    var actor = Actor.current();
    if (!actor.isSignedIn()) {
      throw Problem.unauthenticated();
    }
    var may =
        Arrays.stream(Permission.values())
            .filter(p -> !p.roles().isEmpty() && p.heldBy(actor))
            .toList();
    return View.of(
        "access/me", new Model(actor.roles(), may, actor.language(), List.of(Language.values())));
  }

  @POST
  public Response readIn(Form form) {
    accounts.readIn(Language.of(form.value("language")).orElse(Language.PL).tag());
    return Redirect.to("/me").build();
  }
}
