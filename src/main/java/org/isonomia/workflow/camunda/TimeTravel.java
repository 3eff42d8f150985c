package org.isonomia.workflow.camunda;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.isonomia.access.Actor;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.Problem;
import org.isonomia.workflow.Timeline;
import org.isonomia.workflow.persistence.Instances;

/**
 * Moves the one clock. The job threads rest while the time is moved, so no lock of a job spans two
 * times; how far the clock is ahead is kept in a table, so that a restart continues there.
 */
@ApplicationScoped
public class TimeTravel implements Timeline {
  @Inject Engine engine;
  @Inject Instances instances;
  @Inject AppClock clock;

  private final ReentrantLock oneAtATime = new ReentrantLock();

  @Override
  public int moveTo(Instant to) {
    oneAtATime.lock();
    try {
      if (to.isBefore(clock.instant())) {
        throw Problem.invalid("clock-backwards");
      }
      engine.jobs().shutdown();
      try {
        return travel(to);
      } finally {
        engine.jobs().start();
      }
    } finally {
      oneAtATime.unlock();
    }
  }

  @Override
  public boolean isEmpty() {
    return instances.isEmpty();
  }

  @Override
  public void beginAt(Instant past) {
    oneAtATime.lock();
    try {
      if (!instances.isEmpty()) {
        throw Problem.conflict("house-not-empty");
      }
      engine.jobs().shutdown();
      try {
        freeze(past);
        runOn();
      } finally {
        engine.jobs().start();
      }
    } finally {
      oneAtATime.unlock();
    }
  }

  private int travel(Instant to) {
    freeze(clock.instant());
    int ran = 0;
    try {
      for (var next = dueBy(to); next.isPresent(); next = dueBy(to)) {
        var due = next.get().getDuedate().toInstant();
        if (due.isAfter(clock.instant())) {
          freeze(due);
        }
        run(next.get());
        ran++;
      }
      freeze(to);
    } finally {
      runOn();
    }
    return ran;
  }

  private void runOn() {
    clock.runFrom(clock.instant());
    ClockUtil.offset(clock.ahead().toMillis());
  }

  private Optional<Job> dueBy(Instant to) {
    return engine
        .engine()
        .getManagementService()
        .createJobQuery()
        .active()
        .withRetriesLeft()
        // the query means "before"; the columns hold milliseconds
        .duedateLowerThan(Date.from(to.plusMillis(1)))
        .orderByJobDuedate()
        .asc()
        .orderByJobId()
        .asc()
        .listPage(0, 1)
        .stream()
        .findFirst();
  }

  private void run(Job job) {
    try {
      Actor.HOUSE.run(
          () -> {
            engine.engine().getManagementService().executeJob(job.getId());
            return null;
          });
    } catch (ProcessEngineException | IllegalStateException | Problem e) {
      // its next try, some minutes on, is written by now; what happened was told to the log
      return;
    }
  }

  /** Stands still at this moment, and remembers it: a job may have changed the house by then. */
  private void freeze(Instant at) {
    clock.freeze(at);
    ClockUtil.setCurrentTime(Date.from(at));
    instances.keepAhead(clock.ahead().toMillis());
  }
}
