package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.persistence.Drafts;
import org.isonomia.intake.persistence.GivenAnswers;

/** Removes drafts, visits and repeatable answers whose time is over. Real time. */
@ApplicationScoped
@Transactional
public class ForgetExpired {
  @Inject Drafts drafts;
  @Inject GivenAnswers answers;

  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public void handle() {
    var now = Instant.now();
    drafts.forgetExpired(now);
    answers.forgetOlderThan(now.minus(FileReportOnce.REMEMBERED));
  }
}
