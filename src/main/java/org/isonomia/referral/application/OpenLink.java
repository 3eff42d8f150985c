package org.isonomia.referral.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.privacy.Vault;
import org.isonomia.referral.domain.PinTry;
import org.isonomia.referral.domain.Visit;
import org.isonomia.referral.domain.Visits;

/**
 * Somebody with a partner's link types the PIN they were told by telephone. Opening the link itself
 * changes nothing.
 */
@ApplicationScoped
@Transactional
public class OpenLink {
  public static final Duration VISIT_LASTS = Duration.ofMinutes(30);
  public static final int PIN_DIGITS = 6;

  /**
   * What came of it. A wrong PIN is a result and no exception, because its count must stay written.
   *
   * @param visit token of the visit, or {@code null}
   * @param closed whether the link takes no PIN for a while
   */
  public record Opening(String visit, boolean closed) {}

  @Inject PartnerDoor door;
  @Inject Visits visits;
  @Inject Vault vault;

  /** Whether there is such a link; says nothing about what is behind it. */
  @Allowed(Permission.ANYONE)
  public void check(String token) {
    door.byLink(token);
  }

  /**
   * @throws org.isonomia.shared.Problem not-found "link-dead", forbidden "referral-revoked"
   */
  @Allowed(Permission.ANYONE)
  public Opening handle(String token, String typed) {
    var referral = door.byLink(token);
    var now = PartnerDoor.realNow();
    var pinTry = visits.lockTry(referral.id());
    if (pinTry.isClosed(now)) {
      return new Opening(null, true);
    }
    var right = vault.open(referral.number().value(), "pin", referral.pin());
    if (right == null || !same(right, digits(typed))) {
      var next = pinTry.afterWrong(now);
      visits.keepTry(referral.id(), next);
      return new Opening(null, next.isClosed(now));
    }
    if (!pinTry.equals(pinTry.afterRight())) {
      visits.keepTry(referral.id(), new PinTry(0, null));
    }
    visits.endExpired(now);
    var visit = PartnerLinks.random();
    visits.add(new Visit(PartnerLinks.hash(visit), referral, now.plus(VISIT_LASTS)));
    return new Opening(visit, false);
  }

  /** The visit is over. */
  @Allowed(Permission.ANYONE)
  public void leave(String visit) {
    if (visit != null) {
      visits.end(PartnerLinks.hash(visit));
    }
  }

  private static String digits(String typed) {
    return typed == null ? "" : typed.replaceAll("[\\s-]", "");
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
