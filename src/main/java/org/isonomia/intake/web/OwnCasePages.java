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
import org.isonomia.intake.application.HeldWords;
import org.isonomia.intake.application.KeepBlindNotice;
import org.isonomia.intake.application.MakeFormal;
import org.isonomia.intake.application.Notices;
import org.isonomia.intake.application.OpenMailbox;
import org.isonomia.intake.application.ReadReports;
import org.isonomia.intake.application.WithdrawReport;
import org.isonomia.intake.domain.Codes;
import org.isonomia.intake.domain.Report;
import org.isonomia.intake.web.Paced.Route;
import org.isonomia.page.Choice;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Language;
import org.isonomia.page.Pdf;
import org.isonomia.page.View;
import org.isonomia.shared.CaseNumber;

/**
 * What a reporter can do with their own case behind the receipt: make it formal, say who they are,
 * leave an address for news, take it back. Each is a page of its own that first says what follows.
 * Addresses and titles are neutral, because the browser keeps them.
 */
@Path(Language.PATH + "/mailbox/own")
public class OwnCasePages {
  /** Hidden field of the page that shows the address once more: the address, sealed. */
  private static final String SHOWN = "shown";

  private static final String FORMAL_NOTICE = Notices.version("COMPLAINT_KPA");

  @Inject Frame frame;
  @Inject Behind behind;
  @Inject HeldWords held;
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
   * @param lead key of the words that say what the case is until now
   */
  public record Telling(
      Form form,
      String mode,
      List<Choice> kinds,
      List<Choice> modes,
      Contact contact,
      String notice,
      String lead) {
    @Override
    public String toString() {
      return "Telling";
    }
  }

