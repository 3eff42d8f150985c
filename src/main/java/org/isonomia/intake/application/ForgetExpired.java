package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
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
  @Inject Drafts drafts;
  @Inject GivenAnswers answers;
  @Inject RemovedReports removed;
  @Inject AppClock clock;
  @Inject RoomForDrafts room;

  /** For so long a receipt is told that its report was removed; then it is a wrong receipt. */
  @Inject
  @ConfigProperty(name = "isonomia.removed.months", defaultValue = "12")
  int removalTold;

  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public void handle() {
    var now = Instant.now();
    drafts.forgetExpired(now);
    room.keep();
    answers.forgetOlderThan(now.minus(FileReportOnce.REMEMBERED));
    removed.forgetBefore(clock.today().minusMonths(removalTold));
  }
}
