package org.isonomia.administration.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.post.FailedMails;
import org.isonomia.shared.Problem;
import org.isonomia.workflow.Jobs;

/**
 * A mail is sent once more, by the job that waits with it. When no job waits any more, what the
 * mail was about has moved on, and it leaves the list.
 */
@ApplicationScoped
@Transactional
public class RetryMail {
  /** What came of it. */
  public enum Done {
    RETRIED,
    NO_LONGER_WANTED
  }

  public record Command(String key) {}

  @Inject FailedMails mails;
  @Inject Jobs jobs;

  /**
   * @throws Problem conflict "nothing-to-retry" when it has gone meanwhile
   */
  @Allowed(Permission.RETRY_JOB)
  public Done handle(Command command) {
    var failed =
        mails.all(Integer.MAX_VALUE).stream()
            .filter(mail -> mail.key().equals(command.key()))
            .findFirst()
            .orElseThrow(() -> Problem.conflict("nothing-to-retry"));
    if (jobs.retryOf(failed.number())) {
      return Done.RETRIED;
    }
    mails.forget(failed.key());
    return Done.NO_LONGER_WANTED;
  }
}
