package org.isonomia.retention.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.isonomia.access.Actor;
import org.isonomia.privacy.Ledger;
import org.isonomia.privacy.Replays;
import org.isonomia.privacy.Vault;
import org.isonomia.retention.ClosedCases;
import org.isonomia.retention.domain.Hold;
import org.isonomia.retention.domain.Holds;
import org.isonomia.shared.CaseNumber;

/**
 * After a restore: a case that was held since the backup is held again, before any list of
 * destruction is worked off. The sign of the letter was lost, so the page says where it comes from.
 */
@ApplicationScoped
public class ReplayHold implements Replays {
  /** Set by nobody: the reference of the first one is gone. */
  static final long BY_HOUSE = 0;

  @Inject ClosedCases cases;
  @Inject Holds holds;
  @Inject Vault vault;

  @Override
  public void replay(Ledger.Kind kind, String subject, Instant at) {
    if (kind != Ledger.Kind.HELD) {
      return;
    }
    var words = subject.split("/", 2);
    var number = new CaseNumber(words[0]);
    var code = Hold.Code.valueOf(words[1]);
    Actor.HOUSE.run(
        () -> {
          if (cases.lock(number).isPresent() && !holds.isHeld(number, code)) {
            holds.add(
                new Hold(
                    number, code, vault.sealForHouse(number.value(), "hold", "-"), BY_HOUSE, at));
          }
          return null;
        });
  }
}
