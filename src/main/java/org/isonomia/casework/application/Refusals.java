package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.casework.domain.Readings;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;

/**
 * Somebody who is kept out of a case tried to open it. Kept in a transaction of its own, because
 * that of the refused act is rolled back.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class Refusals {
  @Inject Readings readings;
  @Inject AppClock clock;

  void keep(CaseNumber number, long account) {
    readings.refused(number, account, clock.instant());
  }
}
