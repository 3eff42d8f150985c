package org.isonomia.partner.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.partner.domain.Enrolments;
import org.isonomia.privacy.Holder;
import org.isonomia.privacy.Trust;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.Problem;

/** A user of an institution types what the office gave it, and makes the institution's key. */
@ApplicationScoped
@Transactional
public class EnrolInstitution {
  /** A wrong try is a result and no exception, because its count must stay written. */
  public enum Result {
    ENROLLED,
    WRONG,
    /** There is none, it is over, or it saw too many wrong tries. */
    NOT_OPEN
  }

  /**
   * How the institution of the signed-in user stands.
   *
   * @param fingerprint of its key, to be read out to the office; {@code null} without one
   * @param isVouched whether the office has compared it
   * @param isIn whether this user can open the key
   */
  public record Standing(String fingerprint, boolean isVouched, boolean isIn) {}

  @Inject Enrolments enrolments;
  @Inject Trust trust;
  @Inject AppClock clock;

  @Allowed(value = Permission.ANSWER_REFERRAL, trace = Allowed.Trace.NONE)
  public Standing standing() {
    var holder = Holder.institution(own());
    return new Standing(
        // from the private half, where somebody holds it: the tables may say another
        trust
            .heldFingerprint(holder)
            .or(() -> trust.shown(holder).map(Trust.Shown::fingerprint))
            .orElse(null),
        trust.isVouched(holder),
        trust.hasKey(holder) && trust.holds(holder));
  }

  /**
   * @throws Problem forbidden "not-yours" for who belongs to no institution; conflict
   *     "already-enrolled"; conflict "person-without-key"
   */
  @Allowed(Permission.ANSWER_REFERRAL)
  public Result handle(String secret, String pin) {
    var institution = own();
    var enrolment = enrolments.lock(institution).filter(e -> e.isOpen(clock.today()));
    if (enrolment.isEmpty()) {
      return Result.NOT_OPEN;
    }
    if (!EnrolmentSecret.fits(institution, secret, pin, enrolment.get().verifier())) {
      enrolment.get().wrongTry();
      return Result.WRONG;
    }
    trust.makeInstitution(Holder.institution(institution), Actor.current().accountId());
    enrolments.remove(enrolment.get());
    return Result.ENROLLED;
  }

  private static long own() {
    var institution = Actor.current().institutionId();
    if (institution == null) {
      throw Problem.forbidden("not-yours");
    }
    return institution;
  }
}
