package org.isonomia.casework.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.isonomia.casework.CaseEvent;
import org.junit.jupiter.api.Test;

/**
 * The table of statuses, the events and the picture of a case tell the same story. The picture says
 * beside each element which events happen there; a walk through every way of the picture, with
 * every status that one matter or two of them can then have, meets no event that the table refuses
 * to each of them.
 */
class ThreeTruthsTest {
  /** Events that belong to no element: they may happen at any time while the table allows it. */
  private static final Set<String> AT_ANY_TIME =
      Set.of(
          "MatterAdded",
          "MatterUpgraded",
          "MatterQualified",
          "CompetenceConfirmed",
          "CaseAssigned",
          "ReporterMessaged",
          "ReporterAsked",
          "ReporterAnswered",
          "ReporterSummoned",
          "SummonsDelivered",
          "SummonsAnswered",
          "MatterLeftUnexamined",
          "DeadlineExtended",
          "CctvRequested",
          "NoteAdded",
          "PersonKeptOut",
          "PersonLetBackIn");

  /** After these there is no picture to walk any more: the process is ended with them. */
  private static final Set<String> ENDS_THE_PROCESS = Set.of("CaseWithdrawn");

  private final BpmnModelInstance picture =
      Bpmn.readModelFromStream(
          ThreeTruthsTest.class.getResourceAsStream("/bpmn/casework/complaintHandling.bpmn"));

  /** Events of one matter only; all others happen to every matter that the table allows them. */
  private static final Set<String> OF_ONE_MATTER =
      Set.of(
          "MatterQualified",
          "CompetenceConfirmed",
          "MatterForwarded",
          "OutcomeProposed",
          "OutcomeReturned",
          "OutcomeConfirmed",
          "ReporterTold",
          "MatterClosed",
          "ReporterSummoned",
          "SummonsDelivered",
          "SummonsAnswered",
          "MatterLeftUnexamined",
          "DeadlineExtended");

  /** Happens with the event before it, when no matter is open any more. */
  private static final String LAST = "CaseClosed";

  private static final int MOST_MATTERS = 2;

  private record Place(String element, List<MatterStatus> matters) {}

  private static Set<String> events() {
    return Arrays.stream(CaseEvent.class.getPermittedSubclasses())
        .map(Class::getSimpleName)
        .collect(Collectors.toSet());
  }

  private List<String> eventsOf(FlowNode node) {
    return node.getModelInstance().getModelElementsByType(CamundaProperty.class).stream()
        .filter(p -> "events".equals(p.getCamundaName()))
        .filter(p -> p.getParentElement().getParentElement().getParentElement().equals(node))
        .flatMap(p -> Arrays.stream(p.getCamundaValue().split(",")))
        .toList();
  }

  private Set<String> drawn() {
    var all = new LinkedHashSet<String>();
    picture.getModelElementsByType(FlowNode.class).forEach(node -> all.addAll(eventsOf(node)));
    return all;
  }

