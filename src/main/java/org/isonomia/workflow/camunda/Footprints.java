package org.isonomia.workflow.camunda;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.isonomia.access.Actor;
import org.isonomia.shared.AppClock;
import org.isonomia.workflow.Hands;
import org.isonomia.workflow.persistence.Instances;
import org.isonomia.workflow.persistence.StepRecord;

/**
 * Puts listeners on every element of a picture when it is read; they write the trail and the
 * worklist. The candidate groups of a task are taken out of the engine: they are our team column
 * and would cost a row each there.
 */
final class Footprints extends AbstractBpmnParseListener {
  private static final String TAG = "isonomia.tag";

  private final Instances instances;
  private final HandsOfPictures hands;
  private final AppClock clock;

  Footprints(Instances instances, HandsOfPictures hands, AppClock clock) {
    this.instances = instances;
    this.hands = hands;
    this.clock = clock;
  }

  @Override
  public void parseProcess(Element element, ProcessDefinitionEntity definition) {
    definition.addBuiltInListener(
        ExecutionListener.EVENTNAME_START,
        (ExecutionListener)
            e ->
                ledger()
                    .began(instance(e), processId(e), e.getProcessBusinessKey(), clock.instant()));
    definition.addBuiltInListener(
        ExecutionListener.EVENTNAME_END,
        (ExecutionListener) e -> ledger().ended(instance(e), clock.instant()));
  }

  /** A token that waits before an asynchronous element already stands there, for the reader. */
  @Override
  public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl transition) {
    var destination = (ActivityImpl) transition.getDestination();
    if (destination == null || !destination.isAsyncBefore()) {
      return;
    }
    transition.addListener(
        ExecutionListener.EVENTNAME_TAKE,
        (ExecutionListener)
            e ->
                ledger()
                    .entered(
                        new StepRecord(
                            instance(e),
                            destination.getId(),
                            tag(destination),
                            StepRecord.AWAIT,
                            clock.instant(),
                            false)));
  }

  private void watch(Element element, ActivityImpl activity) {
    activity.setProperty(TAG, element.getTagName());
    activity.addBuiltInListener(
        ExecutionListener.EVENTNAME_START,
        (ExecutionListener) e -> ledger().entered(step(e, activity)));
    watchEnd(activity);
  }

  private void watchEnd(ActivityImpl activity) {
    activity.addBuiltInListener(
        ExecutionListener.EVENTNAME_END,
        (ExecutionListener)
            e ->
                ledger()
                    .left(instance(e), e.getActivityInstanceId(), clock.instant(), e.isCanceled()));
  }

  /**
   * A token that waits before an asynchronous element has not entered it, so nobody says that it
   * leaves when the scope around it is broken off.
   */
  private void watchAwaitingInside(ActivityImpl scope) {
    scope.addBuiltInListener(
        ExecutionListener.EVENTNAME_END,
        (ExecutionListener)
            e -> {
              if (e.isCanceled()) {
                awaiting(scope)
                    .forEach(inner -> ledger().gaveUp(instance(e), inner, clock.instant()));
              }
            });
  }

  private static List<String> awaiting(ScopeImpl scope) {
    return scope.getActivities().stream()
        .flatMap(
            inner ->
                Stream.concat(
                    inner.isAsyncBefore() ? Stream.of(inner.getId()) : Stream.empty(),
                    awaiting(inner).stream()))
        .toList();
  }

  private StepRecord step(DelegateExecution execution, ActivityImpl activity) {
    return new StepRecord(
        instance(execution),
        activity.getId(),
        tag(activity),
        execution.getActivityInstanceId(),
        clock.instant(),
        activity.isAsyncBefore());
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    activity.setProperty(TAG, element.getTagName());
    var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    var form = element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "formKey");
    var groups = element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "candidateGroups");
    var team = groups == null ? null : teamOf(Arrays.asList(groups.split(",")));
    task.getCandidateGroupIdExpressions().clear();
    task.addBuiltInTaskListener(
        TaskListener.EVENTNAME_CREATE, (TaskListener) t -> opened(t, activity, form, team));
    watchEnd(activity);
  }

  private void opened(DelegateTask task, ActivityImpl activity, String form, String team) {
    var execution = (ExecutionEntity) task.getExecution();
    var step = step(execution, activity);
    var plan = plan(processId(execution), execution.getProcessBusinessKey(), activity.getId());
    step.opens(task.getId(), form, team, plan.due(), plan.assignee());
    ledger().entered(step);
  }

  private Hands.Plan plan(String processId, String businessKey, String task) {
    var plan =
        hands
            .of(processId)
            .map(h -> Actor.HOUSE.run(() -> h.plan(businessKey, task)))
            .orElse(Hands.Plan.OPEN);
    return plan == null ? Hands.Plan.OPEN : plan;
  }

  /** The team of a task: its roles, sorted, so that the same roles are the same team. */
  static String teamOf(List<String> roles) {
    return roles.stream().map(String::trim).sorted().collect(Collectors.joining(","));
  }

  private Ledger ledger() {
    return Ledger.of(Context.getCommandContext(), instances);
  }

  private static UUID instance(DelegateExecution execution) {
    return UUID.fromString(execution.getProcessInstanceId());
  }

  private static String processId(DelegateExecution execution) {
    return ((ExecutionEntity) execution).getProcessDefinition().getKey();
  }

  private static String tag(ActivityImpl activity) {
    var tag = (String) activity.getProperty(TAG);
    return tag == null ? "activity" : tag;
  }

  @Override
  public void parseExclusiveGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
    watch(element, activity);
  }

  @Override
  public void parseInclusiveGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
    watch(element, activity);
  }

  @Override
  public void parseParallelGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
    watch(element, activity);
  }

  @Override
  public void parseEventBasedGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
    watch(element, activity);
  }

  @Override
  public void parseTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    watch(element, activity);
  }

  @Override
  public void parseManualTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    watch(element, activity);
  }

  @Override
  public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    watch(element, activity);
  }

  @Override
  public void parseSendTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    watch(element, activity);
  }

  @Override
  public void parseReceiveTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    watch(element, activity);
  }

  @Override
  public void parseSubProcess(Element element, ScopeImpl scope, ActivityImpl activity) {
    watch(element, activity);
    watchAwaitingInside(activity);
  }

  @Override
  public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
    watch(element, activity);
  }

  @Override
  public void parseIntermediateThrowEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
    watch(element, activity);
  }

  @Override
  public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
    watch(element, activity);
  }

  @Override
  public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
    watch(element, activity);
  }
}
