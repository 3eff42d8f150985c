package org.isonomia.workflow.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.isonomia.privacy.Sealed;
import org.isonomia.workflow.OpenTask;
import org.isonomia.workflow.Trail;

/** Process instances and their steps, by (process, business key). */
@ApplicationScoped
public class Instances {
  @Inject Rows rows;

  /** An open user task, as the engine knows it. */
  public record OpenStep(UUID instance, String ref, String engineTask) {}

  /** A running instance and where it began. */
  public record Standing(UUID id, Instant startedAt, Instant endedAt) {}

  /**
   * Locks the instance, so that nobody else moves it until this transaction ends. Whoever waited
   * here then reads what the other left behind.
   */
  public Optional<UUID> lock(String processId, String businessKey) {
    return rows.one(
        "select id from workflow_instance where process_id = ? and business_key = ? for update",
        row -> row.getObject(1, UUID.class),
        processId,
        businessKey);
  }

  public void lock(UUID instance) {
    rows.one("select 1 from workflow_instance where id = ? for update", row -> 1, instance);
  }

  /** The open task of this name; ask after {@link #lock}. */
  public Optional<OpenStep> openTask(UUID instance, String task) {
    return rows.one(
        "select engine_ref, engine_task from workflow_step where instance_id = ? and element = ?"
            + " and left_at is null and engine_task is not null order by id limit 1",
        row -> new OpenStep(instance, row.getString(1), row.getString(2)),
        instance,
        task);
  }

  public boolean isOpen(String processId, String businessKey, String task) {
    return rows.one(
            "select 1 from workflow_instance i join workflow_step s on s.instance_id = i.id"
                + " where i.process_id = ? and i.business_key = ? and s.element = ?"
                + " and s.left_at is null and s.engine_task is not null limit 1",
            row -> true,
            processId,
            businessKey,
            task)
        .orElse(false);
  }

  public Optional<Standing> find(String processId, String businessKey) {
    return rows.one(
        "select id, started_at, ended_at from workflow_instance"
            + " where process_id = ? and business_key = ?",
        row -> new Standing(row.getObject(1, UUID.class), instant(row, 2), instant(row, 3)),
        processId,
        businessKey);
  }

  public List<Trail.Step> steps(UUID instance) {
    return rows.list(
        "select element, type, entered_at, left_at, cancelled, due_at, by_account"
            + " from workflow_step where instance_id = ? order by id",
        row ->
            new Trail.Step(
                row.getString(1),
                row.getString(2),
                instant(row, 3),
                instant(row, 4),
                row.getBoolean(5),
                instant(row, 6),
                row.getObject(7, Long.class)),
        instance);
  }

  public List<OpenTask> openTasks(String processId, String businessKey) {
    return rows.list(
        "select "
            + TASK
            + " from workflow_instance i join workflow_step s on s.instance_id = i.id"
            + " where i.process_id = ? and i.business_key = ? and s.left_at is null"
            + " and s.engine_task is not null order by s.due_key, s.id",
        Instances::task,
        processId,
        businessKey);
  }

  /**
   * Puts an asynchronous step that failed for good on the worklist: it then has a team and no task
   * of the engine.
   */
  public void putOnWorklist(
      UUID instance, String element, String form, String team, Instant due, Long assignee) {
    rows.change(
        "update workflow_step set form = ?, team = ?, due_at = ?,"
            + " due_key = coalesce(?::timestamptz, 'infinity'), assignee = ?"
            + " where instance_id = ? and element = ? and engine_ref = ? and left_at is null",
        form,
        team,
        due,
        due,
        assignee,
        instance,
        element,
        StepRecord.AWAIT);
  }

  /** Elements that {@link #putOnWorklist} put there and nobody has taken up since. */
  public List<String> failed(String processId, String businessKey) {
    return rows.list(
        "select s.element from workflow_instance i join workflow_step s on s.instance_id = i.id"
            + " where i.process_id = ? and i.business_key = ? and s.left_at is null"
            + " and s.team is not null and s.engine_task is null order by s.id",
        row -> row.getString(1),
        processId,
        businessKey);
  }

