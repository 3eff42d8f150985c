package org.isonomia.workflow;

import java.time.Instant;

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
}
