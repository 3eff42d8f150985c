package org.isonomia.intake.web;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isonomia.intake.OwnReport;
import org.isonomia.intake.RightsDesk;
import org.isonomia.intake.application.CorrectReport;
import org.isonomia.intake.application.MailboxVisit;
import org.isonomia.intake.application.WriteToOffice;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Language;
import org.isonomia.page.Redirect;
import org.isonomia.page.Row;
import org.isonomia.page.Texts;
import org.isonomia.page.View;
import org.isonomia.privacy.Keyring;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/**
 * What is mine by the law on data protection, behind the receipt: a copy of everything, my words
 * put right, and erasure.
 */
@Path(Language.PATH + "/mailbox/rights")
public class OwnRightsPages {
  @Inject Frame frame;
  @Inject MailboxVisit visits;
  @Inject Instance<RightsDesk> desk;
  @Inject OwnReport own;
  @Inject CorrectReport correct;
  @Inject WriteToOffice writeToOffice;

  /**
   * @param erasing words of what can be said about erasing
   * @param basis provision in Polish for which it is kept; {@code null} where it may be erased
   * @param mayErase whether it can be asked for
   * @param asked what was asked for and answered, in words
   * @param renewed when the receipt was made anew, in words
   */
  public record Rights(
      String number,
      List<String> erasing,
      String basis,
      boolean mayErase,
      List<String> asked,
      List<String> renewed,
      boolean done) {}

  /**
   * @param fields names of the fields in order
   * @param earlier by field: what stood there and until when
   */
  public record Correcting(Form form, List<String> fields, Map<String, List<Row>> earlier) {
    @Override
    public String toString() {
      return "Correcting";
    }
  }

  /** The question before what cannot be undone. */
  public record Asking(String number) {}

  @GET
  public Object show(@CookieParam(Cookies.VISIT) String token, @QueryParam("done") String done) {
    return visits
        .find(token)
        .<Object>map(number -> view(number, done != null))
        .orElseGet(this::ended);
  }

  /** By a press of a button, so that nothing fetches it beforehand. */
  @POST
  @Path("/package")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object pack(@CookieParam(Cookies.VISIT) String token, Form form) {
    var number = visits.find(token);
    if (number.isEmpty()) {
      return ended();
    }
    var pack = desk.get().pack(number.get(), frame.language().tag());
    // written after the filters have taken the keys away
    var keys = Keyring.carrier();
    StreamingOutput zip = out -> keys.accept(() -> pack.accept(out));
    return Response.ok(zip, "application/zip")
        .header("Content-Disposition", "attachment; filename=\"" + number.get() + ".zip\"")
        .build();
  }

  @POST
  @Path("/erasure")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object erase(@CookieParam(Cookies.VISIT) String token, Form form) {
    var number = visits.find(token);
    if (number.isEmpty()) {
      return ended();
    }
    if (!form.has("sure", "yes") && mayErase(desk.get().erasing(number.get()))) {
      return View.of("intake/erase", new Asking(number.get().value()));
    }
    desk.get().askErasure(number.get());
    return Redirect.to(frame.link("/mailbox/rights") + "?done=1").build();
  }

  @GET
  @Path("/correct")
  public Object correcting(@CookieParam(Cookies.VISIT) String token) {
    var number = visits.find(token);
    if (number.isEmpty()) {
      return ended();
    }
    return correcting(number.get(), now(number.get()));
  }

  private Form now(CaseNumber number) {
    var form = Form.empty();
    correct.now(number).forEach((field, words) -> form.with(field, words));
    return form;
  }

  @POST
  @Path("/correct")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object correct(@CookieParam(Cookies.VISIT) String token, Form form) {
    var number = visits.find(token);
    if (number.isEmpty()) {
      return EnterPage.waiting(form, "correct");
    }
    if (Press.shows(form) || Press.leavesUnsent(form, now(number.get()))) {
      return correcting(number.get(), form);
    }
    if (form.has(Press.NAME, Press.BACK)) {
      return Redirect.to(frame.link("/mailbox/rights")).build();
    }
    var words = new LinkedHashMap<String, String>();
    form.values().keySet().forEach(field -> words.put(field, form.value(field)));
    try {
      var changed = correct.handle(new CorrectReport.Command(number.get(), words));
      if (!changed.isEmpty()) {
        tell(number.get(), changed);
      }
      return Redirect.to(frame.link("/mailbox/rights") + "?done=1").build();
    } catch (Problem refusal) {
      if (refusal.errors().isEmpty()) {
        throw refusal;
      }
      refusal.errors().forEach(e -> form.error(e.pointer(), "intake.correct.wrong." + e.code()));
      return correcting(number.get(), form).status(422);
    }
  }

  /** The office finds among its messages that something was corrected, and reads what. */
  private void tell(CaseNumber number, List<String> changed) {
    var t = frame.t();
    writeToOffice.handle(
        new WriteToOffice.Command(
            number,
            frame.language().tag(),
            t.t(
                "intake.correct.message",
                "fields",
                t.list(changed.stream().map(f -> t.t("rights.field." + f)).toList()))));
  }

  private View correcting(CaseNumber number, Form form) {
    var t = frame.t();
    var earlier = new LinkedHashMap<String, List<Row>>();
    for (var c : own.corrections(number)) {
      earlier
          .computeIfAbsent(c.field(), field -> new ArrayList<>())
          .add(Row.of(t.t("intake.correct.until", "at", t.dateTime(c.at())), c.before()));
    }
    return View.of(
        "intake/correct", new Correcting(form, List.copyOf(correct.now(number).keySet()), earlier));
  }

  private Response ended() {
    return Redirect.to(frame.link("/mailbox") + "?ended=1").build();
  }

  private static boolean mayErase(RightsDesk.Erasing erasing) {
    return erasing.refusal() == null && !erasing.waiting();
  }

  private View view(CaseNumber number, boolean done) {
    var t = frame.t();
    var erasing = desk.get().erasing(number);
    return View.of(
        "intake/rights",
        new Rights(
            number.value(),
            erasing(t, erasing),
            erasing.refusal() == null ? null : erasing.basis(),
            mayErase(erasing),
            desk.get().asked(number).stream().map(a -> asked(t, a)).toList(),
            own.renewals(number).stream().map(r -> renewed(t, r)).toList(),
            done));
  }

  static String renewed(Texts t, OwnReport.Renewed renewed) {
    return t.t(
        "intake.rights.renewed",
        "role",
        t.code("role", renewed.role()),
        "date",
        t.shortDate(renewed.at()));
  }

  private static List<String> erasing(Texts t, RightsDesk.Erasing erasing) {
    var words = new ArrayList<String>();
    if (erasing.waiting()) {
      words.add(t.t("intake.rights.erasing.waiting"));
    }
    words.add(t.t("rights.refusal." + (erasing.refusal() == null ? "NONE" : erasing.refusal())));
    if (erasing.until() != null) {
      words.add(t.t("intake.rights.until", "date", t.shortDate(erasing.until())));
    }
    return words;
  }

  private static String asked(Texts t, RightsDesk.Asked asked) {
    var words =
        t.t("rights.kind." + asked.kind())
            + ", "
            + t.shortDate(asked.at())
            + ": "
            + t.t("rights.state." + asked.state());
    if (asked.ground() != null) {
      return words + ". " + t.t("rights.refusal." + asked.ground());
    }
    return asked.answeredAt() == null
        ? words + ". " + t.t("intake.rights.answerBy", "date", t.shortDate(asked.due()))
        : words;
  }
}
