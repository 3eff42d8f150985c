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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.intake.CaseStanding;
import org.isonomia.intake.CaseStanding.Matter;
import org.isonomia.intake.application.Acknowledge;
import org.isonomia.intake.application.CompleteLetter;
import org.isonomia.intake.application.DiscloseIdentity;
import org.isonomia.intake.application.KeepBlindNotice;
import org.isonomia.intake.application.MailboxVisit;
import org.isonomia.intake.application.MakeFormal;
import org.isonomia.intake.application.Notices;
import org.isonomia.intake.application.OpenMailbox;
import org.isonomia.intake.application.ReadReports;
import org.isonomia.intake.application.WithdrawReport;
import org.isonomia.intake.domain.Codes;
import org.isonomia.intake.domain.Report;
import org.isonomia.page.Choice;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Language;
import org.isonomia.page.Pdf;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/**
 * What a reporter can do with their own case behind the receipt: make it formal, say who they are,
 * leave an address for news, take it back. Each is a page of its own that first says what follows.
 * Addresses and titles are neutral, because the browser keeps them.
 */
@Path(Language.PATH + "/mailbox/own")
public class OwnCasePages {
  private static final String OPEN = "/mailbox/open";

  /** Field of the page that shows the address once more. */
  private static final String ASKED = "asked";

  private static final String FORMAL_NOTICE = Notices.version("COMPLAINT_KPA");

  @Inject Frame frame;
  @Inject MailboxVisit visits;
  @Inject OpenMailbox openMailbox;
  @Inject ReadReports reports;
  @Inject MakeFormal makeFormal;
  @Inject DiscloseIdentity disclose;
  @Inject WithdrawReport withdraw;
  @Inject KeepBlindNotice notice;
  @Inject CompleteLetter completeLetter;
  @Inject Acknowledge acknowledge;
  @Inject Pdf pdf;
  @Inject Contact contact;

  @Inject
  @ConfigProperty(name = "isonomia.base.url")
  Optional<String> baseUrl;

  /**
   * @param mode what the report was until now: ANONYMOUS, CONFIDENTIAL, NAMED
   * @param kinds of what may be asked for; empty on the page of disclosing
   * @param modes who may read it from then on; empty when there is nothing to choose
   * @param notice version of the information of GDPR art. 13 for formal letters
   */
  public record Telling(
      Form form,
      String mode,
      List<Choice> kinds,
      List<Choice> modes,
      Contact contact,
      String notice) {
    @Override
    public String toString() {
      return "Telling";
    }
  }

  /**
   * @param modes who may read name and address from then on; empty when there is nothing to choose
   */
  public record Completing(Form form, CaseStanding.Summons summons, List<Choice> modes) {
    @Override
    public String toString() {
      return "Completing";
    }
  }

  /**
   * @param formal whether something formal is open, which the law keeps
   */
  public record Withdrawing(String number, boolean formal) {}

  /**
   * @param kept whether an address is kept
   * @param offered whether a mail leaves this house at all
   * @param over whether the case has ended, so that there will be no news
   */
  public record News(Form form, boolean kept, boolean offered, boolean over) {
    @Override
    public String toString() {
      return "News";
    }
  }

  /** The address, read once more before it is sealed. */
  public record NewsSure(String email) {
    @Override
    public String toString() {
      return "NewsSure";
    }
  }

  /** What the page of the mailbox offers, by the state of the case. */
  record Offered(boolean formal, boolean disclose, boolean withdraw) {}

  static Offered offered(List<Matter> matters, String mode) {
    boolean open = matters.stream().anyMatch(m -> m.step() < 4);
    boolean formal = isFormal(matters);
    return new Offered(open && !formal, open && !mode.equals("NAMED"), open);
  }

  private static boolean isFormal(List<Matter> matters) {
    return matters.stream()
        .anyMatch(
            m ->
                m.step() < 4
                    && Codes.REQUESTED.contains(m.qualification())
                    && Codes.isFormal(m.qualification()));
  }

  @GET
  @Path("/formal")
  public Object formal(@CookieParam(Cookies.VISIT) String token) {
    return visited(
        token,
        number -> {
          if (!offered(number).formal()) {
            return back();
          }
          var form = known(number);
          if (reports.facts(number).identityMode().equals("CONFIDENTIAL")) {
            form.with("mode", "CONFIDENTIAL");
          }
          return formal(number, form);
        });
  }

  @POST
  @Path("/formal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object formal(@CookieParam(Cookies.VISIT) String token, Form form) {
    return typed(
        token,
        form,
        "formal",
        number -> {
          if (Press.shows(form) || Press.leavesUnsent(form, known(number))) {
            return formal(number, form);
          }
          if (form.has(Press.NAME, Press.BACK)) {
            return back();
          }
          try {
            makeFormal.handle(
                new MakeFormal.Command(
                    number,
                    tag(),
                    chosen(form, "requested"),
                    chosen(form, "mode"),
                    words(form),
                    FORMAL_NOTICE));
            return done("formal");
          } catch (Problem refusal) {
            return again(refusal, form, () -> formal(number, form));
          }
        });
  }

