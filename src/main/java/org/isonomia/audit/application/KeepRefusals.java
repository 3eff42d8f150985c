package org.isonomia.audit.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Deed;

/** A refusal is kept in a transaction of its own: that of the refused act is rolled back. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class KeepRefusals {
  @Inject KeepRecords records;

  void keep(Deed deed, Deed.Done refused, String code) {
    records.refusal(deed, refused, code);
  }
}