  /**
   * @param modes who may read name and address from then on; empty when there is nothing to choose
   * @param asks what was asked and by when, in words
   */
  public record Completing(
      Form form, CaseStanding.Summons summons, List<Choice> modes, MailboxPage.Asks asks) {
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

  /**
   * The address, read once more before it is sealed.
   *
   * @param shown the same as a hidden field carries it
   */
  public record NewsSure(String email, String shown) {
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

  /** Whether a formal letter is being examined. */
  static boolean isFormal(List<Matter> matters) {
    return matters.stream().anyMatch(m -> m.step() < 4 && isFormal(m));
  }

  private static boolean isFormal(Matter matter) {
    return Codes.REQUESTED.contains(matter.qualification())
        && Codes.isFormal(matter.qualification());
  }

  /** "A signal so far" is true only where nothing was formal before. */
  static String lead(List<Matter> matters) {
    if (matters.stream().anyMatch(m -> m.status().equals(MailboxPages.LEFT))) {
      return "intake.upgrade.lead.left";
    }
    boolean signal =
        matters.stream().noneMatch(OwnCasePages::isFormal)
            && matters.stream()
                .filter(m -> m.step() < 4)
                .allMatch(m -> m.qualification().equals("SIGNAL"));
    return signal ? "intake.upgrade.lead" : "intake.upgrade.lead.open";
  }

  @GET
  @Path("/letter")
  public Object formal(@CookieParam(Cookies.VISIT) String token) {
    return behind.shown(
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
  @Paced
  @Path("/letter")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object formal(@CookieParam(Cookies.VISIT) String token, Form sent) {
    return behind.sent(
        token,
        sent,
        "formal",
        number ->
            Behind.Page.of(
                    form -> formal(number, form),
                    form -> {
                      makeFormal.handle(
                          new MakeFormal.Command(
                              number,
                              tag(),
                              chosen(form, "requested"),
                              chosen(form, "mode"),
                              words(form),
                              FORMAL_NOTICE));
                      return behind.done("formal");
                    })
                .before(known(number)));
  }

  @GET
  @Path("/who")
  public Object identity(@CookieParam(Cookies.VISIT) String token) {
    return behind.shown(
        token, number -> offered(number).disclose() ? identity(number, known(number)) : back());
  }

  @POST
  @Paced
  @Path("/who")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object identity(@CookieParam(Cookies.VISIT) String token, Form sent) {
    return behind.sent(
        token,
        sent,
        "identity",
        number ->
            Behind.Page.of(
                    form -> identity(number, form),
                    form -> {
                      // the page says what was chosen: a second click must never tell more people
                      // than the first
                      disclose.handle(
                          new DiscloseIdentity.Command(
                              number, tag(), chosen(form, "mode"), words(form)));
                      return behind.done("identity");
                    })
                .before(known(number)));
  }

  /** What the office asks to be completed; nothing else is asked again. */
  @GET
  @Path("/complete")
  public Object complete(@CookieParam(Cookies.VISIT) String token) {
    return behind.shown(token, number -> complete(number, Form.empty()));
  }

  @POST
  @Paced
  @Path("/complete")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object complete(@CookieParam(Cookies.VISIT) String token, Form sent) {
    return behind.sent(
        token,
        sent,
        "complete",
        number ->
            Behind.Page.of(
                form -> complete(number, form),
                form -> {
                  if (openMailbox.summons(number).isEmpty()) {
                    return back();
                  }
                  var words = words(form);
                  words.put("meant", form.value("meant"));
                  completeLetter.handle(
                      new CompleteLetter.Command(
                          number, matter(form), tag(), chosen(form, "mode"), words));
                  return behind.done("completed");
                }));
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
  @Paced(Route.PAPERS)
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
    return behind.shown(
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
        t.date(formal.cameOn()),
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

  /** The page of what is to be completed, or the mailbox where nothing is (any more). */
  private Object complete(CaseNumber number, Form form) {
    return openMailbox
        .summons(number)
        .<Object>map(
            summons ->
                View.of(
                    "intake/complete",
                    new Completing(
                        form,
                        summons,
                        reports.facts(number).identityMode().equals("ANONYMOUS")
                                && summons.asksWho()
                            ? modes()
                            : List.of(),
                        MailboxPages.asks(frame.t(), summons, openMailbox.language(number)))))
        .orElseGet(this::back);
  }

  @GET
  @Path("/end")
  public Object withdraw(@CookieParam(Cookies.VISIT) String token) {
    return behind.shown(token, this::withdraw);
  }

  @POST
  @Paced
  @Path("/end")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object withdraw(@CookieParam(Cookies.VISIT) String token, Form form) {
    return behind.pressed(
        token,
        form,
        number -> {
          if (!form.has("sure", "yes")) {
            return withdraw(number);
          }
          withdraw.handle(number);
          return behind.done("withdrawn");
        });
  }

  private Object withdraw(CaseNumber number) {
    return offered(number).withdraw()
        ? View.of(
            "intake/withdraw",
            new Withdrawing(number.value(), isFormal(openMailbox.standing(number).matters())))
        : back();
  }

  @GET
  @Path("/news")
  public Object news(@CookieParam(Cookies.VISIT) String token) {
    return behind.shown(token, number -> news(number, Form.empty()));
  }

  /** The first step: the address is typed. It is kept only by the second. */
  @POST
  @Paced
  @Path("/news")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object news(@CookieParam(Cookies.VISIT) String token, Form sent) {
    if (sent.has(Press.NAME, "remove")) {
      return behind.pressed(
          token,
          sent,
          number -> {
            notice.remove(number);
            return behind.done("newsRemoved");
          });
    }
    return behind.sent(
        token,
        sent,
        "news",
        number ->
            Behind.Page.of(
                form -> news(number, form),
                form -> newsSure(number, notice.fit(form.value("email")))));
  }

  /**
   * The second step: the address was shown once more, because sealed it is never shown again and a
   * mistake would never be noticed. It comes back sealed, so that nothing is kept which was not
   * shown, and what somebody else made up shows nothing.
   */
  @POST
  @Paced
  @Path("/news/sure")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object newsSure(@CookieParam(Cookies.VISIT) String token, Form sent) {
    return behind.sent(
        token,
        sent,
        "newsSure",
        number ->
            Behind.Page.of(
                form ->
                    shown(number, form)
                        .map(
                            email ->
                                form.has(Press.NAME, Press.BACK)
                                    ? news(number, Form.empty().with("email", email))
                                    : newsSure(number, email))
                        .orElseGet(() -> news(number, Form.empty())),
                form -> {
                  var email = shown(number, form);
                  if (email.isEmpty()) {
                    return news(number, Form.empty());
                  }
                  notice.handle(new KeepBlindNotice.Command(number, tag(), email.get()));
                  return behind.done("news");
                }));
  }

  private Optional<String> shown(CaseNumber number, Form form) {
    return held.open(HeldWords.For.NEWS, number, form.value(SHOWN))
        .map(fields -> Form.of(fields).value("email"));
  }

  /** Another language of the second step leads to the first: the address is in no address. */
  @GET
  @Path("/news/sure")
  public Object newsSure(@CookieParam(Cookies.VISIT) String token) {
    return news(token);
  }

  private View newsSure(CaseNumber number, String email) {
    return View.of(
        "intake/newsSure",
        new NewsSure(
            email,
            held.hold(HeldWords.For.NEWS, held.mark(number), Map.of("email", List.of(email)))));
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
            FORMAL_NOTICE,
            lead(openMailbox.standing(number).matters())));
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
            FORMAL_NOTICE,
            null));
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

  private Offered offered(CaseNumber number) {
    return offered(openMailbox.standing(number).matters(), reports.facts(number).identityMode());
  }

  private String tag() {
    return frame.language().tag();
  }

  private Response back() {
    return behind.open("");
  }
}
