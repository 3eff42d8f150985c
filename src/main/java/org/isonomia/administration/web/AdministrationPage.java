package org.isonomia.administration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.isonomia.access.Actor;
import org.isonomia.access.Permission;
import org.isonomia.administration.application.RetryJob;
import org.isonomia.administration.application.RetryMail;
import org.isonomia.administration.application.SeeFailedMails;
import org.isonomia.administration.application.SeeHealth;
import org.isonomia.administration.application.SeeJobs;
import org.isonomia.administration.application.SeeSettings;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Redirect;
import org.isonomia.page.Texts;
import org.isonomia.page.View;
import org.isonomia.workflow.Jobs;

/** How the house is, what failed, and the settings in force. No content of any case. */
@Path("/administration")
@RequestScoped
public class AdministrationPage {
  /**
   * @param accounts whether who reads this keeps the accounts, too
   */
  public record Health(SeeHealth.Seen seen, List<CheckLine> checks, boolean accounts) {}

  /** A check in words. */
  public record CheckLine(String name, boolean up, boolean needsYou, List<String> says) {}

  /**
   * @param picture name of the picture in words
   * @param step name of its step in words
   */
  public record JobLine(
      String id,
      String picture,
      String step,
      String number,
      Instant since,
      int retries,
      Instant due,
      String code) {}

  public record JobsModel(List<JobLine> lines, Jobs.Counts counts, String done) {}

  public record MailLine(
      String key, String kind, String to, String number, Instant since, int times, String code) {}

  public record MailsModel(List<MailLine> lines, String done) {}

  public record SettingsModel(List<SeeSettings.Line> lines) {}

  private static final List<String> ROOMS =
      List.of("casework", "referral", "council", "programme", "audit", "privacy");

  @Inject SeeHealth health;
  @Inject SeeJobs jobs;
  @Inject RetryJob retryJob;
  @Inject SeeFailedMails mails;
  @Inject RetryMail retryMail;
  @Inject SeeSettings settings;
  @Inject Frame frame;

  @GET
  public View show() {
    var seen = health.handle();
    return View.of(
        "administration/health",
        new Health(
            seen,
            seen.checks().stream().map(check -> line(frame.t(), check)).toList(),
            Permission.KEEP_ACCOUNTS.heldBy(Actor.current())));
  }

  /** In words of the reader where there are some; a check that nobody described stays as it is. */
  static CheckLine line(Texts t, SeeHealth.Check check) {
    var key = "administration.check." + check.name();
    return new CheckLine(
        t.has(key) ? t.t(key) : check.name(),
        check.up(),
        check.needsYou(),
        check.data().entrySet().stream()
            .map(
                said -> {
                  var words = key + "." + said.getKey() + "." + said.getValue();
                  return t.has(words) ? t.t(words) : said.getKey() + ": " + said.getValue();
                })
            .toList());
  }

  @GET
  @Path("jobs")
  public View jobs(@QueryParam("done") String done) {
    var seen = jobs.handle();
    return View.of(
        "administration/jobs",
        new JobsModel(
            seen.failing().stream().map(this::line).toList(),
            seen.counts(),
            "retried".equals(done) ? done : null));
  }

  @POST
  @Path("jobs")
  public Response retryJob(Form form) {
    retryJob.handle(new RetryJob.Command(form.value("job")));
    return Redirect.to("/administration/jobs?done=retried").build();
  }

  @GET
  @Path("mails")
  public View mails(@QueryParam("done") String done) {
    return View.of(
        "administration/mails",
        new MailsModel(
            mails.handle().stream()
                .map(
                    mail ->
                        new MailLine(
                            mail.key(),
                            kind(mail.template()),
                            frame.t(
                                mail.template().startsWith("referral-")
                                    ? "administration.mail.to.partner"
                                    : "administration.mail.to.house"),
                            mail.number(),
                            mail.firstAt(),
                            mail.times(),
                            mail.code()))
                .toList(),
            "RETRIED".equals(done) || "NO_LONGER_WANTED".equals(done) ? done : null));
  }

  @POST
  @Path("mails")
  public Response retryMail(Form form) {
    var done = retryMail.handle(new RetryMail.Command(form.value("mail")));
    return Redirect.to("/administration/mails?done=" + done).build();
  }

  @GET
  @Path("settings")
  public View settings() {
    return View.of("administration/settings", new SettingsModel(settings.handle()));
  }

  private String kind(String template) {
    var key = "administration.mail." + template;
    return frame.t().has(key) ? frame.t(key) : template;
  }

  private JobLine line(Jobs.Failing job) {
    return new JobLine(
        job.id(),
        words(frame.t(), job.processId()),
        words(frame.t(), job.processId() + "." + job.element()),
        job.businessKey(),
        job.since(),
        job.retries(),
        job.due(),
        job.code());
  }

  /** What a picture or a step of it is called; its id where nobody gave it a name. */
  private static String words(Texts t, String id) {
    return ROOMS.stream()
        .map(room -> room + ".picture." + id)
        .filter(t::has)
        .findFirst()
        .map(key -> t.t(key))
        .orElse(id.substring(id.indexOf('.') + 1));
  }
}
