package org.isonomia.intake.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.isonomia.intake.ConsentDesk.Consent;
import org.isonomia.intake.application.OpenMailbox;
import org.isonomia.intake.application.ReadReports;
import org.isonomia.intake.application.TellName;
import org.isonomia.page.Form;
import org.isonomia.page.Language;
import org.isonomia.page.View;
import org.isonomia.shared.CaseNumber;

/** The reporter tells one institution their name, or takes it back. */
@Path(Language.PATH + "/mailbox/name")
public class TellNamePages {
  private static final String ID = "id";

  @Inject Behind behind;
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
    return behind.shown(token, number -> page(number, id, Form.empty()));
  }

  @POST
  @Paced
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object tell(@CookieParam(Cookies.VISIT) String token, Form sent) {
    if (sent.has(Press.NAME, "take-back")) {
      return behind.pressed(
          token,
          sent,
          number -> {
            tellName.takeBack(number, sent.value(ID));
            return behind.open("");
          });
    }
    return behind.sent(
        token,
        sent,
        "name",
        number ->
            Behind.Page.of(
                    form -> page(number, form.value(ID), form),
                    form -> {
                      var id = form.value(ID);
                      tellName.handle(
                          new TellName.Command(
                              number, id, form.value("name-" + id), form.value("contact-" + id)));
                      return behind.open("");
                    })
                .wrong(
                    (refusal, form) ->
                        refusal
                            .errors()
                            .forEach(
                                e ->
                                    form.error(
                                        e.pointer() + "-" + form.value(ID),
                                        "intake.tell.wrong." + e.pointer() + "." + e.code()))));
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
        .orElseGet(() -> behind.open(""));
  }

  private Optional<Consent> mayTell(CaseNumber number, String id) {
    return openMailbox.read(number).consents().stream()
        .filter(consent -> consent.id().equals(id))
        .filter(consent -> consent.identity() != null)
        .filter(consent -> consent.identity().mayTell() && !consent.identity().isRead())
        .findFirst();
  }
}
