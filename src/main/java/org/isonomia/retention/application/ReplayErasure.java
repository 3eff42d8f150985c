package org.isonomia.retention.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.isonomia.access.Actor;
import org.isonomia.privacy.Ledger;
import org.isonomia.privacy.Replays;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;

/**
 * After a restore: a destroyed case goes again, from every room and not only with its keys. What is
 * no case (the reason of a recusal) has no rows of its own that go.
 */
@ApplicationScoped
public class ReplayErasure implements Replays {
  @Inject DestroyCase destroy;

  @Override
  public void replay(Ledger.Kind kind, String subject, Instant at) {
    if (kind == Ledger.Kind.ERASED && CaseNumber.isOne(subject)) {
      var on = at.atZone(AppClock.CITY).toLocalDate();
      Actor.HOUSE.run(
          () -> {
            destroy.again(new CaseNumber(subject), on);
            return null;
          });
    }
  }
}
