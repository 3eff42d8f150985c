package org.isonomia.workflow.camunda;

import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.isonomia.shared.Problem;

/**
 * What is kept of a job that failed. The engine would write the exception's text and its causes'
 * into a table; an exception's text may hold what somebody wrote, so only kinds, codes and places
 * in the program are kept. The same sentence goes to the log.
 */
final class Faults implements FailedJobCommandFactory {
  private static final Logger LOG = Logger.getLogger("org.isonomia.workflow");

  @Override
  public Command<Object> getCommand(String jobId, Throwable exception) {
    if (exception == null || exception instanceof OptimisticLockingException) {
      return new DefaultJobRetryCmd(jobId, exception);
    }
    return new Told(jobId, new Fault(exception));
  }

  private static final class Told extends DefaultJobRetryCmd {
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
