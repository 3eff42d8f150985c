package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
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
@Transactional
public class ForgetExpired {
  /** No upload takes longer; what is of no draft then never will be. */
  private static final Duration UPLOADS_LAST = Duration.ofHours(1);

  @Inject Drafts drafts;
  @Inject GivenAnswers answers;
  @Inject RemovedReports removed;
  @Inject AppClock clock;
  @Inject RoomForDrafts room;
  @Inject Evidence evidence;

  /** For so long a receipt is told that its report was removed; then it is a wrong receipt. */
  @Inject
  @ConfigProperty(name = "isonomia.removed.months", defaultValue = "12")
  int removalTold;

  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public void handle() {
    var now = Instant.now();
    drafts.forgetExpired(now);
    room.keep();
    forgetUnkept(now);
    answers.forgetOlderThan(now.minus(FileReportOnce.REMEMBERED));
    removed.forgetBefore(clock.today().minusMonths(removalTold));
  }

  /**
   * Contents whose draft is gone, and of uploads that broke off: nobody has their keys any more.
   */
  private void forgetUnkept(Instant now) {
    var unfiled = new ArrayList<>(evidence.unfiled(now.minus(UPLOADS_LAST)));
    if (!unfiled.isEmpty()) {
      unfiled.removeAll(new HashSet<>(drafts.kept(unfiled)));
      evidence.forget(unfiled);
    }
  }
}
