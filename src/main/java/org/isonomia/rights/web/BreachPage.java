package org.isonomia.rights.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.isonomia.page.Choice;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Redirect;
import org.isonomia.page.Sure;
import org.isonomia.page.View;
import org.isonomia.rights.application.KeepBreaches;
import org.isonomia.rights.application.TellBreach;
import org.isonomia.rights.domain.Incident.Kind;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.Problem;

/** Breaches of personal data, by numbers: found, decided, told. */
@Path("/privacy/breach")
public class BreachPage {
  @Inject KeepBreaches keep;
  @Inject TellBreach tell;
  @Inject Frame frame;

  public record All(Form form, List<KeepBreaches.Line> lines, List<Choice> suspects) {}

  public record Single(
      KeepBreaches.One i, String what, Form form, List<Choice> choices, List<Choice> cases) {}

  /**
   * @param done what was told just now; {@code null} before
   */
  public record Telling(List<TellBreach.Waiting> waiting, TellBreach.Told done) {}

  @GET
  public View list() {
    return all(Form.empty());
  }

  @POST
  public Object open(Form form) {
    return RequestsPage.tried(
        form,
        () ->
            to(
                keep.handle(
                    new KeepBreaches.Command(
                        form.value("subject").split(":")[0],
                        form.value("subject").replaceFirst("^[A-Z]*:?", ""),
                        day(form, "from", 0),
                        day(form, "until", 1),
                        day(form, "known", 0)))),
        () -> all(form));
  }

  /** {@code null} when nothing was typed; what is no day is not taken for nothing. */
  private static Instant day(Form form, String field, int plus) {
    var day = form.date(field);
    if (day.isEmpty() && !form.isDateBlank(field)) {
      throw Problem.invalid("incomplete", new Problem.FieldError(field, "rights.wrong.day"));
    }
    return day.map(d -> d.plusDays(plus).atStartOfDay(AppClock.CITY).toInstant()).orElse(null);
  }

  @GET
  @Path("/{number: NR-\\d{3,}}")
  public View one(@PathParam("number") String number) {
    return single(number, Form.empty());
  }

  @POST
  @Path("/{number: NR-\\d{3,}}/decide")
  public Object decide(@PathParam("number") String number, Form form) {
    return RequestsPage.tried(
        form,
        () -> {
          keep.decide(
              number,
              form.value("authority"),
              form.value("persons"),
              form.value("reason"),
              form.values("cases"));
          return to(number);
        },
        () -> single(number, form));
  }

  @POST
  @Path("/{number: NR-\\d{3,}}/notified")
  public Object notified(@PathParam("number") String number, Form form) {
    if (!form.has(Sure.FIELD, "yes") && keep.one(number).mayNotify()) {
      return sure(number, "notified");
    }
    keep.notified(number);
    return to(number);
  }

  @POST
  @Path("/{number: NR-\\d{3,}}/close")
  public Object close(@PathParam("number") String number, Form form) {
    if (!form.has(Sure.FIELD, "yes") && keep.one(number).mayClose()) {
      return sure(number, "close");
    }
    keep.close(number);
    return to(number);
  }

  private View sure(String number, String what) {
    var t = frame.t();
    return View.of(
        "page/sure",
        new Sure(
            t.t("rights.breach." + what + ".sure.title", "number", number),
            List.of(t.t("rights.breach." + what + ".sure")),
            t.t("rights.breach." + what + ".sure.button"),
            "/privacy/breach/" + number + "/" + what,
            List.of(),
            "/privacy/breach/" + number));
  }

  @GET
  @Path("/tell")
  public View telling() {
    return View.of("rights/tell", new Telling(tell.waiting(), null));
  }

  @POST
  @Path("/{number: NR-\\d{3,}}/tell")
  public View tell(@PathParam("number") String number) {
    // a reload tells nobody twice
    var told = tell.handle(number);
    return View.of("rights/tell", new Telling(tell.waiting(), told));
  }

  private static Response to(String number) {
    return Redirect.to("/privacy/breach/" + number).build();
  }

  private View all(Form form) {
    return View.of("rights/breaches", new All(form, keep.all(), suspects()));
  }

  /** What may be lost, in words: an account by its name, a key by whose it is and since when. */
  private List<Choice> suspects() {
    var t = frame.t();
    var choices =
        new ArrayList<Choice>(
            List.of(
                Choice.of(Kind.PERIOD.name(), t.t("rights.breach.kind.PERIOD")),
                Choice.of(Kind.BACKUP.name(), t.t("rights.breach.kind.BACKUP"))));
    keep.suspects().stream()
        .map(s -> Choice.of(s.kind() + ":" + s.subject(), words(s)))
        .forEach(choices::add);
    return choices;
  }

  private String words(KeepBreaches.Suspect s) {
    var t = frame.t();
    var team = s.kind() == Kind.TEAM ? s.subject() : s.holder().replaceFirst("^TEAM/", "");
    var whose = s.name().isEmpty() ? t.t("access.team." + team) : s.name();
    return t.t("rights.breach.kind." + s.kind())
        + ": "
        + whose
        + (s.at() == null ? "" : ", " + t.dateTime(s.at()));
  }

  private String words(KeepBreaches.One incident) {
    return keep.suspects().stream()
        .filter(s -> s.kind().name().equals(incident.kind()))
        .filter(s -> s.subject().equals(incident.subject()))
        .findFirst()
        .map(this::words)
        .orElseGet(
            () ->
                frame.t().t("rights.breach.kind." + incident.kind())
                    + (incident.subject() == null ? "" : " " + incident.subject()));
  }

  private View single(String number, Form form) {
    var i = keep.one(number);
    var t = frame.t();
    return View.of(
        "rights/breach",
        new Single(
            i,
            words(i),
            form,
            List.of(
                Choice.of("TELL", t.t("rights.breach.TELL")),
                Choice.of("NOT_NEEDED", t.t("rights.breach.NOT_NEEDED"))),
            i.cases().stream()
                .filter(c -> c.mode() != null && c.toldAt() == null)
                .map(c -> Choice.of(c.number(), c.number()))
                .toList()));
  }
}
