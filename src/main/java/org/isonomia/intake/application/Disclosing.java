package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isonomia.intake.IntakeEvent.IdentityDisclosed;
import org.isonomia.intake.domain.Correction;
import org.isonomia.intake.domain.EmailAddress;
import org.isonomia.intake.domain.PlainText;
import org.isonomia.intake.domain.Report;
import org.isonomia.intake.domain.Said;
import org.isonomia.intake.persistence.Rectifications;
import org.isonomia.privacy.Compartment;
import org.isonomia.privacy.Safes;
import org.isonomia.privacy.Team;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.DomainEvent;
import org.isonomia.shared.Problem.FieldError;

/**
 * How a reporter says later who they are: the words are sealed as at filing, and whoever may read
 * them from now on gets an envelope with the key. The keys are those of the reporter, who alone had
 * them until now.
 */
@ApplicationScoped
class Disclosing {
  private static final Map<String, Integer> LONGEST =
      Map.of(
          "name", Said.NAME_LENGTH,
          "address", Said.ADDRESS_LENGTH,
          "email", Said.EMAIL_LENGTH,
          "phone", Said.PHONE_LENGTH,
          "safeContact", Said.SAFE_CONTACT_LENGTH);

  @Inject Rectifications rectifications;
  @Inject Safes safes;
  @Inject Vault vault;
  @Inject Event<DomainEvent> events;

  /**
   * What is wrong with it, field by field; empty when it can be disclosed.
   *
   * @param mode NAMED or CONFIDENTIAL
   * @param words by field of {@link Report#WHO}; a field that is missing or blank stays as it is
   */
  List<FieldError> faults(
      Report report, String mode, Map<String, String> words, Set<String> required) {
    var wrong = new ArrayList<FieldError>();
    if (mode == null) {
      wrong.add(new FieldError("mode", "required"));
    } else if (!Set.of("NAMED", "CONFIDENTIAL").contains(mode)) {
      wrong.add(new FieldError("mode", "unknown-code"));
    } else if (report.isNamed() && !mode.equals("NAMED")) {
      wrong.add(new FieldError("mode", "cannot-be-untold"));
    }
    for (var field : Report.WHO) {
      var fresh = fresh(words, field);
      PlainText.fault(fresh, LONGEST.get(field))
          .ifPresent(code -> wrong.add(new FieldError(field, code)));
      if (fresh == null && required.contains(field) && report.words(field) == null) {
        wrong.add(new FieldError(field, "required"));
      }
      if (field.equals("email") && fresh != null && !EmailAddress.isFit(fresh)) {
        wrong.add(new FieldError(field, "not-an-email"));
      }
    }
    return wrong;
  }

  /** Whether this was said before: a second click, or one sent again after its answer got lost. */
  boolean isSaid(Report report, String mode, Map<String, String> words) {
    return report.facts().identityMode().equals(mode) && changed(report, words).isEmpty();
  }

  void disclose(Report report, String mode, Map<String, String> words, Instant at) {
    var number = report.number();
    for (var change : changed(report, words).entrySet()) {
      var field = change.getKey();
      var sealed = vault.seal(number.value(), Compartment.IDENTITY, field, change.getValue());
      var before = report.correct(field, sealed);
      if (before != null) {
        rectifications.add(new Correction(number, field, before, at));
      }
    }
    if (!mode.equals(report.facts().identityMode())) {
      letRead(number.value(), mode);
    }
    report.disclose(mode, report.words("name") != null && report.words("address") != null);
    events.fire(new IdentityDisclosed(number, mode, report.facts().completeForFormal(), at));
  }

  private Map<String, String> changed(Report report, Map<String, String> words) {
    var changed = new LinkedHashMap<String, String>();
    for (var field : Report.WHO) {
      var fresh = fresh(words, field);
      if (fresh != null
          && !fresh.equals(vault.open(report.number().value(), field, report.words(field)))) {
        changed.put(field, fresh);
      }
    }
    return changed;
  }

  /** A NAMED reporter is the office's to read; then the custodians have no key of it any more. */
  private void letRead(String subject, String mode) {
    var office = EnumSet.of(Compartment.CONTENT, Compartment.RESPONDENT);
    var custodians = EnumSet.of(Compartment.EVIDENCE, Compartment.RESPONDENT);
    (mode.equals("NAMED") ? office : custodians).add(Compartment.IDENTITY);
    var mine = safes.opened(subject);
    office.retainAll(mine);
    custodians.retainAll(mine);
    safes.remove(subject, Team.CUSTODIANS.holder());
    safes.add(subject, new Safes.For(Team.CUSTODIANS.holder(), custodians));
    if (mode.equals("NAMED")) {
      safes.add(subject, new Safes.For(Team.OFFICE.holder(), office));
    }
  }

  private static String fresh(Map<String, String> words, String field) {
    return PlainText.tidy(PlainText.clean(words.get(field)));
  }
}
