package org.isonomia.rights.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.privacy.Safes;
import org.isonomia.rights.domain.Requests;
import org.isonomia.rights.domain.RightsRequest;
import org.isonomia.shared.AppClock;

/** Takes back what was lent for a new receipt that nobody made in a day. */
@ApplicationScoped
@Transactional
public class EndLoans {
  @Inject Requests requests;
  @Inject Safes safes;
  @Inject AppClock clock;

  @Allowed(value = Permission.HOUSE, trace = Allowed.Trace.NONE)
  public void handle() {
    for (var asked : requests.lentUntil(clock.instant().minus(RightsRequest.LOAN))) {
      safes.takeBack(asked.about().value(), asked.number());
      asked.takenBack();
    }
  }
}
