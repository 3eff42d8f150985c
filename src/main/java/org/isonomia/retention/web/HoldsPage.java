package org.isonomia.retention.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Arrays;
import java.util.List;
import org.isonomia.page.Form;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.retention.application.LiftHold;
import org.isonomia.retention.application.SeeHolds;
import org.isonomia.retention.application.SetHold;
import org.isonomia.retention.domain.Hold;
import org.isonomia.shared.Problem;

/** Cases that must not be destroyed, and for whom. */
@Path("/privacy/retention/holds")
@RequestScoped
public class HoldsPage {
  static final String HERE = "/privacy/retention/holds";

  /**
   * @param form of a new hold, and of lifting one: {@code reason-} and its key
   */
  public record Model(SeeHolds.Lines lines, List<String> codes, Form form) {}

  @Inject SeeHolds see;
  @Inject SetHold set;
  @Inject LiftHold lift;

  @GET
  public View see() {
    return page(Form.empty());
  }

  @POST
  public Object set(Form form) {
    return done(
        form,
        () ->
            set.handle(
                new SetHold.Command(
                    form.value("number"), form.value("code"), form.value("reference"))));
  }

  @POST
  @Path("/{id: [0-9]{1,18}}/lift")
  public Object lift(@PathParam("id") long id, Form form) {
    return done(form, () -> lift.handle(new LiftHold.Command(id, form.value("reason-" + id))));
  }

  private Object done(Form form, Runnable act) {
    try {
      act.run();
      return Redirect.to(HERE).build();
    } catch (Problem refused) {
      if (refused.kind() != Problem.Kind.INVALID) {
        throw refused;
      }
      refused.errors().forEach(error -> form.error(error.pointer(), error.code()));
      return page(form).status(422);
    }
  }

  private View page(Form form) {
    return View.of(
        "retention/holds",
        new Model(see.handle(), Arrays.stream(Hold.Code.values()).map(Enum::name).toList(), form));
  }
}
