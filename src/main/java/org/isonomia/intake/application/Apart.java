package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Supplier;

/**
 * A piece of work in a transaction of its own, for acts that are several: what one piece has done
 * stays when another fails, and no row is locked while somebody else is waited for.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class Apart {
  void run(Runnable work) {
    work.run();
  }

  <T> T get(Supplier<T> work) {
    return work.get();
  }
}
