package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.IntakeEvent.ReporterWrote;
import org.isonomia.intake.domain.Codes;
import org.isonomia.intake.domain.Correction;
import org.isonomia.intake.domain.EmailAddress;
import org.isonomia.intake.domain.PlainText;
import org.isonomia.intake.domain.Report;
import org.isonomia.intake.domain.Said;
import org.isonomia.intake.persistence.FiledReports;
import org.isonomia.intake.persistence.Rectifications;
import org.isonomia.privacy.Compartment;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;
import org.isonomia.shared.Problem;
import org.isonomia.shared.Problem.FieldError;

/**
 * The reporter corrects their own words behind the receipt (GDPR art. 16). What stood there before
 * stays readable beside them, with the date, for the reporter and for the office.
 */
@ApplicationScoped
@Transactional
public class CorrectReport {
  private static final Map<String, Integer> LONGEST =
      Map.of(
          "narrative", Said.NARRATIVE_LENGTH,
          "time", Said.TIME_LENGTH,
          "place", Said.PLACE_LENGTH,
          "wishText", Said.WISH_LENGTH,
          "name", Said.NAME_LENGTH,
          "address", Said.ADDRESS_LENGTH,
          "email", Said.EMAIL_LENGTH,
          "phone", Said.PHONE_LENGTH,
          "safeContact", Said.SAFE_CONTACT_LENGTH);

  @Inject FiledReports reports;
  @Inject Rectifications rectifications;
  @Inject Vault vault;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  /**
   * @param words by field; a field that is not among them stays
   */
  public record Command(CaseNumber number, Map<String, String> words) {
    @Override
    public String toString() {
      return "CorrectReport";
    }
  }

  /** Fields of this report that can be corrected, in order, with their words now. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.READ)
  public Map<String, String> now(CaseNumber number) {
    var report = reports.get(number);
    var words = new LinkedHashMap<String, String>();
    for (var field : fields(report)) {
      words.put(field, vault.open(number.value(), field, report.words(field)));
    }
    return words;
  }

  /**
   * @return the fields that have changed; empty when nothing has
   * @throws Problem invalid "report-incomplete" with everything that is wrong
   */
  @Allowed(Permission.ANYONE)
  public List<String> handle(Command command) {
    var number = command.number();
    var report = reports.lock(number); // two clicks are one correction
    var wrong = new ArrayList<FieldError>();
    var changed = new LinkedHashMap<String, String>();
    for (var field : fields(report)) {
      if (!command.words().containsKey(field)) {
        continue;
      }
      var fresh = PlainText.tidy(PlainText.clean(command.words().get(field)));
      check(report, field, fresh, wrong);
      if (!Objects.equals(fresh, vault.open(number.value(), field, report.words(field)))) {
        changed.put(field, fresh);
      }
    }
    if (!wrong.isEmpty()) {
      throw Problem.invalid("report-incomplete", wrong);
    }
    var now = clock.instant();
    changed.forEach(
        (field, words) -> {
          var sealed = vault.seal(number.value(), compartment(field), field, words);
          rectifications.add(new Correction(number, field, report.correct(field, sealed), now));
        });
    if (!changed.isEmpty()) {
      events.fire(new ReporterWrote(number, now));
    }
    return List.copyOf(changed.keySet());
  }

  private static List<String> fields(Report report) {
    return Report.CORRECTABLE.stream()
        .filter(f -> !Report.WHO.contains(f) || report.isNamed() || report.isConfidential())
        .toList();
  }

  private static Compartment compartment(String field) {
    return Report.WHO.contains(field) ? Compartment.IDENTITY : Compartment.CONTENT;
  }

  private static void check(Report report, String field, String words, List<FieldError> wrong) {
    PlainText.fault(words, LONGEST.get(field))
        .ifPresent(code -> wrong.add(new FieldError(field, code)));
    boolean formal = Codes.isFormal(report.facts().requested());
    if (words == null
        && (field.equals("narrative")
            || formal && (field.equals("name") || field.equals("address")))) {
      wrong.add(new FieldError(field, "required"));
    }
    if (field.equals("email") && words != null && !EmailAddress.isFit(words)) {
      wrong.add(new FieldError(field, "not-an-email"));
    }
  }
}
