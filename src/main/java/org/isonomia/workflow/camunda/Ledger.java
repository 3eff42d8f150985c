package org.isonomia.workflow.camunda;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextListener;
import org.isonomia.privacy.Sealed;
import org.isonomia.workflow.persistence.Instances;
import org.isonomia.workflow.persistence.StepBatch;
import org.isonomia.workflow.persistence.StepRecord;

/**
 * What the engine does in one of its commands, gathered and written in one round trip when the
 * command closes, before the engine writes its own rows: so every transaction touches our tables
 * first and the engine's after.
 */
final class Ledger implements CommandContextListener {
  private static final ThreadLocal<Ledger> CURRENT = new ThreadLocal<>();
  private static final ThreadLocal<Call> CALL = new ThreadLocal<>();

  /**
   * What the door knows and the engine does not: set for the time of one call.
   *
   * @param locked instance the door has locked already, or {@code null}
   * @param subject title of the instance that starts, or {@code null}
   * @param completing visit of the user task that a person completes, or {@code null}
   */
  record Call(UUID locked, String starting, Sealed subject, String completing, long account) {}

  private final CommandContext context;
  private final Instances instances;
  private final Ledger outer;
  private final StepBatch batch = new StepBatch();
  private final Set<UUID> locked = new HashSet<>();

  private Ledger(CommandContext context, Instances instances, Ledger outer) {
    this.context = context;
    this.instances = instances;
    this.outer = outer;
  }

  /** The ledger of the command that runs now. */
  static Ledger of(CommandContext context, Instances instances) {
    var current = CURRENT.get();
    if (current == null || current.context != context) {
      current = new Ledger(context, instances, current);
      context.registerCommandContextListener(current);
      CURRENT.set(current);
    }
    return current;
  }

  static Call enter(Call call) {
    var before = CALL.get();
    CALL.set(call);
    return before;
  }

  static void leave(Call before) {
    if (before == null) {
      CALL.remove();
    } else {
      CALL.set(before);
    }
  }

  /** Writes what was gathered so far, so that a question asked inside a command sees it. */
  static void settle() {
    var current = CURRENT.get();
    if (current != null) {
      current.write();
    }
  }

  void began(UUID instance, String processId, String businessKey, Instant at) {
    var call = CALL.get();
    var subject =
        call != null && (processId + '/' + businessKey).equals(call.starting())
            ? call.subject()
            : null;
    locked.add(instance);
    batch.began(instance, processId, businessKey, subject, at);
  }

  void entered(StepRecord step) {
    lock(step.instance());
    batch.entered(step);
  }

  void left(UUID instance, String ref, Instant at, boolean cancelled) {
    lock(instance);
    var call = CALL.get();
    Long by =
        call != null && ref.equals(call.completing()) && call.account() != 0
            ? call.account()
            : null;
    var step = batch.enteredNow(instance, ref);
    if (step != null) {
      step.leave(at, cancelled, by);
    } else {
      batch.left(instance, ref, at, cancelled, by);
    }
  }

  /** A token that waited before an asynchronous element is gone without having entered it. */
  void gaveUp(UUID instance, String element, Instant at) {
    lock(instance);
    batch.gaveUp(instance, element, at);
  }

  void ended(UUID instance, Instant at) {
    lock(instance);
    batch.ended(instance, at);
  }

  /** One at a time moves an instance: a job waits here for a person's act, and the other way. */
  private void lock(UUID instance) {
    var call = CALL.get();
    if (locked.add(instance) && (call == null || !instance.equals(call.locked()))) {
      instances.lock(instance);
    }
  }

  private void write() {
    if (!batch.isEmpty()) {
      instances.write(batch);
    }
  }

  @Override
  public void onCommandContextClose(CommandContext closing) {
    try {
      write();
    } finally {
      forget();
    }
  }

  @Override
  public void onCommandFailed(CommandContext failed, Throwable fault) {
    forget();
  }

  private void forget() {
    if (CURRENT.get() == this) {
      if (outer == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(outer);
      }
    }
  }
}
