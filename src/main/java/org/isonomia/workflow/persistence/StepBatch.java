package org.isonomia.workflow.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.isonomia.privacy.Sealed;

/**
 * Everything one engine command did, written in one round trip: several statements in one text, as
 * the driver sends them together.
 */
public final class StepBatch {
  private final StringBuilder sql = new StringBuilder();
  private final List<Object> values = new ArrayList<>();
  private final Map<String, StepRecord> entered = new LinkedHashMap<>();

  public void began(
      UUID instance, String processId, String businessKey, Sealed subject, Instant at) {
    add(
        "insert into workflow_instance (id, process_id, business_key, subject_sealed, started_at)"
            + " values (?, ?, ?, ?, ?)",
        instance,
        processId,
        businessKey,
        subject == null ? null : subject.bytes(),
        at);
  }

  public void entered(StepRecord step) {
    entered.put(key(step.instance(), step.ref()), step);
  }

  /** Where a token that entered in this very command is; {@code null} when it entered before. */
  public StepRecord enteredNow(UUID instance, String ref) {
    return entered.get(key(instance, ref));
  }

  /** A token leaves an element that it entered in an earlier command. */
  public void left(UUID instance, String ref, Instant at, boolean cancelled, Long by) {
    add(
        "update workflow_step set left_at = ?, cancelled = ?, by_account = ?"
            + " where instance_id = ? and engine_ref = ? and left_at is null",
        at,
        cancelled,
        by,
        instance,
        ref);
  }

  /** The row that awaited this element is over; first those of this command are written. */
  public void gaveUp(UUID instance, String element, Instant at) {
    writeEntered();
    add(
        "update workflow_step set left_at = ?, cancelled = true"
            + " where instance_id = ? and element = ? and engine_ref = ? and left_at is null",
        at,
        instance,
        element,
        StepRecord.AWAIT);
  }

  public void ended(UUID instance, Instant at) {
    // first the steps of this command, so that nothing is left open behind a process that ended
    writeEntered();
    add("update workflow_instance set ended_at = ? where id = ?", at, instance);
    add(
        "update workflow_step set left_at = ?, cancelled = true"
            + " where instance_id = ? and left_at is null",
        at,
        instance);
  }

  public boolean isEmpty() {
    return sql.isEmpty() && entered.isEmpty();
  }

  /** Writes and forgets. */
  public void write(Connection connection) throws SQLException {
    writeEntered();
    if (sql.isEmpty()) {
      return;
    }
    try (var statement = connection.prepareStatement(sql.toString())) {
      int position = 1;
      for (Object value : values) {
        if (value instanceof Instant instant) {
          statement.setTimestamp(position++, Timestamp.from(instant));
        } else if (value instanceof Null nothing) {
          statement.setNull(position++, nothing.type());
        } else {
          statement.setObject(position++, value);
        }
      }
      statement.execute();
    } finally {
      sql.setLength(0);
      values.clear();
    }
  }

  private void writeEntered() {
    for (StepRecord step : entered.values()) {
      if (step.awaited) {
        add(
            "update workflow_step set engine_ref = ?, engine_task = ?, form = ?, team = ?,"
                + " due_at = ?, due_key = coalesce(?::timestamptz, 'infinity'), assignee = ?, left_at = ?,"
                + " cancelled = ?, by_account = ? where id = (select min(id) from workflow_step"
                + " where instance_id = ? and element = ? and engine_ref = 'await'"
                + " and left_at is null)",
            step.ref,
            step.engineTask,
            step.form,
            step.team,
            step.due,
            step.due,
            step.assignee,
            step.leftAt,
            step.cancelled,
            step.by,
            step.instance,
            step.element);
      } else {
        add(
            "insert into workflow_step (instance_id, element, type, engine_ref, engine_task, form,"
                + " team, due_at, due_key, assignee, entered_at, left_at, cancelled, by_account)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, coalesce(?::timestamptz, 'infinity'), ?, ?, ?, ?, ?)",
            step.instance,
            step.element,
            step.type,
            step.ref,
            step.engineTask,
            step.form,
            step.team,
            step.due,
            step.due,
            step.assignee,
            step.enteredAt,
            step.leftAt,
            step.cancelled,
            step.by);
      }
    }
    entered.clear();
  }

  private void add(String statement, Object... parameters) {
    if (!sql.isEmpty()) {
      sql.append(";\n");
    }
    sql.append(statement);
    for (Object parameter : parameters) {
      values.add(parameter == null ? Null.UNKNOWN : parameter);
    }
  }

  private static String key(UUID instance, String ref) {
    return instance + ref;
  }

  /** A missing value; the server takes the type from the column. */
  private record Null(int type) {
    static final Null UNKNOWN = new Null(java.sql.Types.NULL);
  }
}
