package org.isonomia.intake.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.isonomia.access.Actor;
import org.isonomia.access.People;
import org.isonomia.evidence.ReceiveFiles;
import org.isonomia.intake.Reports;
import org.isonomia.intake.application.FileAtDesk;
import org.isonomia.intake.application.FileReport;
import org.isonomia.intake.application.Questionnaires;
import org.isonomia.intake.domain.BearerToken;
import org.isonomia.intake.domain.Codes;
import org.isonomia.intake.domain.Door;
import org.isonomia.page.Choice;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Language;
import org.isonomia.page.Row;
import org.isonomia.page.Texts;
import org.isonomia.page.View;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.Problem;

/**
 * The desk: a call, a visit, a letter is typed in, looked at once more, and filed. What was typed
 * travels with the form and is kept nowhere before it is filed; an oral report is printed, read
 * back and signed in between.
 */
@Path("/intake/desk")
@RequestScoped
public class DeskPages {
  /** One way in, on the first page. */
  public record Way(Door door, String label, String hint) {}

  /**
   * @param languages of letters to the person, in their own names
   * @param writtenIn languages the story may be typed in, in the words of whoever types
   * @param carried what was answered on the second page, before something here is changed
   */
  public record Filling(
      Door door,
      Form form,
      int daysBack,
      List<Choice> languages,
      List<Choice> writtenIn,
      List<Choice> identities,
      List<Choice> roles,
      List<Choice> needs,
      List<Choice> areas,
      List<Choice> grounds,
      List<Choice> conduct,
      List<Choice> respondents,
      List<Choice> wishes,
      List<Choice> requested,
      Map<String, List<String>> carried) {}

  /**
   * Questions that not everybody is asked, of one page of the resident's form.
   *
   * @param title of that page; {@code null} where its only question says it all
   */
  public record Section(String title, List<Asked> questions) {}

  /** One of them, with the words that a resident reads, too. */
  public record Asked(Question question, String label, String hint) {}

  /**
   * What this report is asked besides what every report is asked.
   *
   * @param carried what was typed on the page before
   */
  public record More(
      Door door, Form form, List<Section> sections, Map<String, List<String>> carried) {
    /** The language the person speaks, where whoever types reads another one. */
    public java.util.Optional<Language> spoken(Language read) {
      return Language.of(form.value("language")).filter(language -> !language.equals(read));
    }
  }

  /**
   * @param protocol whether it must be printed, read back and signed
   * @param rows what was typed, in words
   * @param by who takes the report down
   * @param promised text keys of the questions whose answer promised a file
   */
  public record Checking(
      Door door,
      Form form,
      boolean protocol,
      List<Row> rows,
      String by,
      List<String> promised,
      Map<String, List<String>> carried) {}

  /**
   * @param groups the receipt in groups of four digits; empty when the person gets none
   */
  public record Filed(Door door, String number, List<String> groups, boolean anonymous) {}

  @Inject FileAtDesk desk;
  @Inject Questionnaires questionnaires;
  @Inject DeskUpload upload;
  @Inject People people;
  @Inject Frame frame;
  @Inject AppClock clock;

  @GET
  public View ways() {
    desk.daysBack();
    var t = frame.t();
    return View.of(
        "intake/desk",
        Arrays.stream(Door.values())
            .map(
                door ->
                    new Way(
                        door,
                        t.t("intake.desk.way." + door),
                        t.t("intake.desk.way." + door + ".hint")))
            .toList());
  }

  @GET
  @Path("/{door}")
  public View show(@PathParam("door") String code) {
    var form =
        Form.empty()
            .withDate("received", clock.today())
            .with("once", BearerToken.makeToken())
            .with("language", Language.PL.tag())
            .with(Reports.WRITTEN_IN, Language.PL.tag());
    return filling(door(code), form);
  }

  @POST
  @Path("/{door}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public View send(@PathParam("door") String code, Form form) {
    return step(door(code), form, List.of());
  }

  /** The last step, when a scan comes with it. */
  @POST
  @Path("/{door}")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public View sendWithScan(@PathParam("door") String code, @Context HttpServletRequest request) {
    desk.daysBack();
    var taken = upload.take(request);
    return step(door(code), taken.form(), taken.files());
  }

