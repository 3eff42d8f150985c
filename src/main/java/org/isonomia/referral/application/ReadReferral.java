package org.isonomia.referral.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.privacy.Vault;
import org.isonomia.referral.ReferralDesk.Dated;
import org.isonomia.referral.domain.Consent;
import org.isonomia.referral.domain.Referral;
import org.isonomia.referral.domain.ReferralStatus;
import org.isonomia.referral.domain.Referrals;
import org.isonomia.referral.domain.ToldName;
import org.isonomia.referral.domain.ToldNames;
import org.isonomia.shared.AppClock;

/**
 * A partner reads what was shared with it. The first reading is noted: the referral has arrived.
 */
@ApplicationScoped
@Transactional
public class ReadReferral {
  /**
   * What a partner reads; no number of the case or of the referral, because those are the office's.
   *
   * @param shared category → words; empty once it has ended
   * @param legalBasis why no consent was needed, or {@code null}
   * @param consentOn city's date of the consent
   * @param answerDue last day for the next word, or {@code null}
   * @param name what the person told this partner alone, or {@code null}
   * @param contact how to reach the person, told to this partner alone, or {@code null}
   */
  public record PartnerView(
      String alias,
      String type,
      ReferralStatus status,
      Map<String, String> shared,
      String consent,
      String legalBasis,
      LocalDate consentOn,
      LocalDate sentOn,
      LocalDate answerDue,
      String declineReason,
      String result,
      String answer,
      String name,
      String contact,
      List<Dated> history) {
    /** What it holds of a person stays out of logs. */
    @Override
    public String toString() {
      return "PartnerView";
    }
  }

  /** One line of a partner's list. */
  public record Line(
      String alias,
      String type,
      ReferralStatus status,
      LocalDate sentOn,
      LocalDate answerDue,
      Instant heardAt) {
    /** Whether there still is a page to open. */
    public boolean isReadable() {
      return status != ReferralStatus.REVOKED && status != ReferralStatus.EXPIRED;
    }
  }

  @Inject PartnerDoor door;
  @Inject Referrals referrals;
  @Inject ToldNames names;
  @Inject ReferralSummaries summaries;
  @Inject Vault vault;
  @Inject AppClock clock;

  /** Permission is decided by the key: see {@link PartnerDoor}. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.READ)
  public PartnerView handle(PartnerKey key) {
    var referral = door.enter(key);
    referral.open(clock.instant());
    return view(referral);
  }

  /** What was sent to the institution of the signed-in person, newest first. */
  @Allowed(value = Permission.ANSWER_REFERRAL, trace = Allowed.Trace.NONE)
  public List<Line> own() {
    var institution = Actor.current().institutionId();
    if (institution == null) {
      return List.of();
    }
    return referrals.of(institution).stream()
        .map(r -> new Line(r.alias(), r.type(), r.status(), r.sentOn(), r.answerDue(), r.heardAt()))
        .toList();
  }

  private PartnerView view(Referral referral) {
    var subject = referral.number().value();
    var consent = referral.consent();
    var open = referral.status().isReadByPartner();
    var told = names.of(referral).filter(name -> name.isReadBy(referral));
    var identity = ToldName.subject(referral.number());
    return new PartnerView(
        referral.alias(),
        referral.type(),
        referral.status(),
        open ? summaries.words(referral) : Map.of(),
        consent.status().name(),
        consent.status() == Consent.Status.NOT_REQUIRED_LAW
            ? vault.openIfMine(subject, "legalBasis", consent.legalBasis())
            : null,
        LocalDate.ofInstant(consent.since(), AppClock.CITY),
        referral.sentOn(),
        open ? referral.answerDue() : null,
        referral.declineReason(),
        referral.result(),
        vault.openIfMine(subject, "answer", referral.answer()),
        told.map(t -> vault.openIfMine(identity, "name", t.name())).orElse(null),
        told.map(t -> vault.openIfMine(identity, "contact", t.contact())).orElse(null),
        referral.steps().stream()
            // what happened before sending is between the reporter and the office
            .filter(step -> step.status() != ReferralStatus.DRAFT)
            .filter(step -> step.status() != ReferralStatus.AWAITING_CONSENT)
            .map(step -> new Dated(step.status().name(), step.at()))
            .toList());
  }
}
