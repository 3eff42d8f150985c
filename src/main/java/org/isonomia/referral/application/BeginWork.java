package org.isonomia.referral.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.shared.AppClock;

/** A partner says that it has begun. */
@ApplicationScoped
@Transactional
public class BeginWork {
  @Inject PartnerDoor door;
  @Inject AppClock clock;

  /** Permission is decided by the key: see {@link PartnerDoor}. */
  @Allowed(Permission.ANYONE)
  public void handle(PartnerKey key) {
    door.enter(key).begin(clock.instant());
  }
}