  private View step(Door door, Form form, List<FileReport.Attachment> files) {
    var daysBack = desk.daysBack();
    if (form.value("once").length() < 20 || form.value("once").length() > 100) {
      throw Problem.unreadable("form-unreadable");
    }
    if (form.has("action", "change")) {
      return filling(door, form);
    }
    var typed = new DeskForm(door, form, questionnaires.current());
    var said = typed.said();
    var arrived = typed.arrived(clock.today());
    typed.check();
    var filing = form.has("action", "file");
    var scanRefused = form.hasError(ReceiveFiles.FIELD);
    if (!scanRefused) {
      typed.note(
          desk.faults(said, arrived).stream()
              .filter(fault -> !fault.pointer().equals("/signed"))
              .toList(),
          daysBack);
    }
    if (form.hasErrors() && !scanRefused) {
      return filling(door, form).status(422);
    }
    var sections = typed.further(frame.t());
    if (form.has("action", "check") && !sections.isEmpty()) {
      return more(door, form, typed, sections);
    }
    if (!scanRefused) {
      typed.checkFurther(clock.today());
    }
    if (form.hasErrors() && !scanRefused) {
      return more(door, form, typed, sections).status(422);
    }
    if (filing && !scanRefused && door.needsProtocol(said.requested()) && !arrived.signed()) {
      form.error("signed", "intake.desk.wrong.protocol-not-signed");
    }
    if (!filing || form.hasErrors()) {
      return checking(door, form, typed).status(form);
    }
    try {
      var filed =
          desk.handle(
              new FileAtDesk.Command(
                  said, arrived, typed.informed(), files, form.value("once"), typed.typed()));
      return View.of(
          "intake/desk-done",
          new Filed(
              door,
              filed.number().value(),
              filed.receipt() == null ? List.of() : List.of(filed.receipt().split(" ")),
              said.identity().isAnonymous()));
    } catch (Problem refusal) {
      if (refusal.kind() != Problem.Kind.INVALID) {
        throw refusal;
      }
      typed.note(refusal.errors(), daysBack);
      return filling(door, form).status(422);
    }
  }

  private View more(Door door, Form form, DeskForm typed, List<Section> sections) {
    return View.of(
        "intake/desk-more", new More(door, form, sections, typed.carriedBySecond(frame.t())));
  }

  /** An address that is none of ours is no page. */
  private Door door(String code) {
    desk.daysBack();
    return Door.of(code.toUpperCase(java.util.Locale.ROOT).replace('-', '_'))
        .orElseThrow(() -> Problem.notFound("no-such-page"));
  }

  private View filling(Door door, Form form) {
    var t = frame.t();
    return View.of(
        "intake/desk-form",
        new Filling(
            door,
            form,
            desk.daysBack(),
            DeskForm.languages().stream()
                .map(tag -> Choice.of(tag, Language.of(tag).orElseThrow().ownName()))
                .toList(),
            Codes.WRITTEN_IN.stream().map(tag -> Choice.of(tag, writtenIn(t, tag))).toList(),
            choices(t, "intake.desk.identity.", Codes.IDENTITY_MODES),
            Codes.ROLES.stream().map(role -> Choice.of(role, role(t, role))).toList(),
            choices(t, "intake.needs.", Codes.NEEDS),
            t.choices("area", Codes.AREAS),
            t.choices("ground", Codes.GROUNDS),
            t.choices("conduct", Codes.CONDUCT),
            t.choices("respondent", Codes.RESPONDENTS),
            choices(t, "intake.wishes.", Codes.WISHES),
            t.choices("qualification", door.requested()),
            new DeskForm(door, form, questionnaires.current()).carriedByFirst()));
  }

  private static List<Choice> choices(Texts t, String prefix, java.util.Collection<String> codes) {
    return codes.stream().map(code -> Choice.of(code, t.t(prefix + code))).toList();
  }

  private View checking(Door door, Form form, DeskForm typed) {
    var t = frame.t();
    var by = people.find(Actor.current().accountId()).map(People.Person::name).orElse("");
    return View.of(
        "intake/desk-check",
        new Checking(
            door,
            form,
            door.needsProtocol(typed.said().requested()),
            rows(t, typed),
            by,
            typed.promised(),
            typed.carried()));
  }

