package org.isonomia.workflow.camunda;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.isonomia.access.Actor;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.Problem;
import org.isonomia.workflow.Hands;
import org.isonomia.workflow.OpenTask;
import org.isonomia.workflow.Trail;
import org.isonomia.workflow.Workflow;
import org.isonomia.workflow.persistence.Instances;

/** The door, with Camunda behind it. Finds everything by our own tables, then tells the engine. */
@ApplicationScoped
public class CamundaWorkflow implements Workflow {
  private static final int LONGEST_CODE = 64;

  @Inject Engine engine;
  @Inject Instances instances;
  @Inject HandsOfPictures hands;
  @Inject AppClock clock;
  @Resource TransactionSynchronizationRegistry transaction;

  @Override
  public void start(
      String processId, String businessKey, Sealed subject, Map<String, Object> facts) {
    var definition = engine.picture(processId).definition();
    var starting = processId + '/' + businessKey;
    moving(
        new Ledger.Call(null, starting, subject, null, 0),
        () ->
            engine
                .engine()
                .getRuntimeService()
                .startProcessInstanceById(definition, businessKey, checked(facts)));
  }

  @Override
  public boolean tell(
      String processId, String businessKey, String message, Map<String, Object> facts) {
    var instance = lock(processId, businessKey);
    if (instance.isEmpty()) {
      return false;
    }
    var runtime = engine.engine().getRuntimeService();
    return moving(
        new Ledger.Call(instance.get(), null, null, null, 0),
        () -> {
          var waiting =
              runtime
                  .createExecutionQuery()
                  .processInstanceId(instance.get().toString())
                  .messageEventSubscriptionName(message)
                  .listPage(0, 1);
          if (waiting.isEmpty()) {
            return false;
          }
          runtime.messageEventReceived(message, waiting.get(0).getId(), checked(facts));
          return true;
        });
  }

  @Override
  public void complete(
      String processId, String businessKey, String task, Map<String, Object> facts) {
    // whoever comes second waits for the lock, then finds the task gone
    var open =
        lock(processId, businessKey)
            .flatMap(instance -> instances.openTask(instance, task))
            .orElseThrow(() -> Problem.conflict("task-not-open"));
    moving(
        new Ledger.Call(open.instance(), null, null, open.ref(), Actor.current().accountId()),
        () -> {
          engine.engine().getTaskService().complete(open.engineTask(), checked(facts));
          return null;
        });
  }

  @Override
  public boolean isOpen(String processId, String businessKey, String task) {
    Ledger.settle();
    return instances.isOpen(processId, businessKey, task);
  }

  @Override
  public void retitle(String processId, String businessKey, Sealed subject) {
    requireTransaction();
    Ledger.settle();
    instances.retitle(processId, businessKey, subject);
  }

  @Override
  public void assign(String processId, String businessKey, Long accountId) {
    lock(processId, businessKey).ifPresent(instance -> instances.assign(instance, accountId));
  }

  @Override
  public void hideFrom(String businessKey, long accountId) {
    requireTransaction();
    instances.hideFrom(businessKey, accountId);
  }

  @Override
  public void showAgainTo(String businessKey, long accountId) {
    requireTransaction();
    instances.showAgainTo(businessKey, accountId);
  }

  @Override
  public void replan(String processId, String businessKey) {
    var instance = lock(processId, businessKey);
    var planner = hands.of(processId);
    if (instance.isEmpty() || planner.isEmpty()) {
      return;
    }
    for (OpenTask task : instances.openTasks(processId, businessKey)) {
      var plan = Actor.HOUSE.run(() -> planner.get().plan(businessKey, task.task()));
      var known = plan == null ? Hands.Plan.OPEN : plan;
      instances.replan(task.id(), known.due(), known.assignee());
    }
    // the picture's timers ask the hands for their dates again, too
    moving(
        new Ledger.Call(instance.get(), null, null, null, 0),
        () -> {
          var management = engine.engine().getManagementService();
          management
              .createJobQuery()
              .processInstanceId(instance.get().toString())
              .timers()
              .list()
              .forEach(timer -> management.recalculateJobDuedate(timer.getId(), false));
          return null;
        });
  }

