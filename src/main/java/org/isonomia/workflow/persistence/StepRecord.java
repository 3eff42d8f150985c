package org.isonomia.workflow.persistence;

import java.time.Instant;
import java.util.UUID;

/**
 * One visit of one element, as it is about to be written. Filled in by the engine's listeners
 * within one command, then forgotten.
 */
public final class StepRecord {
  /** What stands for the visit while a token waits before an asynchronous element. */
  public static final String AWAIT = "await";

  final UUID instance;
  final String element;
  final String type;
  final String ref;
  final Instant enteredAt;

  /** Whether a row "awaiting" this element lies in the table already. */
  final boolean awaited;

  String engineTask;
  String form;
  String team;
  Instant due;
  Long assignee;
  Instant leftAt;
  boolean cancelled;
  Long by;

  public StepRecord(
      UUID instance, String element, String type, String ref, Instant enteredAt, boolean awaited) {
    this.instance = instance;
    this.element = element;
    this.type = type;
    this.ref = ref;
    this.enteredAt = enteredAt;
    this.awaited = awaited;
  }

  /** A user task opens. */
  public void opens(String engineTask, String form, String team, Instant due, Long assignee) {
    this.engineTask = engineTask;
    this.form = form;
    this.team = team;
    this.due = due;
    this.assignee = assignee;
  }

  public void leave(Instant at, boolean cancelled, Long by) {
    this.leftAt = at;
    this.cancelled = cancelled;
    this.by = by;
  }

  public String ref() {
    return ref;
  }

  public UUID instance() {
    return instance;
  }
}
