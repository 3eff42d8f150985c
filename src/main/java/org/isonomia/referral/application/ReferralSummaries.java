package org.isonomia.referral.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.isonomia.partner.Directory;
import org.isonomia.partner.Institution;
import org.isonomia.privacy.Vault;
import org.isonomia.referral.ReferralDesk.Dated;
import org.isonomia.referral.ReferralDesk.Summary;
import org.isonomia.referral.ReferralDesk.Told;
import org.isonomia.referral.domain.Referral;
import org.isonomia.referral.domain.ToldName;
import org.isonomia.referral.domain.ToldNames;
import org.isonomia.shared.AppClock;

/** A referral in words, opened; inside the transaction and behind the permission of who asks. */
@ApplicationScoped
class ReferralSummaries {
  @Inject Directory directory;
  @Inject ToldNames names;
  @Inject Vault vault;

  Summary of(Referral referral) {
    var subject = referral.number().value();
    return new Summary(
        referral.number(),
        referral.caseNumber(),
        referral.institutionId(),
        institution(referral),
        referral.type(),
        referral.status().name(),
        referral.consent().status().name(),
        vault.open(subject, "legalBasis", referral.consent().legalBasis()),
        referral.alias(),
        words(referral),
        referral.madeAt(),
        endOf(referral.answerDue()),
        referral.declineReason(),
        referral.result(),
        vault.open(subject, "answer", referral.answer()),
        referral.steps().stream().map(step -> new Dated(step.status().name(), step.at())).toList(),
        names.of(referral).map(told -> told(referral, told)).orElse(null));
  }

  /** That it was told, never what: the words are between the reporter and the partner. */
  private static Told told(Referral referral, ToldName told) {
    return new Told(
        told.toldAt(), told.contact() != null, told.takenBackAt(), told.isReadBy(referral));
  }

  String institution(Referral referral) {
    return directory.find(referral.institutionId()).map(Institution::name).orElse("");
  }

  Map<String, String> words(Referral referral) {
    var words = new LinkedHashMap<String, String>();
    referral
        .words()
        .forEach(
            (category, kept) ->
                words.put(
                    category, vault.open(referral.number().value(), "shared." + category, kept)));
    return words;
  }

  /** A day ends at 24:00 in the city. */
  static Instant endOf(LocalDate day) {
    return day == null ? null : day.plusDays(1).atStartOfDay(AppClock.CITY).toInstant();
  }
}
