package org.isonomia.casework.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import org.isonomia.casework.application.FindByName;
import org.isonomia.casework.application.OpenIdentity;
import org.isonomia.page.Form;
import org.isonomia.page.Row;
import org.isonomia.page.Texts;
import org.isonomia.page.View;
import org.isonomia.shared.Problem;

/**
 * The identity custodian's page: opens who a CONFIDENTIAL reporter is, and finds cases by the name
 * of a private person. Numbers and names travel in the body, never in the address, and what was
 * opened is shown once.
 */
@Path("/casework/identity")
@RequestScoped
public class IdentityPage {
  /**
   * @param opened {@code null} until something was opened
   * @param found {@code null} until somebody looked for a name
   */
  public record Model(
      Form form,
      Form search,
      OpenIdentity.Opened opened,
      FindByName.Found found,
      List<OpenIdentity.Line> last) {
    /** What was opened; how it is safe to reach the person stands before the ways to do it. */
    public List<Row> rows(Texts t) {
      var identity = opened.identity();
      var rows = new ArrayList<Row>();
      rows.add(Row.of(t.t("casework.identity.name"), identity.name()));
      rows.add(Row.of(t.t("casework.identity.address"), identity.address()));
      rows.add(Row.of(t.t("casework.words.safe"), identity.safeContact()));
      identity.further().forEach(said -> rows.add(Row.of(said.label(t), said.words(t))));
      rows.add(Row.of(t.t("casework.identity.email"), identity.email()));
      rows.add(Row.of(t.t("casework.identity.phone"), identity.phone()));
      return rows;
    }

    /** The form whose faults are shown. */
    public Form faulty() {
      return search.hasErrors() ? search : form;
    }
  }

  @Inject OpenIdentity open;
  @Inject FindByName find;

  @GET
  public View show() {
    return view(Form.empty(), Form.empty(), null, null);
  }

  @POST
  public View open(Form form) {
    try {
      var opened =
          open.handle(new OpenIdentity.Command(form.value("number"), form.value("reason")));
      return view(Form.empty(), Form.empty(), opened, null);
    } catch (Problem problem) {
      note(problem, form);
      return view(form, Form.empty(), null, null).status(form);
    }
  }

  @POST
  @Path("/names")
  public View find(Form form) {
    try {
      return view(Form.empty(), form, null, find.handle(form.value("name")));
    } catch (Problem problem) {
      note(problem, form);
      return view(Form.empty(), form, null, null).status(form);
    }
  }

  private static void note(Problem problem, Form form) {
    if (problem.kind() != Problem.Kind.INVALID || problem.errors().isEmpty()) {
      throw problem;
    }
    problem.errors().forEach(error -> form.error(error.pointer(), error.code()));
  }

  private View view(Form form, Form search, OpenIdentity.Opened opened, FindByName.Found found) {
    return View.of("casework/identity", new Model(form, search, opened, found, open.last()));
  }
}