  @GET
  @Path("/identity")
  public Object identity(@CookieParam(Cookies.VISIT) String token) {
    return visited(
        token, number -> offered(number).disclose() ? identity(number, known(number)) : back());
  }

  @POST
  @Path("/identity")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object identity(@CookieParam(Cookies.VISIT) String token, Form form) {
    return typed(
        token,
        form,
        "identity",
        number -> {
          if (Press.shows(form) || Press.leavesUnsent(form, known(number))) {
            return identity(number, form);
          }
          if (form.has(Press.NAME, Press.BACK)) {
            return back();
          }
          // the page says what was chosen: a second click must never tell more people than the
          // first
          try {
            disclose.handle(
                new DiscloseIdentity.Command(number, tag(), chosen(form, "mode"), words(form)));
            return done("identity");
          } catch (Problem refusal) {
            return again(refusal, form, () -> identity(number, form));
          }
        });
  }

  /** What the office asks to be completed; nothing else is asked again. */
  @GET
  @Path("/complete")
  public Object complete(@CookieParam(Cookies.VISIT) String token) {
    return visited(
        token,
        number ->
            openMailbox
                .summons(number)
                .<Object>map(summons -> complete(number, summons, Form.empty()))
                .orElseGet(this::back));
  }

  @POST
  @Path("/complete")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object complete(@CookieParam(Cookies.VISIT) String token, Form form) {
    return typed(
        token,
        form,
        "complete",
        number -> {
          var summons = openMailbox.summons(number);
          if (summons.isEmpty()) {
            return back();
          }
          if (Press.shows(form) || Press.leavesUnsent(form, Form.empty())) {
            return complete(number, summons.get(), form);
          }
          if (form.has(Press.NAME, Press.BACK)) {
            return back();
          }
          try {
            var words = words(form);
            words.put("meant", form.value("meant"));
            completeLetter.handle(
                new CompleteLetter.Command(
                    number, matter(form), tag(), chosen(form, "mode"), words));
            return done("completed");
          } catch (Problem refusal) {
            return again(refusal, form, () -> complete(number, summons.get(), form));
          }
        });
  }

  /** The matter that the page asked about: a second click completes no other one. */
  private static int matter(Form form) {
    var typed = form.value("matter");
    return typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : 0;
  }

  /** The acknowledgement of the letter that became formal here. */
  @GET
  @Path("/paper")
  public Object paper(@CookieParam(Cookies.VISIT) String token, @QueryParam("full") String full) {
    return ofPaper(token, full, page -> View.of("intake/paper", page));
  }

  @GET
  @Path("/paper.pdf")
  public Object paperFile(
      @CookieParam(Cookies.VISIT) String token, @QueryParam("full") String full) {
    return ofPaper(
        token,
        full,
        page ->
            Response.ok(pdf.of(View.of("intake/paperFile", page), frame), "application/pdf")
                .header("Content-Disposition", "attachment; filename=\"dokument.pdf\"")
                .build());
  }

  private Object ofPaper(String token, String full, Function<PaperPage, Object> answer) {
    return visited(
        token,
        number ->
            acknowledge
                .formal(number)
                .map(formal -> answer.apply(paperPage(formal, "1".equals(full))))
                .orElseGet(this::back));
  }

  private PaperPage paperPage(Acknowledge.Formal formal, boolean full) {
    var t = frame.t();
    var paper = formal.paper();
    var standing = openMailbox.standing(paper.number());
    var needs = reports.facts(paper.number()).needs();
    // the newest matter of that kind: an older one may have been left or forwarded before
    var matter =
        standing.matters().stream()
            .filter(m -> m.qualification().equals(formal.requested()))
            .mapToInt(Matter::matter)
            .max()
            .orElse(0);
    return new PaperPage(
        paper.number().value(),
        paper.code().grouped(),
        t.date(paper.issuedOn()),
        Papers.lines(t, Papers.ofFormal(standing.dates(), matter), full),
        full,
        full ? t.code("qualification", formal.requested()) : null,
        baseUrl.orElse("") + "/verify",
        contact,
        needs.contains("LARGE_PRINT"),
        needs.contains("EASY_READ"),
        true,
        Papers.BEHIND_THE_RECEIPT);
  }

  private View complete(CaseNumber number, CaseStanding.Summons summons, Form form) {
    return View.of(
        "intake/complete",
        new Completing(
            form,
            summons,
            reports.facts(number).identityMode().equals("ANONYMOUS") && summons.asksWho()
                ? modes()
                : List.of()));
  }

  @GET
  @Path("/withdraw")
  public Object withdraw(@CookieParam(Cookies.VISIT) String token) {
    return visited(
        token,
        number ->
            offered(number).withdraw()
                ? View.of(
                    "intake/withdraw",
                    new Withdrawing(
                        number.value(), isFormal(openMailbox.standing(number).matters())))
                : back());
  }

