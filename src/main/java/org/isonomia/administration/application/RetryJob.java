package org.isonomia.administration.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.shared.Problem;
import org.isonomia.workflow.Jobs;

/** Something that failed is tried once more, soon. */
@ApplicationScoped
@Transactional
public class RetryJob {
  public record Command(String job) {}

  @Inject Jobs jobs;

  /**
   * @throws Problem conflict "nothing-to-retry" when it is done, or tried again by somebody else
   */
  @Allowed(Permission.RETRY_JOB)
  public void handle(Command command) {
    if (!jobs.retry(command.job())) {
      throw Problem.conflict("nothing-to-retry");
    }
  }
}
