package org.isonomia.privacy.application;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/**
 * The first start after a restore: it happens while the application is deployed, so nobody is
 * answered before it is done, and when it fails the program does not start.
 */
@ApplicationScoped
public class AfterRestore {
  /** After the engine is built (100) and before it takes up jobs (200). */
  private static final int BEFORE_ANY_JOB = 150;

  private static final Logger LOG = Logger.getLogger(AfterRestore.class.getName());

  @Inject LedgerBook book;

  void replay(@Observes @Priority(BEFORE_ANY_JOB) Startup started) {
    int done = book.replay();
    if (done > 0) {
      LOG.info(() -> "after the restore, done again from the ledger: " + done);
    }
  }
}
