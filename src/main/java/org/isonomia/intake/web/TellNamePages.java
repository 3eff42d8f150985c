package org.isonomia.intake.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.isonomia.intake.ConsentDesk.Consent;
import org.isonomia.intake.application.MailboxVisit;
import org.isonomia.intake.application.OpenMailbox;
import org.isonomia.intake.application.ReadReports;
import org.isonomia.intake.application.TellName;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Language;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/** The reporter tells one institution their name, or takes it back. */
@Path(Language.PATH + "/mailbox/identity")
public class TellNamePages {
  private static final String OPEN = "/mailbox/open";
  private static final String ID = "id";

  @Inject Frame frame;
  @Inject MailboxVisit visits;
  @Inject OpenMailbox openMailbox;
  @Inject ReadReports reports;
  @Inject TellName tellName;

  /**
   * @param id of the consent
   * @param recipient the institution
   * @param honest text key of who reads it and who does not
   */
  public record Telling(Form form, String id, String recipient, String honest) {
    public String nameField() {
      return "name-" + id;
    }

    public String contactField() {
      return "contact-" + id;
    }

    @Override
    public String toString() {
      return "Telling";
    }
  }

  @GET
  public Object read(@CookieParam(Cookies.VISIT) String token, @QueryParam(ID) String id) {
    return visits.find(token).map(number -> page(number, id, Form.empty())).orElseGet(this::ended);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object tell(@CookieParam(Cookies.VISIT) String token, Form form) {
    var visit = visits.find(token);
    var id = form.value(ID);
    if (visit.isEmpty()) {
      return form.has(Press.NAME, "take-back") ? ended() : EnterPage.waiting(form, "name");
    }
    var number = visit.get();
    if (form.has(Press.NAME, "take-back")) {
      tellName.takeBack(number, id);
      return open();
    }
    if (Press.shows(form) || Press.leavesUnsent(form, Form.empty())) {
      return page(number, id, form);
    }
    if (form.has(Press.NAME, Press.BACK)) {
      return open();
    }
    try {
      tellName.handle(
          new TellName.Command(number, id, form.value("name-" + id), form.value("contact-" + id)));
      return open();
    } catch (Problem refusal) {
      if (refusal.errors().isEmpty()) {
        throw refusal;
      }
      refusal
          .errors()
          .forEach(
              e ->
                  form.error(
                      e.pointer() + "-" + id, "intake.tell.wrong." + e.pointer() + "." + e.code()));
      return page(number, id, form);
    }
  }

  /** The form for one institution, or the mailbox where nothing can be told. */
  private Object page(CaseNumber number, String id, Form form) {
    return mayTell(number, id)
        .<Object>map(
            consent ->
                View.of(
                        "intake/tell",
                        new Telling(
                            form,
                            consent.id(),
                            consent.recipient(),
                            "intake.tell.honest." + reports.facts(number).identityMode()))
                    .status(form))
        .orElseGet(this::open);
  }

  private Optional<Consent> mayTell(CaseNumber number, String id) {
    return openMailbox.read(number).consents().stream()
        .filter(consent -> consent.id().equals(id))
        .filter(consent -> consent.identity() != null)
        .filter(consent -> consent.identity().mayTell() && !consent.identity().isRead())
        .findFirst();
  }

  private Response open() {
    return Redirect.to(frame.link(OPEN)).build();
  }

  private Response ended() {
    return Redirect.to(frame.link("/mailbox") + "?ended=1").build();
  }
}
