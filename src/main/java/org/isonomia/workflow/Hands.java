package org.isonomia.workflow;

import java.time.Instant;
import java.util.List;

/**
 * What a room answers for its picture. The class is {@code @Named} like the process, and its other
 * methods are the picture's service tasks. It is asked whenever a user task opens, in the same
 * transaction.
 */
public interface Hands {
  /** Due date and assignee of a user task that opens now; both may be {@code null}. */
  record Plan(Instant due, Long assignee) {
    public static final Plan OPEN = new Plan(null, null);
  }

  Plan plan(String businessKey, String task);

  /**
   * Who must see to it that a step of the house failed for good, as a row of the worklist.
   *
   * @param form page that tells it and offers another try ({@code referral/send-again})
   * @param team roles that may do so
   */
  record Repair(String form, List<String> team, Plan plan) {}

  /**
   * A service task has failed and is not tried again by itself; asked in a transaction of its own.
   *
   * @return {@code null} when nobody in the room can do anything about it
   */
  default Repair failed(String businessKey, String serviceTask) {
    return null;
  }
}