  private List<Row> rows(Texts t, DeskForm typed) {
    var said = typed.said();
    var arrived = typed.arrived(clock.today());
    var rows = new ArrayList<Row>();
    add(rows, t.t("intake.desk.received"), t.date(arrived.receivedOn()));
    add(rows, t.t("intake.desk.reason"), arrived.reason());
    add(
        rows,
        t.t("intake.desk.posted"),
        arrived.postedOn() == null ? null : t.date(arrived.postedOn()));
    add(rows, t.t("intake.desk.identifier"), arrived.identifier());
    add(rows, t.t("intake.desk.source"), arrived.source());
    if (typed.said().identity().isAnonymous() && arrived.door().hasReporter()) {
      add(rows, t.t("intake.desk.identity"), t.code("identityMode", "ANONYMOUS"));
    } else if (arrived.door().hasReporter()) {
      add(rows, t.t("intake.desk.identity"), t.code("identityMode", said.identity().mode()));
      add(rows, t.t("intake.desk.name"), said.identity().name());
      add(rows, t.t("intake.desk.address"), said.identity().address());
      add(rows, t.t("intake.desk.email"), said.identity().email());
      add(rows, t.t("intake.desk.phone"), said.identity().phone());
      add(rows, t.t("intake.desk.safeContact"), said.safeContact());
    }
    if (arrived.door().hasReporter()) {
      add(
          rows,
          t.t("intake.desk.language"),
          Language.of(said.language()).map(Language::ownName).orElse(null));
      add(rows, t.t("intake.desk.role"), role(t, said.role()));
      add(rows, t.t("intake.desk.requested"), t.code("qualification", said.requested()));
    }
    add(rows, t.t("intake.desk.narrative"), said.narrative());
    said.asked().answers().getOrDefault(Reports.WRITTEN_IN, List.of()).stream()
        .findFirst()
        .ifPresent(tag -> add(rows, t.t("intake.desk.writtenIn"), writtenIn(t, tag)));
    add(
        rows,
        t.t("intake.desk.danger"),
        said.dangerNow() == null
            ? null
            : t.t(said.dangerNow() ? "intake.desk.danger.yes" : "intake.desk.danger.no"));
    add(
        rows,
        t.t("intake.desk.when"),
        join(
            said.incident().date() == null ? null : t.date(said.incident().date()),
            said.incident().time()));
    add(rows, t.t("intake.desk.place"), said.incident().place());
    add(rows, t.t("intake.desk.area"), t.code("area", said.incident().area()));
    add(rows, t.t("intake.desk.grounds"), t.codes("ground", said.grounds()));
    add(
        rows,
        t.t("intake.desk.conduct"),
        said.conduct().isEmpty() ? null : t.codes("conduct", said.conduct()));
    add(
        rows,
        t.t("intake.desk.respondent"),
        join(code(t, "respondent", said.respondent().type()), said.respondent().name()));
    add(rows, t.t("intake.desk.wishes"), words(t, "intake.wishes.", said.wishes()));
    add(rows, t.t("intake.desk.wishText"), said.wishText());
    add(rows, t.t("intake.desk.needs"), words(t, "intake.needs.", said.needs()));
    rows.addAll(typed.furtherRows(t));
    if (arrived.door().hasReporter()) {
      add(rows, t.t("intake.desk.informed"), yesNo(t, typed.informed()));
      add(rows, t.t("intake.desk.receipt"), yesNo(t, arrived.receipt()));
    }
    return rows;
  }

  /** The vocabulary's word for who works there means the city's own staff; here anybody may. */
  private static String role(Texts t, String code) {
    return "STAFF".equals(code) ? t.t("intake.desk.role.STAFF") : code(t, "reporterRole", code);
  }

  private static String writtenIn(Texts t, String tag) {
    return Reports.Answered.word(Reports.WRITTEN_IN, tag, t);
  }

  private static String code(Texts t, String kind, String code) {
    return code == null ? null : t.code(kind, code);
  }

  private static String yesNo(Texts t, boolean yes) {
    return t.t(yes ? "intake.desk.yes" : "intake.desk.no");
  }

  private static String words(Texts t, String prefix, java.util.Collection<String> codes) {
    return codes.isEmpty()
        ? null
        : String.join(", ", codes.stream().map(code -> t.t(prefix + code)).toList());
  }

  private static String join(String one, String other) {
    return one == null ? other : other == null ? one : one + ", " + other;
  }

  private static void add(List<Row> rows, String label, String value) {
    if (value != null) {
      rows.add(Row.of(label, value));
    }
  }
}
