package org.isonomia.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.isonomia.shared.AppClock;

/**
 * Walks one picture in an engine in memory: no container, no database of ours, nothing runs by
 * itself. One engine per test JVM; each test deploys its picture with fake hands and takes it away
 * again.
 *
 * <pre>{@code
 * PathEngine path = PathEngine.of("casework/complaintHandling", new FakeHands());   // @BeforeEach
 * path.start("ET-2027-00001", Map.of());
 * assertThat(path.tasks()).containsExactly("acknowledgeReport");
 * path.complete("acknowledgeReport");
 * path.moveBy(Duration.ofDays(8));                      // fires what is due, in order
 * assertThat(path.tell("referral.ReferralCompleted")).isTrue();
 * assertThat(path.passed()).endsWith("caseClosed");
 * assertThat(path.ended()).isTrue();
 * path.close();                                         // @AfterEach
 * }</pre>
 */
public final class PathEngine implements AutoCloseable {
  /** Where each walk begins: Monday, 1 March 2027, nine o'clock in Warsaw. */
  public static final Instant BEGIN = Instant.parse("2027-03-01T08:00:00Z");

  private static final int TOO_MANY_JOBS = 1000;
  private static final Map<Object, Object> BEANS = new ConcurrentHashMap<>();
  private static final List<String> PASSED = new ArrayList<>();
  private static final ProcessEngine ENGINE = build();

  private final String processId;
  private final String deployment;
  private final AppClock clock = new AppClock();
  private String key;

  private PathEngine(String picture, Object hands) {
    processId = picture.substring(picture.lastIndexOf('/') + 1);
    BEANS.put(processId, hands);
    PASSED.clear();
    setTime(BEGIN);
    deployment =
        ENGINE
            .getRepositoryService()
            .createDeployment()
            .name(picture)
            .addClasspathResource("bpmn/" + picture + ".bpmn")
            .deploy()
            .getId();
  }

  /**
   * @param picture room and process id: {@code casework/complaintHandling}
   * @param hands a fake of the hands, found in expressions under the process id
   */
  public static PathEngine of(String picture, Object hands) {
    return new PathEngine(picture, hands);
  }

  /** The clock of this walk; give it to fake hands that reckon dates. */
  public AppClock clock() {
    return clock;
  }

  public Instant now() {
    return clock.instant();
  }

  /** Starts the picture and runs the asynchronous jobs that are ready at once. */
  public PathEngine start(String businessKey, Map<String, Object> facts) {
    key = businessKey;
    ENGINE
        .getRuntimeService()
        .startProcessInstanceByKey(processId, businessKey, new HashMap<>(facts));
    runJobs();
    return this;
  }

  public PathEngine start(String businessKey) {
    return start(businessKey, Map.of());
  }

  /** Ids of the open user tasks, in alphabetical order; one entry per open task. */
  public List<String> tasks() {
    return ENGINE.getTaskService().createTaskQuery().processInstanceBusinessKey(key).list().stream()
        .map(Task::getTaskDefinitionKey)
        .sorted()
        .toList();
  }

  /** Ids of all elements where a token rests now: tasks, timers, messages, gateways of events. */
  public List<String> waiting() {
    var ids = new TreeSet<String>();
    for (ProcessInstance instance : instances()) {
      ids.addAll(ENGINE.getRuntimeService().getActiveActivityIds(instance.getId()));
    }
    return List.copyOf(ids);
  }

  /** Ids of all elements a token has entered, in order. */
  public List<String> passed() {
    return List.copyOf(PASSED);
  }

  /** Completes the open user task of this id, then runs the asynchronous jobs that are ready. */
  public PathEngine complete(String task, Map<String, Object> facts) {
    var open =
        ENGINE
            .getTaskService()
            .createTaskQuery()
            .processInstanceBusinessKey(key)
            .taskDefinitionKey(task)
            .list();
    if (open.isEmpty()) {
      throw new AssertionError("task " + task + " is not open; open are " + tasks());
    }
    ENGINE.getTaskService().complete(open.get(0).getId(), new HashMap<>(facts));
    runJobs();
    return this;
  }

  public PathEngine complete(String task) {
    return complete(task, Map.of());
  }

  /**
   * Tells the instance a message, then runs the asynchronous jobs that are ready.
   *
   * @return whether somebody waited for it
   */
  public boolean tell(String message, Map<String, Object> facts) {
    for (ProcessInstance instance : instances()) {
      Execution waiting =
          ENGINE
              .getRuntimeService()
              .createExecutionQuery()
              .processInstanceId(instance.getId())
              .messageEventSubscriptionName(message)
              .list()
              .stream()
              .findFirst()
              .orElse(null);
      if (waiting != null) {
        ENGINE
            .getRuntimeService()
            .messageEventReceived(message, waiting.getId(), new HashMap<>(facts));
        runJobs();
        return true;
      }
    }
    return false;
  }

