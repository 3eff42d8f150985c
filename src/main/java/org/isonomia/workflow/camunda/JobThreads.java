package org.isonomia.workflow.camunda;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.isonomia.access.Actor;

/**
 * The threads that run due jobs, as the house. One thread looks for due jobs once a second, and at
 * once when this node has added one; a few run them.
 */
final class JobThreads extends JobExecutor {
  private static final int THREADS = 3;
  private static final int QUEUE = 12;
  private static final int LOOK_EVERY_MILLIS = 1000;
  private static final int LOCK_MILLIS = 60_000;
  private static final int PATIENCE_SECONDS = 60;

  private final ManagedThreadFactory threads;
  private ThreadPoolExecutor pool;

  JobThreads(ManagedThreadFactory threads) {
    this.threads = threads;
    setWaitTimeInMillis(LOOK_EVERY_MILLIS);
    setMaxWait(LOOK_EVERY_MILLIS);
    setMaxJobsPerAcquisition(THREADS * 2);
    // a node that dies holds its jobs no longer than this
    setLockTimeInMillis(LOCK_MILLIS);
  }

  @Override
  protected void startExecutingJobs() {
    pool =
        new ThreadPoolExecutor(
            THREADS, THREADS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(QUEUE), threads);
    pool.allowCoreThreadTimeOut(true);
    jobAcquisitionThread = threads.newThread(acquireJobsRunnable);
    jobAcquisitionThread.setName("jobs-acquisition");
    jobAcquisitionThread.start();
  }

  /** Returns when no job is running any more, or after a minute. */
  @Override
  protected void stopExecutingJobs() {
    stopJobAcquisitionThread();
    pool.shutdown();
    try {
      pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void executeJobs(List<String> jobs, ProcessEngineImpl engine) {
    var work = getExecuteJobsRunnable(jobs, engine);
    try {
      pool.execute(
          () ->
              Actor.HOUSE.run(
                  () -> {
                    work.run();
                    return null;
                  }));
    } catch (RejectedExecutionException e) {
      logRejectedExecution(engine, jobs.size());
      rejectedJobsHandler.jobsRejected(jobs, engine, this);
    }
  }
}
