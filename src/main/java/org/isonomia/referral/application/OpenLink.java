package org.isonomia.referral.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.privacy.LinkKeys;
import org.isonomia.privacy.Safes;
import org.isonomia.referral.domain.PinTry;
import org.isonomia.referral.domain.Referral;
import org.isonomia.referral.domain.Visit;
import org.isonomia.referral.domain.Visits;
import org.isonomia.shared.Problem;

/**
 * Somebody with a partner's link types the PIN they were told by telephone. Opening the link itself
 * changes nothing.
 */
@ApplicationScoped
@Transactional
public class OpenLink {
  public static final Duration VISIT_LASTS = Duration.ofMinutes(30);
  public static final int PIN_DIGITS = 6;
  private static final Pattern PIN = Pattern.compile("\\d{" + PIN_DIGITS + "}");

  /**
   * What came of it. A wrong PIN is a result and no exception, because its count must stay written.
   *
   * @param visit token of the visit, or {@code null}
   * @param closed whether the link takes no PIN for a while
   */
  public record Opening(String visit, boolean closed) {}

  @Inject PartnerDoor door;
  @Inject Visits visits;
  @Inject Safes safes;

  /** What to call a link by, where its token has no place. */
  public static String nameOf(String token) {
    return PartnerLinks.hash(token).substring(0, 16);
  }

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
    var subject = referral.number().value();
    var pin = digits(typed);
    var keys = PIN.matcher(pin).matches() ? LinkKeys.of(token, pin, subject) : null;
    if (keys == null || !isRight(keys, referral.linkVerifier())) {
      var next = pinTry.afterWrong(now);
      visits.keepTry(referral.id(), next);
      return new Opening(null, next.isClosed(now));
    }
    if (!pinTry.equals(pinTry.afterRight())) {
      visits.keepTry(referral.id(), new PinTry(0, null));
    }
    visits.endExpired(now);
    var visit = PartnerLinks.random();
    visits.add(visit(visit, referral, keys, now));
    return new Opening(visit, false);
  }

  /** After the end there is nothing left to open; the visit then only says how it ended. */
  private Visit visit(String token, Referral referral, LinkKeys keys, Instant now) {
    var subject = referral.number().value();
    var reads = referral.status().isReadByPartner();
    if (reads && !safes.openWith(subject, keys)) {
      throw Problem.notFound("link-dead");
    }
    return new Visit(
        PartnerLinks.hash(token),
        referral,
        reads ? safes.keepFor(token, subject) : null,
        reads ? keys.keepFor(token) : null,
        now.plus(VISIT_LASTS));
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

  private static boolean isRight(LinkKeys keys, String verifier) {
    return verifier != null
        && MessageDigest.isEqual(keys.verifier(), HexFormat.of().parseHex(verifier));
  }
}