  @POST
  @Path("/withdraw")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object withdraw(@CookieParam(Cookies.VISIT) String token, Form form) {
    return visited(
        token,
        number -> {
          if (!form.has("sure", "yes")) {
            return withdraw(token);
          }
          withdraw.handle(number);
          return done("withdrawn");
        });
  }

  @GET
  @Path("/news")
  public Object news(@CookieParam(Cookies.VISIT) String token) {
    return visited(token, number -> news(number, Form.empty()));
  }

  @POST
  @Path("/news")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object news(@CookieParam(Cookies.VISIT) String token, Form form) {
    return typed(
        token,
        form,
        "news",
        number -> {
          var asked = form.has(ASKED, "yes");
          if (form.has(Press.NAME, "remove")) {
            notice.remove(number);
            return done("newsRemoved");
          }
          if (asked && form.has(Press.NAME, Press.BACK)) {
            return news(number, Form.empty().with("email", form.value("email")));
          }
          if (form.has(Press.NAME, Press.BACK) && !Press.leavesUnsent(form, Form.empty())) {
            return back();
          }
          if (form.has(Press.NAME, Press.BACK) || Press.shows(form) && !asked) {
            return news(number, form);
          }
          try {
            if (!asked || Press.shows(form)) {
              // sealed, it is never shown again: a mistake would never be noticed
              return View.of("intake/newsSure", new NewsSure(notice.fit(form.value("email"))));
            }
            notice.handle(new KeepBlindNotice.Command(number, tag(), form.value("email")));
            return done("news");
          } catch (Problem refusal) {
            return again(refusal, form, () -> news(number, form));
          }
        });
  }

  private View formal(CaseNumber number, Form form) {
    var t = frame.t();
    var mode = reports.facts(number).identityMode();
    return View.of(
        "intake/formal",
        new Telling(
            form,
            mode,
            Codes.REQUESTED.stream()
                .filter(Codes::isFormal)
                .map(
                    code ->
                        Choice.of(
                            code,
                            t.t("intake.requested." + code),
                            t.t("intake.requested." + code + ".hint")))
                .toList(),
            mode.equals("NAMED") ? List.of() : modes(),
            contact,
            FORMAL_NOTICE));
  }

  private View identity(CaseNumber number, Form form) {
    var mode = reports.facts(number).identityMode();
    return View.of(
        "intake/disclose",
        new Telling(
            form,
            mode,
            List.of(),
            mode.equals("ANONYMOUS") ? modes() : List.of(),
            contact,
            FORMAL_NOTICE));
  }

  private View news(CaseNumber number, Form form) {
    return View.of(
        "intake/news",
        new News(form, notice.isThere(number), notice.isOffered(), notice.isOver(number)));
  }

  private List<Choice> modes() {
    var t = frame.t();
    return Stream.of("CONFIDENTIAL", "NAMED")
        .map(
            code ->
                Choice.of(
                    code,
                    t.t("intake.disclose.mode." + code),
                    t.t("intake.identity." + code + ".hint")))
        .toList();
  }

  /** What the report knows already stands in the fields. */
  private Form known(CaseNumber number) {
    var form = Form.empty();
    disclose.known(number).forEach((field, words) -> form.with(field, words));
    return form;
  }

  private static Map<String, String> words(Form form) {
    var words = new LinkedHashMap<String, String>();
    Report.WHO.forEach(field -> words.put(field, form.value(field)));
    return words;
  }

  private static String chosen(Form form, String field) {
    return form.isBlank(field) ? null : form.value(field);
  }

  private Object again(Problem refusal, Form form, java.util.function.Supplier<View> page) {
    if (refusal.errors().isEmpty()) {
      throw refusal;
    }
    refusal
        .errors()
        .forEach(
            e -> {
              var own = "intake.own.wrong." + e.pointer() + "." + e.code();
              form.error(
                  e.pointer(), frame.t().has(own) ? own : "intake.correct.wrong." + e.code());
            });
    return page.get().status(422);
  }

  private Offered offered(CaseNumber number) {
    return offered(openMailbox.standing(number).matters(), reports.facts(number).identityMode());
  }

  private String tag() {
    return frame.language().tag();
  }

  private Object visited(String token, Function<CaseNumber, Object> page) {
    return visits
        .find(token)
        .map(page)
        .orElseGet(() -> Redirect.to(frame.link("/mailbox") + "?ended=1").build());
  }

  /** The same with what was typed: it waits when the visit has ended meanwhile. */
  private Object typed(String token, Form form, String then, Function<CaseNumber, Object> page) {
    return visits.find(token).map(page).orElseGet(() -> EnterPage.waiting(form, then));
  }

  private Response back() {
    return Redirect.to(frame.link(OPEN)).build();
  }

  private Response done(String what) {
    return Redirect.to(frame.link(OPEN) + "?done=" + what).build();
  }
}
