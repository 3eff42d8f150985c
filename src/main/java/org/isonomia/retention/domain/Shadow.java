package org.isonomia.retention.domain;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.isonomia.retention.ClosedCases;

/**
 * What is counted of a case that is gone.
 *
 * @param month of filing
 * @param form of conduct; SEVERAL when there were several (no word of the vocabulary, where
 *     MULTIPLE is a form of its own)
 * @param first whether it counts as a case; further grounds of the same case do not
 */
public record Shadow(
    YearMonth month, String ground, String area, String form, String outcome, boolean first) {
  private static final String UNKNOWN = "UNKNOWN";

  /**
   * One for each ground: the grounds of one case together may be those of one person in the city,
   * each by itself is not.
   */
  public static List<Shadow> of(ClosedCases.Trace trace) {
    var grounds = new TreeSet<>(trace.grounds());
    if (grounds.isEmpty()) {
      grounds.add(UNKNOWN);
    }
    var form =
        trace.forms().size() > 1 ? "SEVERAL" : trace.forms().stream().findFirst().orElse(UNKNOWN);
    var shadows = new ArrayList<Shadow>();
    for (var ground : grounds) {
      shadows.add(
          new Shadow(
              trace.filed(),
              ground,
              trace.area() == null ? UNKNOWN : trace.area(),
              form,
              trace.outcome() == null ? UNKNOWN : trace.outcome(),
              shadows.isEmpty()));
    }
    return List.copyOf(shadows);
  }
}
