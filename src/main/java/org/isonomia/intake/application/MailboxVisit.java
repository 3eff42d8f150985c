package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.domain.TokenLock;
import org.isonomia.intake.persistence.Drafts;
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

  /**
   * @return the token for the cookie
   */
  @Allowed(Permission.ANYONE)
  public String begin(CaseNumber number) {
    var token = TokenLock.makeToken();
    visits.open(TokenLock.hash(token), number, Instant.now().plus(LASTS));
    return token;
  }

  /** Whose mailbox it is; each page read puts the end off. */
  @Allowed(Permission.ANYONE)
  public Optional<CaseNumber> find(String token) {
    if (token == null) {
      return Optional.empty();
    }
    var now = Instant.now();
    var hash = TokenLock.hash(token);
    var number = visits.opened(hash, now);
    number.ifPresent(n -> visits.prolong(hash, now.plus(LASTS), now.plus(LASTS).minus(ROUGHLY)));
    return number;
  }

  @Allowed(Permission.ANYONE)
  public void end(String token) {
    visits.close(TokenLock.hash(token));
  }
}