  /** Takes what failed off the worklist; whether there was anything. */
  public boolean takeUp(UUID instance) {
    return rows.change(
            "update workflow_step set form = null, team = null, due_at = null,"
                + " due_key = 'infinity', assignee = null where instance_id = ?"
                + " and left_at is null and team is not null and engine_task is null",
            instance)
        > 0;
  }

  public void retitle(String processId, String businessKey, Sealed subject) {
    rows.change(
        "update workflow_instance set subject_sealed = ? where process_id = ? and business_key = ?",
        subject == null ? null : subject.bytes(),
        processId,
        businessKey);
  }

  public void assign(UUID instance, Long account) {
    rows.change(
        "update workflow_step set assignee = ?"
            + " where instance_id = ? and left_at is null and engine_task is not null",
        account,
        instance);
  }

  public void hideFrom(String businessKey, long account) {
    rows.change(
        "insert into workflow_hidden (account, business_key) values (?, ?) on conflict do nothing",
        account,
        businessKey);
  }

  public void showAgainTo(String businessKey, long account) {
    rows.change(
        "delete from workflow_hidden where account = ? and business_key = ?", account, businessKey);
  }

  /** Instances that this account's worklist does not show: a handful. */
  public UUID[] hiddenFrom(long account) {
    return rows.list(
            "select i.id from workflow_hidden h join workflow_instance i"
                + " on i.business_key = h.business_key where h.account = ?",
            row -> row.getObject(1, UUID.class),
            account)
        .toArray(UUID[]::new);
  }

  public void replan(long step, Instant due, Long assignee) {
    rows.change(
        "update workflow_step set due_at = ?, due_key = coalesce(?::timestamptz, 'infinity'), assignee = ?"
            + " where id = ? and left_at is null",
        due,
        due,
        assignee,
        step);
  }

  /**
   * Tables that hold something of a business key, in the order in which {@link #forget} deletes.
   */
  public static final List<String> OF_A_KEY =
      List.of("workflow_step", "workflow_hidden", "workflow_instance");

  /** Locks all instances of a business key, of whatever picture. */
  public List<UUID> lockAll(String businessKey) {
    return rows.list(
        "select id from workflow_instance where business_key = ? order by id for update",
        row -> row.getObject(1, UUID.class),
        businessKey);
  }

  /** Deletes all instances of a business key with their steps. */
  public void forget(String businessKey) {
    rows.change(
        "delete from workflow_step where instance_id in"
            + " (select id from workflow_instance where business_key = ?)",
        businessKey);
    rows.change("delete from workflow_hidden where business_key = ?", businessKey);
    rows.change("delete from workflow_instance where business_key = ?", businessKey);
  }

  /** Whether no process was ever started. */
  public boolean isEmpty() {
    return rows.one("select 1 from workflow_instance limit 1", row -> row.getInt(1)).isEmpty();
  }

  public long aheadMillis() {
    return rows.one("select ahead_millis from workflow_clock where id = 1", row -> row.getLong(1))
        .orElse(0L);
  }

  public void keepAhead(long millis) {
    rows.change("update workflow_clock set ahead_millis = ? where id = 1", millis);
  }

  public void write(StepBatch batch) {
    rows.with(
        connection -> {
          batch.write(connection);
          return null;
        });
  }

  /** The columns of a row of the worklist, as {@link #task} reads them. */
  static final String TASK =
      "s.id, i.process_id, i.business_key, s.element, s.form, s.team, s.entered_at, s.due_at,"
          + " s.assignee, i.subject_sealed";

  static OpenTask task(ResultSet row) throws SQLException {
    var subject = row.getBytes(10);
    return new OpenTask(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        instant(row, 7),
        instant(row, 8),
        row.getObject(9, Long.class),
        subject == null ? null : Sealed.ofBytes(subject));
  }

  static Instant instant(ResultSet row, int column) throws SQLException {
    var value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
