package org.isonomia.workflow.camunda;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MessageFlow;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnDiagram;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.DiagramElement;
import org.isonomia.page.Picture;
import org.isonomia.page.Picture.Kind;
import org.isonomia.page.Picture.Link;
import org.isonomia.page.Picture.Trigger;
import org.isonomia.workflow.Pictures;

/** Reads a drawing from its BPMN file, once. */
@ApplicationScoped
public class ProcessDrawing implements Pictures {
  private final Map<String, Picture> known = new ConcurrentHashMap<>();

  @Override
  public Picture of(String room, String processId) {
    return known.computeIfAbsent(
        "bpmn/" + room + "/" + processId + ".bpmn", file -> load(file, processId));
  }

  private static Picture load(String file, String processId) {
    try (InputStream xml = ProcessDrawing.class.getClassLoader().getResourceAsStream(file)) {
      if (xml == null) throw new IllegalArgumentException("no drawing " + file);
      return read(xml, processId);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The drawing of a process in a BPMN file: the first diagram, as the modelling tool shows it. */
  static Picture read(InputStream xml, String processId) {
    BpmnModelInstance model = Bpmn.readModelFromStream(xml);
    BpmnDiagram diagram = model.getModelElementsByType(BpmnDiagram.class).iterator().next();
    List<Picture.Shape> shapes = new ArrayList<>();
    List<Picture.Edge> edges = new ArrayList<>();
    for (DiagramElement drawn : diagram.getBpmnPlane().getDiagramElements()) {
      if (drawn instanceof BpmnShape shape && shape.getBpmnElement() != null) {
        shapes.add(shape(shape, shape.getBpmnElement()));
      } else if (drawn instanceof BpmnEdge edge && edge.getBpmnElement() != null) {
        edges.add(edge(edge, edge.getBpmnElement()));
      }
    }
    shapes.sort(Comparator.comparingInt(ProcessDrawing::layer));
    BaseElement process = model.getModelElementById(processId);
    String name = process instanceof Process named ? text(named.getName()) : "";
    return new Picture(processId, name, shapes, edges);
  }

  /** What is painted first: containers, the larger the earlier; events on borders last. */
  private static int layer(Picture.Shape shape) {
    return switch (shape.kind()) {
      case POOL -> -3_000_000;
      case LANE -> -2_000_000 - area(shape);
      case SUB_PROCESS -> shape.expanded() ? -area(shape) : 1;
      case BOUNDARY -> 3;
      default -> 2;
    };
  }

  private static int area(Picture.Shape shape) {
    return (int) Math.min(900_000, shape.box().width() * shape.box().height() / 10);
  }

  private static Picture.Shape shape(BpmnShape drawn, BaseElement element) {
    boolean boundary = element instanceof BoundaryEvent;
    boolean interrupting =
        !(element instanceof BoundaryEvent event && !event.cancelActivity())
            && !(element instanceof StartEvent start && !start.isInterrupting());
    return new Picture.Shape(
        element.getId(),
        kind(element),
        trigger(element),
        name(element),
        box(drawn.getBounds()),
        label(drawn.getBpmnLabel()),
        interrupting,
        // tools leave the attribute out for what holds nothing; a drawn inside tells by its size
        drawn.isExpanded() || drawn.getBounds().getWidth() > 200,
        boundary ? ((BoundaryEvent) element).getAttachedTo().getId() : null);
  }

  private static Picture.Edge edge(BpmnEdge drawn, BaseElement element) {
    List<Picture.Point> points =
        drawn.getWaypoints().stream().map(w -> new Picture.Point(w.getX(), w.getY())).toList();
    Picture.Box label = label(drawn.getBpmnLabel());
    String id = element.getId();
    if (element instanceof SequenceFlow flow) {
      String source = flow.getSource().getId();
      String target = flow.getTarget().getId();
      return new Picture.Edge(
          id, Link.FLOW, text(flow.getName()), source, target, points, label, otherwise(flow));
    }
    if (element instanceof MessageFlow flow) {
      String source = ((BaseElement) flow.getSource()).getId();
      String target = ((BaseElement) flow.getTarget()).getId();
      String name = text(flow.getName());
      return new Picture.Edge(id, Link.MESSAGE, name, source, target, points, label, false);
    }
    String source = element instanceof Association a ? a.getSource().getId() : "";
    String target = element instanceof Association a ? a.getTarget().getId() : "";
    return new Picture.Edge(id, Link.ASSOCIATION, "", source, target, points, label, false);
  }

  private static boolean otherwise(SequenceFlow flow) {
    if (flow.getSource() instanceof ExclusiveGateway gateway)
      return flow.equals(gateway.getDefault());
    if (flow.getSource() instanceof InclusiveGateway gateway)
      return flow.equals(gateway.getDefault());
    return flow.getSource() instanceof Activity activity && flow.equals(activity.getDefault());
  }

  private static Kind kind(BaseElement element) {
    if (element instanceof Participant) return Kind.POOL;
    if (element instanceof Lane) return Kind.LANE;
    if (element instanceof SubProcess) return Kind.SUB_PROCESS;
    if (element instanceof CallActivity) return Kind.CALL;
    if (element instanceof UserTask) return Kind.USER_TASK;
    if (element instanceof ServiceTask) return Kind.SERVICE_TASK;
    if (element instanceof SendTask) return Kind.SEND_TASK;
    if (element instanceof ReceiveTask) return Kind.RECEIVE_TASK;
    if (element instanceof BusinessRuleTask) return Kind.RULE_TASK;
    if (element instanceof Activity) return Kind.TASK;
    if (element instanceof ExclusiveGateway) return Kind.EXCLUSIVE;
    if (element instanceof EventBasedGateway) return Kind.EVENT_BASED;
    if (element instanceof InclusiveGateway) return Kind.INCLUSIVE;
    if (element instanceof Gateway) return Kind.PARALLEL;
    if (element instanceof StartEvent) return Kind.START;
    if (element instanceof EndEvent) return Kind.END;
    if (element instanceof BoundaryEvent) return Kind.BOUNDARY;
    if (element instanceof CatchEvent) return Kind.CATCH;
    if (element instanceof ThrowEvent) return Kind.THROW;
    if (element instanceof TextAnnotation) return Kind.NOTE;
    return Kind.OTHER;
  }

  private static Trigger trigger(BaseElement element) {
    Collection<EventDefinition> definitions = List.of();
    if (element instanceof CatchEvent event) definitions = event.getEventDefinitions();
    if (element instanceof ThrowEvent event) definitions = event.getEventDefinitions();
    for (EventDefinition definition : definitions) {
      if (definition instanceof MessageEventDefinition) return Trigger.MESSAGE;
      if (definition instanceof TimerEventDefinition) return Trigger.TIMER;
      if (definition instanceof ErrorEventDefinition) return Trigger.ERROR;
      if (definition instanceof SignalEventDefinition) return Trigger.SIGNAL;
      if (definition instanceof EscalationEventDefinition) return Trigger.ESCALATION;
      if (definition instanceof ConditionalEventDefinition) return Trigger.CONDITION;
      if (definition instanceof TerminateEventDefinition) return Trigger.TERMINATE;
    }
    return Trigger.NONE;
  }

  private static String name(BaseElement element) {
    if (element instanceof FlowElement named) return text(named.getName());
    if (element instanceof Participant named) return text(named.getName());
    if (element instanceof Lane named) return text(named.getName());
    if (element instanceof TextAnnotation note && note.getText() != null) {
      return text(note.getText().getTextContent());
    }
    return "";
  }

  private static String text(String name) {
    return name == null ? "" : name.strip();
  }

  private static Picture.Box label(BpmnLabel label) {
    return label == null || label.getBounds() == null ? null : box(label.getBounds());
  }

  private static Picture.Box box(Bounds b) {
    return new Picture.Box(b.getX(), b.getY(), b.getWidth(), b.getHeight());
  }
}
