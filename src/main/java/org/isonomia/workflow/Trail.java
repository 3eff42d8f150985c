package org.isonomia.workflow;

import java.time.Instant;
import java.util.List;

/** The dated steps of one process instance, in order of entering. */
public record Trail(
    String processId, String businessKey, Instant startedAt, Instant endedAt, List<Step> steps) {
  /**
   * One visit of one element of the picture.
   *
   * @param element its id in the picture
   * @param type BPMN type: userTask, serviceTask, intermediateCatchEvent, exclusiveGateway,
   *     endEvent, …
   * @param leftAt {@code null} while the token is here
   * @param cancelled left without being done (interrupted)
   * @param by account that completed it; {@code null} for the house
   */
  public record Step(
      String element,
      String type,
      Instant enteredAt,
      Instant leftAt,
      boolean cancelled,
      Instant due,
      Long by) {}
}
