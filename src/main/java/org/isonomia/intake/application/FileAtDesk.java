package org.isonomia.intake.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.domain.Arrival;
import org.isonomia.intake.domain.Arrived;
import org.isonomia.intake.domain.BearerToken;
import org.isonomia.intake.domain.Receipt;
import org.isonomia.intake.domain.Said;
import org.isonomia.intake.persistence.FiledArrivals;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;
import org.isonomia.shared.Problem.FieldError;

/**
 * Somebody of the office types in what came by telephone, in person, by post or by the office's own
 * eyes. It goes the same way as what a resident files: the same register, sealing, clocks and
 * picture; only the day on which it came is told by the office.
 */
@ApplicationScoped
@Transactional
public class FileAtDesk {
  /** What came on an earlier day came at noon, whatever the post says: only the day counts. */
  private static final LocalTime ON_AN_EARLIER_DAY = LocalTime.NOON;

  @Inject FileReportOnce fileOnce;
  @Inject FiledArrivals arrivals;
  @Inject Vault vault;
  @Inject Questionnaires questionnaires;
  @Inject AppClock clock;

  @Inject
  @ConfigProperty(name = "isonomia.desk.backdate.days", defaultValue = "30")
  int furthest;

  /**
   * @param once made with the form: however often it is sent, there is one case
   * @param typed everything in the form, by which a second sending is known from another report
   * @param informed whether the person was given the information of GDPR art. 13
   */
  public record Command(
      Said said,
      Arrived arrived,
      boolean informed,
      List<FileReport.Attachment> files,
      String once,
      String typed) {
    @Override
    public String toString() {
      return "FileAtDesk";
    }
  }

  /**
   * @param receipt digits in groups of four; {@code null} when the person gets none
   */
  public record Filed(CaseNumber number, String receipt) {
    @Override
    public String toString() {
      return "Filed";
    }
  }

  /** Opens the form. */
  @Allowed(value = Permission.FILE_AT_DESK, trace = Allowed.Trace.NONE)
  public int daysBack() {
    return furthest;
  }

  /** Everything that is wrong with it, before it is filed. */
  @Allowed(value = Permission.FILE_AT_DESK, trace = Allowed.Trace.NONE)
  public List<FieldError> faults(Said said, Arrived arrived) {
    var faults = new ArrayList<>(said.faults(clock.today()));
    faults.addAll(arrived.faults(said, clock.today(), furthest));
    faults.addAll(questionnaires.of(said.asked().questionnaire()).faults(said, clock.today()));
    return faults;
  }

  /**
   * @throws Problem invalid "report-incomplete" with a pointer for everything that is wrong;
   *     conflict "desk-filed-already" when the form was filed with other words before
   */
  @Allowed(Permission.FILE_AT_DESK)
  public Filed handle(Command command) {
    var arrived = command.arrived();
    var faults = faults(command.said(), arrived);
    if (!faults.isEmpty()) {
      throw Problem.invalid("report-incomplete", faults);
    }
    var by = Actor.current().accountId();
    var filed = file(command, by);
    if (arrivals.find(filed.number()).isEmpty()) {
      var subject = filed.number().value();
      arrivals.add(
          new Arrival(
              filed.number(),
              arrived,
              (field, text) -> vault.seal(subject, field, text),
              by,
              clock.instant()));
    }
    return new Filed(filed.number(), arrived.receipt() ? filed.receipt().grouped() : null);
  }

  private FileReportOnce.Filed file(Command command, long by) {
    var report =
        new FileReport.Command(
            command.said(),
            Receipt.make(),
            command.informed() ? Notices.version(command.said().requested()) : Notices.NOT_GIVEN,
            command.files(),
            cameAt(command.arrived()));
    try {
      return fileOnce.handle(
          new FileReportOnce.Command(
              report,
              "desk " + by + " " + command.once(),
              BearerToken.sha256(("desk " + command.typed()).getBytes(UTF_8)),
              BearerToken.sha256(("desk secret " + command.typed()).getBytes(UTF_8))));
    } catch (Problem refusal) {
      throw refusal.code().equals("idempotency-key-reused")
          ? Problem.conflict("desk-filed-already")
          : refusal;
    }
  }

  private Instant cameAt(Arrived arrived) {
    return arrived.receivedOn().equals(clock.today())
        ? clock.instant()
        : arrived.receivedOn().atTime(ON_AN_EARLIER_DAY).atZone(AppClock.CITY).toInstant();
  }
}
