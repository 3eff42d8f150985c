package org.isonomia.intake.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.isonomia.intake.CaseStanding.Matter;
import org.isonomia.intake.application.DiscloseIdentity;
import org.isonomia.intake.application.KeepBlindNotice;
import org.isonomia.intake.application.MailboxVisit;
import org.isonomia.intake.application.MakeFormal;
import org.isonomia.intake.application.OpenMailbox;
import org.isonomia.intake.application.ReadReports;
import org.isonomia.intake.application.WithdrawReport;
import org.isonomia.intake.domain.Codes;
import org.isonomia.intake.domain.Report;
import org.isonomia.page.Choice;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Language;
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

  @Inject Frame frame;
  @Inject MailboxVisit visits;
  @Inject OpenMailbox openMailbox;
  @Inject ReadReports reports;
  @Inject MakeFormal makeFormal;
  @Inject DiscloseIdentity disclose;
  @Inject WithdrawReport withdraw;
  @Inject KeepBlindNotice notice;

  /**
   * @param mode what the report was until now: ANONYMOUS, CONFIDENTIAL, NAMED
   * @param kinds of what may be asked for; empty on the page of disclosing
   * @param modes who may read it from then on; empty when there is nothing to choose
   */
  public record Telling(Form form, String mode, List<Choice> kinds, List<Choice> modes) {
    @Override
    public String toString() {
      return "Telling";
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
    return visited(
        token,
        number -> {
          if (form.has(Press.NAME, Press.SWITCH)) {
            return formal(number, form);
          }
          try {
            makeFormal.handle(
                new MakeFormal.Command(
                    number, tag(), chosen(form, "requested"), chosen(form, "mode"), words(form)));
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
    return visited(
        token,
        number -> {
          if (form.has(Press.NAME, Press.SWITCH)) {
            return identity(number, form);
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
    return visited(
        token,
        number -> {
          if (form.has(Press.NAME, Press.SWITCH)) {
            return news(number, form);
          }
          if (form.has(Press.NAME, "remove")) {
            notice.remove(number);
            return done("newsRemoved");
          }
          try {
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
            mode.equals("NAMED") ? List.of() : modes()));
  }

  private View identity(CaseNumber number, Form form) {
    var mode = reports.facts(number).identityMode();
    return View.of(
        "intake/disclose",
        new Telling(form, mode, List.of(), mode.equals("ANONYMOUS") ? modes() : List.of()));
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

  private Response back() {
    return Redirect.to(frame.link(OPEN)).build();
  }

  private Response done(String what) {
    return Redirect.to(frame.link(OPEN) + "?done=" + what).build();
  }
}
