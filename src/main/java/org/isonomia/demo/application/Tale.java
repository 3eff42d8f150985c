package org.isonomia.demo.application;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.isonomia.workflow.Timeline;

/**
 * What happens in the city, by whom and when; told in the order of time, however it was written
 * down.
 */
final class Tale {
  private record Moment(Instant at, Person by, Runnable act) {}

  private final List<Moment> moments = new ArrayList<>();

  void at(Instant at, Person by, Runnable act) {
    moments.add(new Moment(at, by, act));
  }

  void after(Instant start, Duration later, Person by, Runnable act) {
    at(start.plus(later), by, act);
  }

  /**
   * Plays everything up to {@code now}: the clock moves from moment to moment, and what falls due
   * in between, fires.
   */
  void play(Timeline timeline, Instant now) {
    moments.sort(Comparator.comparing(Moment::at));
    for (var moment : moments) {
      if (moment.at().isAfter(now)) {
        throw new IllegalStateException("the tale of the demo city reaches into the future");
      }
      timeline.moveTo(moment.at());
      moment
          .by()
          .run(
              () -> {
                moment.act().run();
                return null;
              });
    }
  }
}
