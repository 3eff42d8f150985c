package org.isonomia.retention.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import org.isonomia.page.Form;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.retention.application.ChangeClass;
import org.isonomia.retention.application.SeeClasses;
import org.isonomia.retention.domain.Ending;
import org.isonomia.retention.domain.RetentionClass;
import org.isonomia.shared.Problem;

/** How long files are kept, and by which law. */
@Path("/privacy/retention/classes")
@RequestScoped
public class ClassesPage {
  private static final String HERE = "/privacy/retention/classes/";

  /**
   * @param changed whether somebody else saved it in the meantime
   */
  public record Model(
      SeeClasses.One one,
      Form form,
      List<String> starts,
      List<String> endings,
      boolean saved,
      boolean changed) {}

  @Inject SeeClasses see;
  @Inject ChangeClass change;

  @GET
  public View all() {
    return View.of("retention/classes", new Lines(see.all()));
  }

  public record Lines(List<SeeClasses.Line> lines) {}

  @GET
  @Path("/{qualification: [A-Z_]{1,30}}")
  public View one(
      @PathParam("qualification") String qualification, @QueryParam("saved") String saved) {
    var one = see.one(qualification);
    return page(one, filled(one), saved != null, false);
  }

  @POST
  @Path("/{qualification: [A-Z_]{1,30}}")
  public Object save(@PathParam("qualification") String qualification, Form form) {
    try {
      change.handle(
          new ChangeClass.Command(
              qualification,
              form.value("version"),
              form.value("archiveClass"),
              form.value("starts"),
              form.value("amount"),
              form.value("ending"),
              form.value("basis"),
              form.value("reason")));
      return Redirect.to(HERE + qualification + "?saved=1").build();
    } catch (Problem refused) {
      if (refused.kind() == Problem.Kind.FORBIDDEN) {
        throw refused;
      }
      var one = see.one(qualification);
      if (refused.kind() == Problem.Kind.INVALID) {
        refused.errors().forEach(error -> form.error(error.pointer(), error.code()));
        return page(one, form, false, false).status(422);
      }
      if (refused.code().equals("class-changed")) {
        // saving again is a decision then, and no accident
        form.with("version", Long.toString(one.version()));
        return page(one, form, false, true).status(409);
      }
      throw refused;
    }
  }

  private static View page(SeeClasses.One one, Form form, boolean saved, boolean changed) {
    return View.of(
        "retention/class",
        new Model(
            one,
            form,
            Arrays.stream(RetentionClass.Start.values()).map(Enum::name).toList(),
            Arrays.stream(Ending.values()).map(Enum::name).toList(),
            saved,
            changed));
  }

  private static Form filled(SeeClasses.One one) {
    return Form.empty()
        .with("archiveClass", one.rule().archiveClass())
        .with("starts", one.rule().starts().name())
        .with("amount", Integer.toString(one.rule().period().getYears()))
        .with("ending", one.rule().ending().name())
        .with("basis", one.rule().basis())
        .with("version", Long.toString(one.version()));
  }
}
