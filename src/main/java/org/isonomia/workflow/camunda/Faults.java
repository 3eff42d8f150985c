package org.isonomia.workflow.camunda;

import java.sql.SQLException;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.isonomia.access.Actor;
import org.isonomia.shared.Problem;
import org.isonomia.workflow.persistence.Instances;

/**
 * What is kept of a job that failed. The engine would write the exception's text and its causes'
 * into a table; an exception's text may hold what somebody wrote, so only kinds, codes and places
 * in the program are kept. The same sentence goes to the log.
 */
final class Faults implements FailedJobCommandFactory {
  private static final Logger LOG = Logger.getLogger("org.isonomia.workflow");

  private final Instances instances;
  private final HandsOfPictures hands;

  Faults(Instances instances, HandsOfPictures hands) {
    this.instances = instances;
    this.hands = hands;
  }

  @Override
  public Command<Object> getCommand(String jobId, Throwable exception) {
    if (exception == null || exception instanceof OptimisticLockingException) {
      return new DefaultJobRetryCmd(jobId, exception);
    }
    return new Told(jobId, new Fault(exception));
  }

  private final class Told extends DefaultJobRetryCmd {
    private static final long serialVersionUID = 1L;

    Told(String jobId, Fault fault) {
      super(jobId, fault);
    }

    @Override
    public Object execute(CommandContext context) {
      var done = super.execute(context);
      var job = getJob();
      var activity =
          job == null || job.getJobDefinition() == null
              ? "?"
              : job.getJobDefinition().getActivityId();
      if (job != null && job.getRetries() == 0 && job.getProcessInstanceId() != null) {
        putOnWorklist(context, job, activity);
      }
      LOG.log(
          Level.WARNING,
          "a job failed: {0}.{1}, {2}; tries left: {3}",
          new Object[] {
            job == null ? "?" : job.getProcessDefinitionKey(),
            activity,
            exception.getMessage(),
            job == null ? "?" : job.getRetries()
          });
      return done;
    }

    /** It is not tried again by itself: a person must hear of it. */
    private void putOnWorklist(CommandContext context, JobEntity failed, String element) {
      var key =
          context
              .getExecutionManager()
              .findExecutionById(failed.getProcessInstanceId())
              .getBusinessKey();
      var repair =
          hands
              .of(failed.getProcessDefinitionKey())
              .map(h -> Actor.HOUSE.run(() -> h.failed(key, element)))
              .orElse(null);
      if (repair != null) {
        instances.putOnWorklist(
            UUID.fromString(failed.getProcessInstanceId()),
            element,
            repair.form(),
            Footprints.teamOf(repair.team()),
            repair.plan().due(),
            repair.plan().assignee());
      }
    }
  }

  /** An exception without its words. */
  static final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Fault(Throwable exception) {
      super(kinds(exception), null, false, true);
      var root = exception;
      while (root.getCause() != null && root.getCause() != root) {
        root = root.getCause();
      }
      setStackTrace(root.getStackTrace());
    }

    private static String kinds(Throwable exception) {
      var kinds = new StringBuilder();
      for (var e = exception; e != null; e = e.getCause() == e ? null : e.getCause()) {
        kinds.append(kinds.isEmpty() ? "" : " < ").append(e.getClass().getSimpleName());
        if (e instanceof Problem problem) {
          kinds.append(' ').append(problem.code());
        } else if (e instanceof SQLException sql) {
          kinds.append(' ').append(sql.getSQLState());
        }
      }
      return kinds.toString();
    }
  }
}
