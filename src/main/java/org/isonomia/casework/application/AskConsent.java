package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.ConsentDesk;
import org.isonomia.partner.Directory;
import org.isonomia.partner.Institution;
import org.isonomia.referral.ReferralDesk;
import org.isonomia.referral.ReferralNumber;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/** The consents behind the receipt: each is one of the case's referrals. */
@ApplicationScoped
@Transactional
public class AskConsent implements ConsentDesk {
  /** Statuses of a referral whose partner reads what was shared. */
  private static final Set<String> READING =
      Set.of("SENT", "DELIVERED", "ACCEPTED", "IN_PROGRESS", "FEEDBACK_DUE");

  @Inject ReferralDesk referrals;
  @Inject Directory directory;

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.READ)
  public List<Consent> of(CaseNumber number) {
    return Actor.HOUSE.run(() -> referrals.of(number).stream().map(this::consent).toList());
  }

  @Override
  @Allowed(Permission.ANYONE)
  public void answer(CaseNumber number, String consentId, boolean yes) {
    var referral = find(number, consentId);
    Actor.HOUSE.run(
        () -> {
          referrals.answerConsent(number, referral, yes);
          return null;
        });
  }

  @Override
  @Allowed(Permission.ANYONE)
  public void withdraw(CaseNumber number, String consentId) {
    var referral = find(number, consentId);
    Actor.HOUSE.run(
        () -> {
          referrals.withdrawConsent(number, referral);
          return null;
        });
  }

  @Override
  @Allowed(Permission.ANYONE)
  public void tellName(CaseNumber number, String consentId, String name, String contact) {
    var referral = find(number, consentId);
    Actor.HOUSE.run(
        () -> {
          referrals.tellName(number, referral, name, contact);
          return null;
        });
  }

  @Override
  @Allowed(Permission.ANYONE)
  public void takeNameBack(CaseNumber number, String consentId) {
    var referral = find(number, consentId);
    Actor.HOUSE.run(
        () -> {
          referrals.takeNameBack(number, referral);
          return null;
        });
  }

  private ReferralNumber find(CaseNumber number, String consentId) {
    return Actor.HOUSE.run(
        () ->
            referrals.of(number).stream()
                .map(ReferralDesk.Summary::number)
                .filter(referral -> referral.value().equals(consentId))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("no-such-consent")));
  }

  private Consent consent(ReferralDesk.Summary referral) {
    return new Consent(
        referral.number().value(),
        referral.institution(),
        directory.find(referral.institutionId()).map(Institution::kind).orElse("OTHER"),
        referral.type(),
        referral.shared(),
        referral.consent(),
        LocalDate.ofInstant(referral.madeAt(), AppClock.CITY),
        identity(referral));
  }

  private Identity identity(ReferralDesk.Summary referral) {
    var mayTell = "GIVEN".equals(referral.consent()) && READING.contains(referral.status());
    var told = referral.told();
    if (told == null) {
      return mayTell ? new Identity(true, null, null, false, null, null) : null;
    }
    var own = referrals.ownName(referral.caseNumber(), referral.number());
    return new Identity(
        mayTell,
        LocalDate.ofInstant(told.at(), AppClock.CITY),
        told.takenBackAt() == null ? null : LocalDate.ofInstant(told.takenBackAt(), AppClock.CITY),
        told.isRead(),
        own.map(ReferralDesk.OwnName::name).orElse(null),
        own.map(ReferralDesk.OwnName::contact).orElse(null));
  }
}
