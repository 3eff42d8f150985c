package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.domain.BearerToken;
import org.isonomia.intake.domain.MailboxSession;
import org.isonomia.intake.persistence.Drafts;
import org.isonomia.privacy.Safes;
import org.isonomia.shared.CaseNumber;

/**
 * A short visit of a browser to the mailbox, so that the receipt is typed once and never in an
 * address. Real time.
 */
@ApplicationScoped
@Transactional
public class MailboxVisit {
  static final Duration LASTS = Duration.ofMinutes(30);
  private static final Duration ROUGHLY = Duration.ofMinutes(1);

  @Inject Drafts visits;
  @Inject Safes safes;

  /**
   * @return the token for the cookie; the keys that the receipt opened are kept under it
   */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public String begin(CaseNumber number) {
    var token = BearerToken.makeToken();
    visits.open(
        new MailboxSession(
            BearerToken.hash(token),
            number,
            safes.keepFor(token, number.value()),
            Instant.now().plus(LASTS)));
    return token;
  }

  /** Whose mailbox it is, opened; each page read puts the end off. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Optional<CaseNumber> find(String token) {
    if (token == null) {
      return Optional.empty();
    }
    var now = Instant.now();
    var hash = BearerToken.hash(token);
    var visit =
        visits
            .opened(hash, now)
            .filter(v -> safes.openAgain(token, v.number().value(), v.opened()));
    visit.ifPresent(v -> visits.prolong(hash, now.plus(LASTS), now.plus(LASTS).minus(ROUGHLY)));
    return visit.map(MailboxSession::number);
  }

  /** Whose mailbox it is; nothing is opened, and the end is not put off. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Optional<CaseNumber> caseOf(String token) {
    return visits.opened(BearerToken.hash(token), Instant.now()).map(MailboxSession::number);
  }

  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public void end(String token) {
    visits.close(BearerToken.hash(token));
  }
}
