package org.isonomia.partner.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.partner.domain.FilingKey;
import org.isonomia.partner.domain.FilingKeys;
import org.isonomia.partner.domain.Institutions;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.Problem;

/** The city gives an institution a key to file reports with over REST, and ends it. */
@ApplicationScoped
@Transactional
public class KeepFilingKeys {
  /**
   * @param madeAt when the good key was made; {@code null} without one
   * @param mayKeep whether the reader may make and end it
   */
  public record Standing(Instant madeAt, boolean mayKeep) {}

  @Inject FilingKeys keys;
  @Inject Institutions institutions;
  @Inject AppClock clock;

  @Allowed(value = Permission.SEE_DIRECTORY, trace = Allowed.Trace.NONE)
  public Standing standing(String code) {
    return new Standing(
        keys.of(institutions.get(code).id()).map(FilingKey::madeAt).orElse(null),
        Permission.KEEP_FILING_KEYS.heldBy(Actor.current()));
  }

  /** A new key, shown once; the one before is dead. */
  @Allowed(Permission.KEEP_FILING_KEYS)
  public String make(String code) {
    var institution = institutions.get(code).id();
    var by = Actor.current().accountId();
    keys.of(institution).ifPresent(key -> key.end(by, clock.instant()));
    var secret = FilingKey.newSecret();
    keys.add(new FilingKey(institution, secret, by, clock.instant()));
    return secret;
  }

  /**
   * @throws Problem conflict "no-filing-key"
   */
  @Allowed(Permission.KEEP_FILING_KEYS)
  public void end(String code) {
    keys.of(institutions.get(code).id())
        .orElseThrow(() -> Problem.conflict("no-filing-key"))
        .end(Actor.current().accountId(), clock.instant());
  }
}