  @SuppressWarnings("unchecked")
  private static Class<? extends CaseEvent> type(String event) {
    return (Class<? extends CaseEvent>)
        Arrays.stream(CaseEvent.class.getPermittedSubclasses())
            .filter(c -> c.getSimpleName().equals(event))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void the_picture_draws_only_events_that_exist() {
    assertThat(events()).containsAll(drawn());
  }

  @Test
  void every_event_is_drawn_or_may_happen_at_any_time() {
    var told = new HashSet<>(drawn());
    told.addAll(AT_ANY_TIME);
    told.addAll(ENDS_THE_PROCESS);
    assertThat(told).isEqualTo(events());
  }

  @Test
  void every_event_but_the_first_has_a_place_in_the_table() {
    var inTable =
        MatterStatus.TABLE.stream().map(s -> s.event().getSimpleName()).collect(Collectors.toSet());
    inTable.add("CaseOpened");
    assertThat(inTable).isEqualTo(events());
  }

  @Test
  void a_status_and_an_event_lead_to_one_status_only() {
    var seen = new HashSet<String>();
    for (var step : MatterStatus.TABLE) {
      assertThat(seen.add(step.from() + " " + step.event().getSimpleName()))
          .as(step.toString())
          .isTrue();
    }
  }

  @Test
  void clock_rules_listen_to_events_that_exist() {
    for (var rule : SomeLaw.shipped().rules()) {
      assertThat(events()).containsAll(rule.metBy()).containsAll(rule.stoppedBy());
    }
  }

  @Test
  void every_way_through_the_picture_is_a_way_through_the_table() {
    var start =
        picture.getModelElementsByType(StartEvent.class).stream()
            .filter(e -> eventsOf(e).contains("CaseOpened"))
            .findFirst()
            .orElseThrow();
    var seen = new HashSet<Place>();
    var todo = new ArrayDeque<Place>();
    follow(start, List.of(MatterStatus.NEW), todo);
    var ends = new HashSet<List<MatterStatus>>();
    while (!todo.isEmpty()) {
      var place = todo.poll();
      if (!seen.add(place)) {
        continue;
      }
      FlowNode node = picture.getModelElementById(place.element());
      // while the token rests here, anything that may happen at any time may happen first
      if (rests(node)) {
        for (var event : AT_ANY_TIME) {
          // a triage is qualified at its own task
          if (!(event.equals("MatterQualified") && place.matters().contains(MatterStatus.TRIAGE))) {
            after(event, place.matters()).forEach(to -> todo.add(new Place(place.element(), to)));
          }
        }
      }
      var after = new ArrayList<List<MatterStatus>>();
      var events = eventsOf(node);
      for (var event : events) {
        if (event.equals(LAST)) {
          continue;
        }
        var to = after(event, place.matters());
        if (to.isEmpty()) {
          fail("%s: %s is refused in status %s", node.getId(), event, place.matters());
        }
        after.addAll(to);
      }
      if (events.contains(LAST)) {
        after.stream()
            .filter(ThreeTruthsTest::allClosed)
            .forEach(to -> assertThat(after(LAST, to)).containsExactly(to));
      }
      if (events.isEmpty()) {
        after.add(place.matters());
      }
      for (var matters : after) {
        if (node instanceof EndEvent && !(node.getParentElement() instanceof SubProcess)) {
          ends.add(matters);
        }
        follow(node, matters, todo);
      }
    }
    assertThat(seen.stream().flatMap(place -> place.matters().stream()).collect(Collectors.toSet()))
        .as("every status is reached")
        .containsExactlyInAnyOrder(MatterStatus.values());
    assertThat(ends)
        .contains(List.of(MatterStatus.CLOSED), List.of(MatterStatus.CLOSED, MatterStatus.CLOSED));
    assertThat(seen)
        .as("one matter goes on while another body has the other")
        .contains(
            new Place(
                "chooseInstitution",
                List.of(MatterStatus.TRANSFERRED_231, MatterStatus.IN_PROGRESS)));
  }

  private static boolean allClosed(List<MatterStatus> matters) {
    return matters.stream().noneMatch(MatterStatus::isOpen);
  }

  /** How the matters may stand after this event; empty when it is refused to each of them. */
  private static Set<List<MatterStatus>> after(String event, List<MatterStatus> matters) {
    var ways = new LinkedHashSet<List<MatterStatus>>();
    boolean possible = matters.stream().anyMatch(m -> m.after(type(event)).isPresent());
    if (!possible) {
      return ways;
    }
    if (event.equals("MatterAdded")) {
      var more = new ArrayList<>(matters);
      if (matters.size() < MOST_MATTERS) {
        more.add(MatterStatus.IN_PROGRESS);
      }
      ways.add(List.copyOf(more));
    } else if (OF_ONE_MATTER.contains(event)) {
      for (int i = 0; i < matters.size(); i++) {
        var to = matters.get(i).after(type(event));
        if (to.isPresent()) {
          var changed = new ArrayList<>(matters);
          changed.set(i, to.get());
          if (event.equals("MatterLeftUnexamined")) {
            goesOnAsSignal(changed);
          }
          ways.add(List.copyOf(changed));
        }
      }
    } else {
      ways.add(matters.stream().map(m -> m.after(type(event)).orElse(m)).toList());
    }
    return ways;
  }

  /**
   * In the same act the words go on as a signal, unless one is open; what another body has is no
   * signal. Of several that were left one is enough for the walk.
   */
  private static void goesOnAsSignal(List<MatterStatus> matters) {
    boolean goesOn =
        matters.stream().anyMatch(m -> m.isOpen() && m != MatterStatus.TRANSFERRED_231);
    if (!goesOn) {
      matters.removeIf(m -> m == MatterStatus.LEFT_UNEXAMINED);
      matters.add(MatterStatus.LEFT_UNEXAMINED);
      matters.add(MatterStatus.IN_PROGRESS);
    }
  }

  private static boolean rests(FlowNode node) {
    return switch (node.getElementType().getTypeName()) {
      case "userTask", "intermediateCatchEvent", "eventBasedGateway" -> true;
      default -> false;
    };
  }

  /** A gateway leads where the domain says: what is offered, and whether all is closed. */
  private static boolean leads(SequenceFlow flow, List<MatterStatus> matters) {
    return switch (flow.getSource().getId()) {
      case "whatHelps" -> !after(step(flow).opens().getSimpleName(), matters).isEmpty();
      case "isAllClosed" -> flow.getId().equals("allClosed") == allClosed(matters);
      default -> true;
    };
  }

  private static NextStep step(SequenceFlow flow) {
    return flow.getConditionExpression() == null
        ? NextStep.CONCLUDE
        : NextStep.valueOf(flow.getConditionExpression().getTextContent().replaceAll("[^A-Z]", ""));
  }

  private void follow(FlowNode node, List<MatterStatus> status, ArrayDeque<Place> todo) {
    if (node instanceof SubProcess sub) {
      sub.getChildElementsByType(StartEvent.class)
          .forEach(inner -> todo.add(new Place(inner.getId(), status)));
      return;
    }
    for (var flow : node.getOutgoing()) {
      if (!leads(flow, status)) {
        continue;
      }
      todo.add(new Place(flow.getTarget().getId(), status));
    }
    if (node.getParentElement() instanceof SubProcess sub) {
      if (node instanceof EndEvent) {
        sub.getOutgoing().forEach(flow -> todo.add(new Place(flow.getTarget().getId(), status)));
      } else {
        picture.getModelElementsByType(BoundaryEvent.class).stream()
            .filter(b -> b.getAttachedTo().equals(sub))
            .filter(b -> eventsAllowed(b, status))
            .forEach(b -> todo.add(new Place(b.getId(), status)));
      }
    }
  }

  /**
   * A timer of the triage that fires when the triage has just ended finds nothing to do: the verbs
   * ask first.
   */
  private static boolean eventsAllowed(BoundaryEvent timer, List<MatterStatus> matters) {
    return matters.contains(MatterStatus.NEW) || matters.contains(MatterStatus.TRIAGE);
  }
}