  public boolean tell(String message) {
    return tell(message, Map.of());
  }

  /** Runs every job that is ready now: asynchronous steps, and timers that are due. */
  public PathEngine runJobs() {
    return moveTo(now());
  }

  public PathEngine moveBy(Duration time) {
    return moveTo(now().plus(time));
  }

  /**
   * Moves the clock; jobs run in the order of their due times, each seeing its own. A job that
   * throws ends the walk with its exception.
   */
  public PathEngine moveTo(Instant to) {
    for (int done = 0; ; done++) {
      if (done == TOO_MANY_JOBS) {
        throw new AssertionError("the picture runs in a circle: " + waiting());
      }
      var next = nextJob(to);
      if (next == null) {
        break;
      }
      var due = next.getDuedate() == null ? now() : next.getDuedate().toInstant();
      setTime(due.isAfter(now()) ? due : now());
      ENGINE.getManagementService().executeJob(next.getId());
    }
    setTime(to);
    return this;
  }

  /** When the next timer is due; {@code null} when none runs. */
  public Instant nextTimer() {
    return ENGINE.getManagementService().createJobQuery().timers().list().stream()
        .map(job -> job.getDuedate().toInstant())
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** The process variables as they are now. */
  public Map<String, Object> facts() {
    var all = new HashMap<String, Object>();
    for (ProcessInstance instance : instances()) {
      all.putAll(ENGINE.getRuntimeService().getVariables(instance.getId()));
    }
    return all;
  }

  public boolean ended() {
    return instances().isEmpty();
  }

  @Override
  public void close() {
    ENGINE.getRepositoryService().deleteDeployment(deployment, true);
    BEANS.remove(processId);
    ClockUtil.reset();
  }

  private List<ProcessInstance> instances() {
    return ENGINE
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(key)
        .list();
  }

  private Job nextJob(Instant to) {
    return ENGINE.getManagementService().createJobQuery().withRetriesLeft().list().stream()
        .filter(job -> job.getDuedate() == null || !job.getDuedate().toInstant().isAfter(to))
        .min(
            Comparator.comparing(
                job -> job.getDuedate() == null ? Instant.EPOCH : job.getDuedate().toInstant()))
        .orElse(null);
  }

  private void setTime(Instant at) {
    clock.freeze(at);
    ClockUtil.setCurrentTime(Date.from(at));
  }

  private static ProcessEngine build() {
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName("path");
    configuration.setJdbcUrl("jdbc:h2:mem:path;DB_CLOSE_DELAY=-1");
    configuration.setHistory("none");
    configuration.setMetricsEnabled(false);
    configuration.setTaskMetricsEnabled(false);
    configuration.setDbIdentityUsed(false);
    configuration.setCmmnEnabled(false);
    configuration.setDmnEnabled(false);
    configuration.setJobExecutorActivate(false);
    configuration.setBeans(BEANS);
    var listeners = new ArrayList<BpmnParseListener>();
    listeners.add(new Footprints());
    configuration.setCustomPostBPMNParseListeners(listeners);
    return configuration.buildProcessEngine();
  }

  /** Writes down each element a token enters. */
  private static final class Footprints extends AbstractBpmnParseListener {
    private static final ExecutionListener STEP =
        execution -> PASSED.add(execution.getCurrentActivityId());

    private void watch(ActivityImpl activity) {
      activity.addListener(ExecutionListener.EVENTNAME_START, STEP, 0);
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
      watch(activity);
    }

    @Override
    public void parseExclusiveGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
      watch(activity);
    }

    @Override
    public void parseInclusiveGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
      watch(activity);
    }

    @Override
    public void parseParallelGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
      watch(activity);
    }

    @Override
    public void parseEventBasedGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
      watch(activity);
    }

    @Override
    public void parseTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      watch(activity);
    }

    @Override
    public void parseManualTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      watch(activity);
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      watch(activity);
    }

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      watch(activity);
    }

    @Override
    public void parseSendTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      watch(activity);
    }

    @Override
    public void parseReceiveTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      watch(activity);
    }

    @Override
    public void parseSubProcess(Element element, ScopeImpl scope, ActivityImpl activity) {
      watch(activity);
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
      watch(activity);
    }

    @Override
    public void parseIntermediateThrowEvent(
        Element element, ScopeImpl scope, ActivityImpl activity) {
      watch(activity);
    }

    @Override
    public void parseIntermediateCatchEvent(
        Element element, ScopeImpl scope, ActivityImpl activity) {
      watch(activity);
    }

    @Override
    public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
      watch(activity);
    }
  }
}
