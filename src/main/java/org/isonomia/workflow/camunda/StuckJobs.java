package org.isonomia.workflow.camunda;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.isonomia.shared.AppClock;
import org.isonomia.workflow.Jobs;
import org.isonomia.workflow.persistence.Instances;

/**
 * Jobs of the engine that failed; {@link Faults} has taken the words out of what is kept of them.
 */
@ApplicationScoped
public class StuckJobs implements Jobs {
  @Inject Engine engine;
  @Inject Instances instances;
  @Inject AppClock clock;

  @Override
  public List<Failing> failing(int most) {
    return management().createJobQuery().withException().listPage(0, most).stream()
        .map(this::failing)
        .sorted(
            Comparator.comparing((Failing job) -> job.retries() > 0).thenComparing(Failing::since))
        .toList();
  }

  private Failing failing(Job job) {
    var element =
        job.getJobDefinitionId() == null
            ? "?"
            : management()
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    var instance =
        job.getProcessInstanceId() == null
            ? null
            : engine
                .engine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(job.getProcessInstanceId())
                .singleResult();
    return new Failing(
        job.getId(),
        job.getProcessDefinitionKey(),
        element,
        instance == null ? "" : instance.getBusinessKey(),
        job.getCreateTime() == null ? Instant.EPOCH : job.getCreateTime().toInstant(),
        job.getRetries(),
        job.getDuedate() == null ? null : job.getDuedate().toInstant(),
        ((JobEntity) job).getExceptionMessage());
  }

  @Override
  public Counts counts() {
    var now = Date.from(clock.instant());
    return new Counts(
        management().createJobQuery().duedateLowerThan(now).withRetriesLeft().count(),
        management().createJobQuery().withException().count(),
        management().createJobQuery().noRetriesLeft().count());
  }

  @Override
  public boolean retry(String id) {
    return again(management().createJobQuery().jobId(id).withException().list());
  }

  @Override
  public boolean retryOf(String businessKey) {
    return engine
        .engine()
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(businessKey)
        .list()
        .stream()
        .map(
            instance ->
                again(
                    management()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .withException()
                        .list()))
        .reduce(false, Boolean::logicalOr);
  }

  /** What failed for good leaves the worklist, where {@link Faults} had put it. */
  private boolean again(List<Job> failed) {
    for (var job : failed) {
      if (job.getProcessInstanceId() != null) {
        var instance = UUID.fromString(job.getProcessInstanceId());
        instances.lock(instance);
        if (job.getRetries() == 0) {
          instances.takeUp(instance);
        }
      }
      management().setJobDuedate(job.getId(), Date.from(clock.instant()));
      if (job.getRetries() == 0) {
        management().setJobRetries(job.getId(), 1);
      }
    }
    return !failed.isEmpty();
  }

  private ManagementService management() {
    return engine.engine().getManagementService();
  }
}
