package org.isonomia.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A drawn process, free of any engine: what stands where, what leads where. Lengths are those of
 * the drawing (BPMN diagram interchange, pixels at 100 %).
 *
 * @param processId id of the process, also the name of its file
 * @param name its title as drawn
 * @param shapes everything with an area, containers before what they contain
 * @param edges everything with a line
 */
public record Picture(String processId, String name, List<Shape> shapes, List<Edge> edges) {
  public Picture {
    shapes = List.copyOf(shapes);
    edges = List.copyOf(edges);
  }

  /** A rectangle. */
  public record Box(double x, double y, double width, double height) {
    public double centreX() {
      return x + width / 2;
    }

    public double centreY() {
      return y + height / 2;
    }
  }

  /** A point of a line. */
  public record Point(double x, double y) {}

  /** What a shape is. */
  public enum Kind {
    POOL,
    LANE,
    TASK,
    USER_TASK,
    SERVICE_TASK,
    SEND_TASK,
    RECEIVE_TASK,
    RULE_TASK,
    CALL,
    SUB_PROCESS,
    EXCLUSIVE,
    PARALLEL,
    INCLUSIVE,
    EVENT_BASED,
    START,
    CATCH,
    THROW,
    BOUNDARY,
    END,
    NOTE,
    OTHER;

    /** Something that is done or waited for, and that a list of steps names. */
    public boolean step() {
      return switch (this) {
        case TASK, USER_TASK, SERVICE_TASK, SEND_TASK, RECEIVE_TASK, RULE_TASK, CALL, CATCH -> true;
        default -> false;
      };
    }

    boolean activity() {
      return switch (this) {
        case TASK, USER_TASK, SERVICE_TASK, SEND_TASK, RECEIVE_TASK, RULE_TASK, CALL -> true;
        default -> false;
      };
    }

    boolean gateway() {
      return switch (this) {
        case EXCLUSIVE, PARALLEL, INCLUSIVE, EVENT_BASED -> true;
        default -> false;
      };
    }

    boolean event() {
      return switch (this) {
        case START, CATCH, THROW, BOUNDARY, END -> true;
        default -> false;
      };
    }
  }

  /** What an event waits for or tells. */
  public enum Trigger {
    NONE,
    MESSAGE,
    TIMER,
    ERROR,
    SIGNAL,
    ESCALATION,
    CONDITION,
    TERMINATE
  }

  /**
   * One shape.
   *
   * @param id id of the element in the picture
   * @param kind what it is
   * @param trigger of an event, else NONE
   * @param name as drawn, may be empty
   * @param box where it stands
   * @param label where its name stands, or null where the drawing leaves it open
   * @param interrupting false for an event that lets the work beside it go on (drawn dashed)
   * @param expanded false for a sub-process whose inside is not drawn
   * @param attachedTo the activity a boundary event sits on, or null
   */
  public record Shape(
      String id,
      Kind kind,
      Trigger trigger,
      String name,
      Box box,
      Box label,
      boolean interrupting,
      boolean expanded,
      String attachedTo) {}

  /** What a line is. */
  public enum Link {
    FLOW,
    MESSAGE,
    ASSOCIATION
  }

  /**
   * One line.
   *
   * @param id id of the element
   * @param link what it is
   * @param name as drawn, may be empty
   * @param source id of the shape it leaves
   * @param target id of the shape it reaches
   * @param points two or more
   * @param label where its name stands, or null
   * @param otherwise whether a gateway takes it when nothing else fits
   */
  public record Edge(
      String id,
      Link link,
      String name,
      String source,
      String target,
      List<Point> points,
      Box label,
      boolean otherwise) {}

  /** The shape of an element. */
  public Optional<Shape> shape(String id) {
    return shapes.stream().filter(shape -> shape.id().equals(id)).findFirst();
  }

  /** The steps that may still come after the given elements, nearest first. */
  public List<Shape> ahead(Collection<String> from) {
    Deque<String> open = new ArrayDeque<>(from);
    Set<String> seen = new HashSet<>(from);
    List<Shape> found = new ArrayList<>();
    while (!open.isEmpty()) {
      String at = open.poll();
      for (Edge edge : edges) {
        if (edge.link() != Link.FLOW || !edge.source().equals(at)) continue;
        if (!seen.add(edge.target())) continue;
        open.add(edge.target());
        shape(edge.target()).filter(shape -> shape.kind().step()).ifPresent(found::add);
        // going into a sub-process means going through what it holds
        shape(edge.target())
            .filter(shape -> shape.kind() == Kind.SUB_PROCESS)
            .ifPresent(box -> inside(box).forEach(id -> enter(id, open, seen)));
      }
      // leaving the inside of a sub-process goes on behind it
      holder(at).filter(box -> seen.add(box.id())).ifPresent(box -> open.add(box.id()));
    }
    return found;
  }

  private static void enter(String id, Deque<String> open, Set<String> seen) {
    if (seen.add(id)) open.add(id);
  }

  private List<String> inside(Shape holder) {
    return shapes.stream()
        .filter(shape -> shape.kind() == Kind.START && holds(holder.box(), shape.box()))
        .map(Shape::id)
        .toList();
  }

  private Optional<Shape> holder(String id) {
    return shape(id)
        .flatMap(
            inner ->
                shapes.stream()
                    .filter(box -> box.kind() == Kind.SUB_PROCESS && !box.id().equals(id))
                    .filter(box -> inner.kind() != Kind.BOUNDARY && holds(box.box(), inner.box()))
                    .findFirst());
  }

  private static boolean holds(Box outer, Box inner) {
    return inner.x() >= outer.x()
        && inner.y() >= outer.y()
        && inner.x() + inner.width() <= outer.x() + outer.width()
        && inner.y() + inner.height() <= outer.y() + outer.height();
  }
}
