package org.isonomia.partner.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.partner.domain.Enrolment;
import org.isonomia.partner.domain.Enrolments;
import org.isonomia.partner.domain.Institutions;
import org.isonomia.privacy.Holder;
import org.isonomia.privacy.Trust;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.Problem;

/**
 * The institution has read its fingerprint out, by telephone or in person, and the office says that
 * the key is the institution's. From then on referrals are wrapped for it.
 */
@ApplicationScoped
@Transactional
public class VouchForInstitution {
  /**
   * How an institution's key stands, as the office sees it.
   *
   * @param invitedUntil last day of an open enrolment, or {@code null}
   * @param fingerprint of its key, or {@code null} without one
   * @param mayVouch whether the reader may invite and vouch
   */
  public record Standing(
      LocalDate invitedUntil, String fingerprint, boolean isVouched, boolean mayVouch) {}

  @Inject Institutions institutions;
  @Inject Enrolments enrolments;
  @Inject Trust trust;
  @Inject AppClock clock;

  @Allowed(value = Permission.SEE_DIRECTORY, trace = Allowed.Trace.NONE)
  public Standing standing(String code) {
    var id = institutions.get(code).id();
    var holder = Holder.institution(id);
    return new Standing(
        enrolments
            .find(id)
            .filter(e -> e.isOpen(clock.today()))
            .map(Enrolment::lastDay)
            .orElse(null),
        trust.shown(holder).map(Trust.Shown::fingerprint).orElse(null),
        trust.isVouched(holder),
        Permission.VOUCH_FOR_INSTITUTION.heldBy(Actor.current()));
  }

  /**
   * @param fingerprint the one that was compared; another one lying there now is refused
   * @throws Problem not-found; conflict "no-key", "fingerprint-differs"; forbidden "not-a-member"
   */
  @Allowed(Permission.VOUCH_FOR_INSTITUTION)
  public void handle(String code, String fingerprint) {
    trust.vouch(Holder.institution(institutions.get(code).id()), fingerprint);
  }
}
