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
import org.isonomia.intake.application.ReadReports;
import org.isonomia.intake.application.WriteToOffice;
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
   */
  public record Model(Form form, boolean retry) {}

  @Inject Frame frame;
  @Inject Behind behind;
  @Inject ReceiveFiles files;
  @Inject WriteToOffice writeToOffice;
  @Inject ReadReports reports;

  @GET
  public Object show(@CookieParam(Cookies.VISIT) String token) {
    return behind.shown(token, number -> view(Form.empty(), false));
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Object send(
      @Context HttpServletRequest request, @CookieParam(Cookies.VISIT) String token) {
    var form = Form.empty();
    var received = new ArrayList<ReceiveFiles.Received>();
    try {
      var number = behind.find(token);
      if (number.isEmpty()) {
        // files are not even taken; the words wait until the receipt is typed again
        files.read(request, form, 0, file -> {});
        return behind.waits(words(form), "write");
      }
      var full = full(number.get());
      files.read(
          request,
          form,
          Evidence.FILES_AT_MOST,
          () -> full.isEmpty() && !behind.isElsewhere(form, number.get()),
          received::add);
      if (behind.isElsewhere(form, number.get())) {
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
        write(number.get(), form, received);
        return behind.done("sent");
      }
      files.forget(received);
      return view(form, false).status(422);
    } catch (Problem refusal) {
      files.forget(received);
      var code = refusal.errors().isEmpty() ? refusal.code() : refusal.errors().get(0).code();
      if (!frame.t().has("intake.wrong.message-" + code)) {
        throw refusal;
      }
      form.error("text", "intake.wrong.message-" + code, "most", WriteToOffice.TEXT_LENGTH);
      return view(form, false).status(422);
    } catch (RuntimeException fault) {
      forget(received, fault);
      if (!PageFaults.databaseAway(fault)) {
        throw fault;
      }
      return Response.status(503)
          .header("Retry-After", "10")
          .entity(view(form, true).status(503))
          .build();
    }
  }

  /**
   * The words in another language, or the way back. A browser does not send files again by itself;
   * the words are kept.
   */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object keep(@CookieParam(Cookies.VISIT) String token, Form sent) {
    return behind.sent(
        token,
        words(sent),
        "write",
        number -> Behind.Page.of(form -> view(form, false), form -> view(form, false)));
  }

  private static Form words(Form sent) {
    var words = Form.empty();
    for (var field : List.of("text", Press.OF, Press.NAME)) {
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
    var text =
        form.isBlank("text")
            ? frame.t("intake.sendFiles.words", "count", received.size())
            : form.value("text");
    writeToOffice.handle(
        new WriteToOffice.Command(number, frame.language().tag(), text, List.copyOf(received)));
  }

  /** A file of one's own case, to be saved; a browser never shows it on this page. */
  @GET
  @Path("/{file: \\d{1,18}}")
  public Object save(@CookieParam(Cookies.VISIT) String token, @PathParam("file") long id) {
    // a neutral name: who looks through the telephone's downloads learns nothing from it
    return behind.shown(token, number -> Downloads.of(reports.file(number, id), Long.toString(id)));
  }

  private static View view(Form form, boolean retry) {
    return View.of("intake/sendFiles", new Model(form, retry));
  }
}
