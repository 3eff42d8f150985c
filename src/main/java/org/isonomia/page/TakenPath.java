package org.isonomia.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.isonomia.page.Picture.Edge;
import org.isonomia.page.Picture.Kind;
import org.isonomia.page.Picture.Link;
import org.isonomia.page.Picture.Shape;
import org.isonomia.page.ProcessPicture.Visit;

/**
 * Which lines of a drawing the token went along, found from the visits alone: nothing more is kept
 * of a process, because each row costs at every filing. Both ends of a line may be done although
 * the way between them was another one, so each visit is traced back to the one it came from: the
 * element before it that was left last, and from which no other visit has come yet. A parallel or
 * inclusive gateway sends several on, one along each line.
 *
 * @param taken ids of the flows, and of the elements they come from
 */
record TakenPath(Set<String> taken) {

  /** A visit that was left by being done, with the lines gone along from it. */
  private static final class Exit {
    final Visit visit;
    final boolean forks;
    final Set<String> flows = new HashSet<>();

    Exit(Visit visit, boolean forks) {
      this.visit = visit;
      this.forks = forks;
    }

    boolean leads(Edge flow, Visit next) {
      return visit.element().equals(flow.source())
          && !visit.until().isAfter(next.from())
          && (forks ? !flows.contains(flow.id()) : flows.isEmpty());
    }
  }

  /**
   * @param visits in the order in which they began
   */
  static TakenPath of(Picture picture, List<Visit> visits) {
    Set<String> taken = new LinkedHashSet<>();
    List<Exit> exits = new ArrayList<>();
    for (Visit visit : visits) {
      trace(picture, exits, visit, taken);
      if (visit.until() != null && (!visit.cancelled() || waits(picture, visit.element()))) {
        exits.add(new Exit(visit, forks(picture, visit.element())));
      }
    }
    return new TakenPath(Set.copyOf(taken));
  }

  private static void trace(Picture picture, List<Exit> exits, Visit visit, Set<String> taken) {
    Exit last = null;
    Edge along = null;
    for (Edge flow : picture.edges()) {
      if (flow.link() != Link.FLOW || !flow.target().equals(visit.element())) continue;
      for (Exit exit : exits) {
        if (exit.leads(flow, visit)
            && (last == null || !last.visit.until().isAfter(exit.visit.until()))) {
          last = exit;
          along = flow;
        }
      }
      if (last == null && isStart(picture, flow.source())) along = flow;
    }
    if (along == null) return;
    taken.add(along.id());
    taken.add(along.source());
    if (last != null) last.flows.add(along.id());
  }

  private static boolean isStart(Picture picture, String element) {
    return picture.shape(element).filter(shape -> shape.kind() == Kind.START).isPresent();
  }

  /** The engine calls a gateway that waits for the first of several events broken off by it. */
  private static boolean waits(Picture picture, String element) {
    return picture.shape(element).filter(shape -> shape.kind() == Kind.EVENT_BASED).isPresent();
  }

  private static boolean forks(Picture picture, String element) {
    return picture.shape(element).map(Shape::kind).stream()
        .anyMatch(kind -> kind == Kind.PARALLEL || kind == Kind.INCLUSIVE);
  }
}
