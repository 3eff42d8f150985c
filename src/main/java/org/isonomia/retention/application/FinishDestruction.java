package org.isonomia.retention.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.retention.domain.Batches;
import org.isonomia.retention.domain.Shadows;
import org.isonomia.shared.AppClock;

/** Ends a list of which no case waits any more, and mixes what is counted. */
@ApplicationScoped
@Transactional
public class FinishDestruction {
  @Inject Batches batches;
  @Inject Shadows shadows;
  @Inject AppClock clock;

  @Allowed(Permission.HOUSE)
  public void handle(String number) {
    var batch = batches.lock(number);
    if (batches.waiting(number).isEmpty()) {
      batch.finish(clock.instant());
      shadows.shuffle();
    }
  }

  /** Approved lists that are not finished. */
  @Allowed(value = Permission.HOUSE, trace = Allowed.Trace.NONE)
  public List<String> open() {
    return batches.toWorkOff();
  }

  /** Lines of a list that wait. */
  @Allowed(value = Permission.HOUSE, trace = Allowed.Trace.NONE)
  public List<Long> waiting(String number) {
    return batches.waiting(number);
  }
}
