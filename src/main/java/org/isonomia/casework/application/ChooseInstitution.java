package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.partner.Directory;
import org.isonomia.referral.ReferralDesk;
import org.isonomia.referral.ReferralNumber;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;
import org.isonomia.workflow.Workflow;

/**
 * The case handler hands a part of the case to an institution and waits for it. The words that are
 * shared are the very words the institution will read.
 */
@ApplicationScoped
@Transactional
public class ChooseInstitution {
  /**
   * @param type SUPPORT, OPINION_REQUEST, MEDIATION or INFORMATION_COPY; never a notice of a crime,
   *     which goes by the lawyer
   * @param shared data category → words
   * @param askConsent whether the reporter is asked first; otherwise a law allows it
   * @param legalBasis which law; required without consent
   */
  public record Command(
      CaseNumber number,
      Long institutionId,
      String type,
      Map<String, String> shared,
      boolean askConsent,
      String legalBasis) {}

  private static final Set<String> TYPES =
      Set.of("SUPPORT", "OPINION_REQUEST", "MEDIATION", "INFORMATION_COPY");
  private static final Set<String> CATEGORIES =
      Set.of("SUMMARY", "NARRATIVE", "ATTACHMENTS", "IDENTITY", "CONTACT", "LANGUAGE", "NEEDS");

  @Inject Register register;
  @Inject Directory directory;
  @Inject ReferralDesk referrals;
  @Inject Workflow workflow;

  @Allowed(Permission.SEND_REFERRAL)
  public ReferralNumber handle(Command command) {
    var file = register.take(command.number());
    var faults = new ArrayList<Problem.FieldError>();
    if (command.institutionId() == null || directory.find(command.institutionId()).isEmpty()) {
      faults.add(new Problem.FieldError("institution", "casework.error.institution"));
    }
    if ("CRIME_NOTICE".equals(command.type())) {
      faults.add(new Problem.FieldError("type", "casework.error.crimeNotice"));
    } else if (command.type() == null || !TYPES.contains(command.type())) {
      faults.add(new Problem.FieldError("type", "casework.error.referralType"));
    }
    var summary = command.shared().get("SUMMARY");
    if (summary == null || summary.isBlank()) {
      faults.add(new Problem.FieldError("summary", "casework.error.summary"));
    } else if (summary.length() > Words.LONGEST) {
      faults.add(new Problem.FieldError("summary", "casework.error.tooLong"));
    }
    if (!CATEGORIES.containsAll(command.shared().keySet())) {
      faults.add(new Problem.FieldError("categories", "casework.error.categories"));
    }
    if (!command.askConsent() && (command.legalBasis() == null || command.legalBasis().isBlank())) {
      faults.add(new Problem.FieldError("legalBasis", "casework.error.legalBasis"));
    }
    if (!faults.isEmpty()) {
      throw Problem.invalid("incomplete", faults);
    }
    var referral =
        referrals.refer(
            new ReferralDesk.Request(
                file.number(),
                command.institutionId(),
                command.type(),
                Map.copyOf(command.shared()),
                command.askConsent() ? "PENDING" : "NOT_REQUIRED_LAW",
                command.askConsent() ? null : command.legalBasis().strip(),
                file.language()));
    // its tasks are no business of those who are kept out of the case
    file.keptOut().forEach(account -> workflow.hideFrom(referral.value(), account));
    workflow.complete(OpenCase.PICTURE, file.number().value(), "chooseInstitution", Map.of());
    return referral;
  }
}
