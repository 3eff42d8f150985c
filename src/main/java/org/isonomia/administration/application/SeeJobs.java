package org.isonomia.administration.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.workflow.Jobs;

/** Work of the house that failed. */
@ApplicationScoped
@Transactional
public class SeeJobs {
  static final int SHOWN = 100;

  public record Seen(List<Jobs.Failing> failing, Jobs.Counts counts) {}

  @Inject Jobs jobs;

  @Allowed(value = Permission.SEE_JOBS, trace = Allowed.Trace.NONE)
  public Seen handle() {
    return new Seen(jobs.failing(SHOWN), jobs.counts());
  }
}
