package org.isonomia.intake.web;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isonomia.evidence.Evidence;
import org.isonomia.evidence.ReceiveFiles;
import org.isonomia.intake.Downloads;
import org.isonomia.intake.application.KeepPromisedFiles;
import org.isonomia.intake.application.ReadReports;
import org.isonomia.intake.application.WriteToOffice;
import org.isonomia.intake.web.Paced.Route;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Language;
import org.isonomia.page.PageFaults;
import org.isonomia.page.View;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/**
 * Files behind the receipt: the reporter sends some with a message, and saves what the office sent.
 */
@Path(Language.PATH + "/mailbox/files")
public class MailboxFilePages {
  /**
   * @param retry whether nothing could be saved just now and the text is still here
   * @param promised text keys of the questions that promised a file which is not here
   */
  public record Model(Form form, boolean retry, List<String> promised) {}

  private static final String PROMISED = "promised";

  @Inject Frame frame;
  @Inject Behind behind;
  @Inject ReceiveFiles files;
  @Inject WriteToOffice writeToOffice;
  @Inject ReadReports reports;
  @Inject KeepPromisedFiles promises;

  @GET
  public Object show(@CookieParam(Cookies.VISIT) String token) {
    return behind.shown(token, number -> view(number, Form.empty(), false));
  }

  @POST
  @Paced(Route.FILES)
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Object send(
      @Context HttpServletRequest request, @CookieParam(Cookies.VISIT) String token) {
    var form = Form.empty();
    var received = new ArrayList<ReceiveFiles.Received>();
    Optional<CaseNumber> number = Optional.empty();
    try {
      number = behind.find(token);
      if (number.isEmpty()) {
        // files are not even taken; the words wait until the receipt is typed again
        files.read(request, form, 0, file -> {});
        return behind.waits(words(form), "write");
      }
      var mine = number.get();
      var full =
          AskedAgain.isTooFast(request) ? Optional.of(Problem.tooMany("too-fast")) : full(mine);
      files.read(
          request,
          form,
          Evidence.FILES_AT_MOST,
          () -> full.isEmpty() && !behind.isElsewhere(form, mine),
          received::add);
      if (behind.isElsewhere(form, mine)) {
        files.forget(received);
        return behind.elsewhere();
      }
      if (full.isPresent()) {
        throw full.get();
      }
      if (!form.hasErrors() && received.isEmpty()) {
        form.error(ReceiveFiles.FIELD, "intake.sendFiles.none");
      }
      if (!form.hasErrors()) {
        write(mine, form, received);
        return behind.done("sent");
      }
      files.forget(received);
      return view(mine, form, false).status(422);
    } catch (Problem refusal) {
      files.forget(received);
      var code = refusal.errors().isEmpty() ? refusal.code() : refusal.errors().get(0).code();
      if (!frame.t().has("intake.wrong.message-" + code)) {
        throw refusal;
      }
      form.error("text", "intake.wrong.message-" + code, "most", WriteToOffice.TEXT_LENGTH);
      return view(number.orElseThrow(), form, false).status(422);
    } catch (RuntimeException fault) {
      forget(received, fault);
      if (!PageFaults.databaseAway(fault)) {
        throw fault;
      }
      return Response.status(503)
          .header("Retry-After", "10")
          .entity(away(form).status(503))
          .build();
    }
  }

  /**
   * The words in another language, or the way back. A browser does not send files again by itself;
   * the words are kept.
   */
  @POST
  @Paced(Route.FILES)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object keep(@CookieParam(Cookies.VISIT) String token, Form sent) {
    return behind.sent(
        token,
        words(sent),
        "write",
        number ->
            Behind.Page.of(form -> view(number, form, false), form -> view(number, form, false)));
  }

  private static Form words(Form sent) {
    var words = Form.empty();
    for (var field :
        List.of(
            "text",
            MessageLanguage.FIELD,
            MessageLanguage.FIELD + Press.PRESET,
            PROMISED,
            Press.OF,
            Press.NAME)) {
      if (!sent.isBlank(field)) {
        words.with(field, sent.value(field));
      }
    }
    return words;
  }

  /** Why no message can be sent now; the words are read all the same, so that none is lost. */
  private Optional<Problem> full(CaseNumber number) {
    try {
      writeToOffice.requireRoom(number);
      return Optional.empty();
    } catch (Problem refusal) {
      return Optional.of(refusal);
    }
  }

  /** Where the database is away, {@code ForgetExpired} deletes them: they are of no case. */
  private void forget(List<ReceiveFiles.Received> received, RuntimeException fault) {
    try {
      files.forget(received);
    } catch (RuntimeException notNow) {
      fault.addSuppressed(notNow);
    }
  }

  /** A message says that there are files, so that nobody overlooks them. */
  private void write(CaseNumber number, Form form, List<ReceiveFiles.Received> received) {
    // without words of the person the page writes them, in its own language
    boolean silent = form.isBlank("text");
    var text =
        silent ? frame.t("intake.sendFiles.words", "count", received.size()) : form.value("text");
    var language = silent ? frame.language().tag() : MessageLanguage.of(form, frame.language());
    writeToOffice.handle(
        new WriteToOffice.Command(
            number, language, text, List.copyOf(received), promised(number, form)));
  }

  /** A file of one's own case, to be saved; a browser never shows it on this page. */
  @GET
  @Path("/{file: \\d{1,18}}")
  public Object save(@CookieParam(Cookies.VISIT) String token, @PathParam("file") long id) {
    // a neutral name: who looks through the telephone's downloads learns nothing from it
    return behind.shown(token, number -> Downloads.of(reports.file(number, id), Long.toString(id)));
  }

  /** A file that was sent without the tick gets it, or a wrong one is taken back. */
  @POST
  @Paced
  @Path("/{file: \\d{1,18}}/promised")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object say(
      @CookieParam(Cookies.VISIT) String token, @PathParam("file") long id, Form form) {
    return behind.pressed(
        token,
        form,
        number -> {
          promises.say(number, id, form.value("question"), form.has("is", "yes"));
          return behind.open("#" + (form.has("is", "yes") ? "promised" : "awaited"));
        });
  }

  /** Of a question whose file is still missing; anything else that was sent says nothing. */
  private String promised(CaseNumber number, Form form) {
    return missing(number).stream()
        .filter(question -> form.has(PROMISED, question))
        .findFirst()
        .orElse(null);
  }

  private List<String> missing(CaseNumber number) {
    return reports.awaited(number).stream().map(ReadReports.Awaited::question).toList();
  }

  private View view(CaseNumber number, Form form, boolean retry) {
    MessageLanguage.preset(form, frame.language(), reports.writtenIn(number));
    return View.of("intake/sendFiles", new Model(form, retry, missing(number)));
  }

  /** The database is away: of the tick nothing more is known than that it was there. */
  private View away(Form form) {
    var said = form.value(PROMISED);
    boolean ours = frame.t().has("intake." + said + ".promised.tick");
    return View.of("intake/sendFiles", new Model(form, true, ours ? List.of(said) : List.of()));
  }
}
