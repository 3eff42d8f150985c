package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.evidence.Evidence;
import org.isonomia.intake.persistence.Drafts;
import org.isonomia.intake.persistence.GivenAnswers;
import org.isonomia.intake.persistence.RemovedReports;
import org.isonomia.shared.AppClock;

/**
 * Removes drafts, visits and repeatable answers whose time is over, by real time; and, by the
 * city's, what is told of removed reports.
 */
@ApplicationScoped
public class ForgetExpired {
  /** No upload takes longer; what is of no draft then never will be. */
  static final Duration UPLOADS_LAST = Duration.ofDays(1);

  /** So many contents at once: a statement takes a bounded number of them. */
  static final int PORTION = 1000;

  @Inject Drafts drafts;
  @Inject GivenAnswers answers;
  @Inject RemovedReports removed;
  @Inject AppClock clock;
  @Inject RoomForDrafts room;
  @Inject Evidence evidence;
  @Inject Apart apart;

  /** For so long a receipt is told that its report was removed; then it is a wrong receipt. */
  @Inject
  @ConfigProperty(name = "isonomia.removed.months", defaultValue = "12")
  int removalTold;

  /**
   * Each kind is forgotten apart from the others: one that fails keeps none of them.
   *
   * @throws RuntimeException of the first that failed, when all have had their turn
   */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public void handle() {
    var now = Instant.now();
    RuntimeException failed = null;
    for (Runnable kind :
        List.<Runnable>of(
            () -> apart.run(() -> drafts.forgetExpired(now)),
            () -> apart.run(room::keep),
            () -> forgetUnkept(now.minus(UPLOADS_LAST)),
            () -> apart.run(() -> answers.forgetOlderThan(now.minus(FileReportOnce.REMEMBERED))),
            () -> apart.run(() -> removed.forgetBefore(clock.today().minusMonths(removalTold))))) {
      try {
        kind.run();
      } catch (RuntimeException e) {
        failed = failed == null ? e : failed;
      }
    }
    if (failed != null) {
      throw failed;
    }
  }

  /**
   * Contents whose draft is gone, and of uploads that broke off: nobody has their keys any more.
   */
  private void forgetUnkept(Instant before) {
    var unfiled = evidence.unfiled(before, 0, PORTION);
    while (!unfiled.isEmpty()) {
      var portion = unfiled;
      apart.run(
          () -> {
            var unkept = new ArrayList<>(portion);
            unkept.removeAll(new HashSet<>(drafts.kept(portion)));
            evidence.forget(unkept);
          });
      unfiled = evidence.unfiled(before, portion.get(portion.size() - 1), PORTION);
    }
  }
}