  @Override
  public Optional<Trail> trail(String processId, String businessKey) {
    Ledger.settle();
    return instances
        .find(processId, businessKey)
        .map(
            found -> {
              var steps = new ArrayList<Trail.Step>();
              var picture = engine.picture(processId);
              steps.add(startEvent(picture.startEvent(), found.startedAt()));
              for (Trail.Step step : instances.steps(found.id())) {
                steps.add(step);
                var inside = picture.innerStarts().get(step.element());
                if (inside != null) {
                  steps.add(startEvent(inside, step.enteredAt()));
                }
              }
              return new Trail(
                  processId, businessKey, found.startedAt(), found.endedAt(), List.copyOf(steps));
            });
  }

  /** A start event is passed in no time: it costs no row. */
  private static Trail.Step startEvent(String element, Instant at) {
    return new Trail.Step(element, "startEvent", at, at, false, null, null);
  }

  @Override
  public List<OpenTask> openTasks(String processId, String businessKey) {
    Ledger.settle();
    return instances.openTasks(processId, businessKey);
  }

  @Override
  public List<String> failed(String processId, String businessKey) {
    Ledger.settle();
    return instances.failed(processId, businessKey);
  }

  @Override
  public boolean tryAgain(String processId, String businessKey) {
    var instance = lock(processId, businessKey);
    if (instance.isEmpty() || !instances.takeUp(instance.get())) {
      return false;
    }
    return moving(
        new Ledger.Call(instance.get(), null, null, null, 0),
        () -> {
          var management = engine.engine().getManagementService();
          var stuck =
              management
                  .createJobQuery()
                  .processInstanceId(instance.get().toString())
                  .noRetriesLeft()
                  .list();
          for (var job : stuck) {
            management.setJobDuedate(job.getId(), Date.from(clock.instant()));
            management.setJobRetries(job.getId(), 1);
          }
          return !stuck.isEmpty();
        });
  }

  @Override
  public void end(String processId, String businessKey) {
    var instance = lock(processId, businessKey);
    if (instance.isEmpty()) {
      return;
    }
    var id = instance.get().toString();
    moving(
        new Ledger.Call(instance.get(), null, null, null, 0),
        () -> {
          var runtime = engine.engine().getRuntimeService();
          if (!runtime.createProcessInstanceQuery().processInstanceId(id).list().isEmpty()) {
            // the listeners of the trail are ours and built in: they hear it
            runtime.deleteProcessInstance(id, "ended", true, true, true, true);
          }
          return null;
        });
  }

  private Optional<UUID> lock(String processId, String businessKey) {
    requireTransaction();
    Ledger.settle();
    return instances.lock(processId, businessKey);
  }

  private void requireTransaction() {
    if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
      throw new IllegalStateException("the workflow is moved inside an act's transaction only");
    }
  }

  private <T> T moving(Ledger.Call call, Supplier<T> work) {
    requireTransaction();
    Ledger.settle();
    var before = Ledger.enter(call);
    try {
      return work.get();
    } catch (ProcessEngineException e) {
      throw told(e);
    } finally {
      Ledger.leave(before);
    }
  }

  /** A refusal of the hands stays a refusal; somebody quicker is a conflict. */
  private static RuntimeException told(ProcessEngineException fault) {
    for (Throwable e = fault; e != null; e = e.getCause()) {
      if (e instanceof Problem refusal) {
        return refusal;
      }
      if (e instanceof OptimisticLockingException) {
        return Problem.conflict("task-not-open");
      }
    }
    return fault;
  }

  /** Routing facts only: what a gateway can read, and nothing long enough to be a sentence. */
  private static Map<String, Object> checked(Map<String, Object> facts) {
    var variables = new HashMap<String, Object>();
    if (facts != null) {
      facts.forEach((name, value) -> variables.put(name, checked(name, value)));
    }
    return variables;
  }

  private static Object checked(String name, Object value) {
    if (value instanceof Instant instant) {
      return Date.from(instant);
    }
    if (value == null
        || value instanceof Boolean
        || value instanceof Integer
        || value instanceof Long
        || value instanceof Date
        || (value instanceof String code && code.length() <= LONGEST_CODE && !code.contains(" "))) {
      return value;
    }
    throw new IllegalArgumentException("not a routing fact: " + name);
  }
}
