package org.isonomia.intake.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.intake.application.Acknowledge;
import org.isonomia.intake.application.Acknowledge.Acknowledgement;
import org.isonomia.intake.application.FileReportOnce.Filed;
import org.isonomia.intake.application.Helplines;
import org.isonomia.intake.application.KeepDraft;
import org.isonomia.intake.application.OpenMailbox;
import org.isonomia.intake.application.ReadReports;
import org.isonomia.intake.web.Paced.Route;
import org.isonomia.page.Frame;
import org.isonomia.page.Language;
import org.isonomia.page.Pdf;
import org.isonomia.page.Redirect;
import org.isonomia.page.Row;
import org.isonomia.page.Texts;
import org.isonomia.page.View;
import org.isonomia.shared.CaseNumber;

/**
 * After filing, for half an hour in the browser that filed: the receipt; the same alone, to be
 * printed; and the acknowledgement, which never holds the receipt. What is printed tells a finder
 * nothing about the subject unless the person asks for it in full.
 */
@Path(Language.PATH + "/form/done")
public class DonePages {
  @Inject Frame frame;
  @Inject KeepDraft drafts;
  @Inject OpenMailbox mailbox;
  @Inject Acknowledge acknowledge;
  @Inject ReadReports reports;
  @Inject Helplines helplines;
  @Inject Pdf pdf;
  @Inject Cookies cookies;
  @Inject Contact contact;

  @Inject
  @ConfigProperty(name = "isonomia.base.url")
  Optional<String> baseUrl;

  /** The receipt: after a reload, a double click, a lost connection. */
  @GET
  public Object done(@CookieParam(Cookies.DRAFT) String token) {
    return shown(token, "intake/done");
  }

  /** Takes the receipt off this device at once. */
  @POST
  public Object forget(@CookieParam(Cookies.DRAFT) String token) {
    if (token != null) {
      drafts.forget(token);
    }
    return Redirect.to(frame.link("/")).cookie(cookies.end(Cookies.DRAFT)).build();
  }

  /** The digits and nothing else, to be printed. */
  @GET
  @Path("/slip")
  public Object slip(@CookieParam(Cookies.DRAFT) String token) {
    return shown(token, "intake/slip");
  }

  @GET
  @Path("/paper")
  public Object paper(@CookieParam(Cookies.DRAFT) String token, @QueryParam("full") String full) {
    return ofPaper(token, full, page -> View.of("intake/paper", page));
  }

  @GET
  @Paced(Route.PAPERS)
  @Path("/paper.pdf")
  public Object file(@CookieParam(Cookies.DRAFT) String token, @QueryParam("full") String full) {
    return ofPaper(
        token,
        full,
        page ->
            Response.ok(pdf.of(View.of("intake/paperFile", page), frame), "application/pdf")
                .header("Content-Disposition", "attachment; filename=\"dokument.pdf\"")
                .build());
  }

  private Object shown(String token, String template) {
    return token(token)
        .flatMap(drafts::receipt)
        .<Object>map(filed -> View.of(template, donePage(filed)))
        .orElseGet(this::elsewhere);
  }

  private Object ofPaper(String token, String full, Function<PaperPage, Object> answer) {
    return token(token)
        .flatMap(acknowledge::of)
        .map(paper -> answer.apply(paperPage(paper, "1".equals(full))))
        .orElseGet(this::elsewhere);
  }

  private static Optional<String> token(String token) {
    return Optional.ofNullable(token).filter(t -> !t.isEmpty());
  }

  private Response elsewhere() {
    return Redirect.to(frame.link("/mailbox")).build();
  }

  private DonePage donePage(Filed filed) {
    var t = frame.t();
    mailbox.behind(filed.receipt()); // what was answered is sealed under it
    var dates =
        mailbox.standing(filed.number()).dates().stream()
            .filter(due -> t.has("intake.date." + due.clock()))
            .map(due -> Row.of(t.date(due.date()), t.t("intake.date." + due.clock())))
            .toList();
    return new DonePage(
        filed.number().value(),
        filed.receipt().grouped(),
        Qr.of(filed.receipt().digits()),
        dates,
        helplines.all(),
        reports.facts(filed.number()).isInDanger(),
        reports.awaited(filed.number()).stream()
            .map(file -> t.t("intake." + file.question() + ".promised.mailbox"))
            .toList(),
        hinders(t, filed.number()));
  }

  private List<String> hinders(Texts t, CaseNumber number) {
    return reports.hinders(number).stream()
        .map(question -> t.t("intake." + question + ".hinders.mailbox"))
        .toList();
  }

  private PaperPage paperPage(Acknowledgement paper, boolean full) {
    var t = frame.t();
    var standing = mailbox.standing(paper.number());
    var needs = reports.facts(paper.number()).needs();
    return new PaperPage(
        paper.number().value(),
        paper.code().grouped(),
        t.date(paper.issuedOn()),
        Papers.lines(t, standing.dates(), full),
        full,
        full ? t.code("qualification", standing.matters().get(0).qualification()) : null,
        baseUrl.orElse("") + "/verify",
        contact,
        needs.contains("LARGE_PRINT"),
        needs.contains("EASY_READ"));
  }
}
