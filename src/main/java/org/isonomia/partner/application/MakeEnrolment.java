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

/** The office invites an institution to make its key; a secret made before is dead. */
@ApplicationScoped
@Transactional
public class MakeEnrolment {
  /**
   * Shown once.
   *
   * @param secret goes to the institution in writing
   * @param pin is told by telephone
   */
  public record Made(String secret, String pin, LocalDate lastDay) {
    /** It stays out of logs. */
    @Override
    public String toString() {
      return "Made";
    }
  }

  @Inject Institutions institutions;
  @Inject Enrolments enrolments;
  @Inject Trust trust;
  @Inject AppClock clock;

  /**
   * @throws Problem not-found; conflict "already-enrolled" when it has a key
   */
  @Allowed(Permission.VOUCH_FOR_INSTITUTION)
  public Made handle(String code) {
    var id = institutions.get(code).id();
    if (trust.hasKey(Holder.institution(id))) {
      throw Problem.conflict("already-enrolled");
    }
    var secret = EnrolmentSecret.newSecret();
    var pin = EnrolmentSecret.newPin();
    var verifier = EnrolmentSecret.verifier(id, secret, pin);
    var by = Actor.current().accountId();
    var known = enrolments.lock(id);
    known.ifPresent(e -> e.makeAnew(verifier, by, clock.instant(), clock.today()));
    if (known.isEmpty()) {
      enrolments.add(new Enrolment(id, verifier, by, clock.instant(), clock.today()));
    }
    return new Made(secret, pin, clock.today().plusDays(Enrolment.LASTS_DAYS));
  }
}
