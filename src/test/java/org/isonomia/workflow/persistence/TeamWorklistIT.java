package org.isonomia.workflow.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.isonomia.journey.Program;
import org.isonomia.shared.AppClock;
import org.isonomia.workflow.OpenTask;
import org.isonomia.workflow.Worklist.Counts;
import org.isonomia.workflow.Worklist.Key;
import org.isonomia.workflow.Worklist.View;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The worklist on the program's PostgreSQL, in tables like its own that hold these rows only. */
class TeamWorklistIT {
  private static final long ANNA = 7;
  private static final long PIOTR = 8;
  private static final Set<String> HANDLER = Set.of("CASE_HANDLER");
  private static final String HANDLERS = "CASE_HANDLER,COORDINATOR";
  private static final String INTAKE = "INTAKE_OFFICER";

  /** Tuesday, 16 March 2027, ten o'clock in Warsaw. */
  private static final Instant NOW = Instant.parse("2027-03-16T09:00:00Z");

  private static final Duration HOUR = Duration.ofHours(1);

  private final TeamWorklist worklist = new TeamWorklist();
  private final Instances instances = new Instances();
  private UUID instance;
  private int made;

  @BeforeAll
  static void tables() throws SQLException {
    change(
        "drop schema if exists worklist_test cascade; create schema worklist_test;"
            + " create table worklist_test.workflow_instance"
            + " (like isonomia.workflow_instance including all);"
            + " create table worklist_test.workflow_hidden"
            + " (like isonomia.workflow_hidden including all);"
            + " create table worklist_test.workflow_step"
            + " (like isonomia.workflow_step including all)");
  }

  @AfterAll
  static void noTables() throws SQLException {
    change("drop schema if exists worklist_test cascade");
  }

  @BeforeEach
  void empty() throws SQLException {
    change(
        "truncate worklist_test.workflow_instance, worklist_test.workflow_step,"
            + " worklist_test.workflow_hidden");
    var clock = new AppClock();
    clock.freeze(NOW);
    var rows = new Rows();
    rows.source =
        (DataSource)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> connection());
    worklist.rows = rows;
    worklist.clock = clock;
    instances.rows = rows;
    worklist.instances = instances;
    instance = UUID.randomUUID();
    rows.change(
        "insert into workflow_instance (id, process_id, business_key, started_at)"
            + " values (?, 'complaintHandling', 'ET-2027-00001', ?)",
        instance,
        NOW);
  }

  @Test
  void what_is_overdue_stands_first_and_what_has_no_clock_last() {
    open("later", HANDLERS, NOW.plus(HOUR), null);
    open("whenever", HANDLERS, null, null);
    open("overdue", HANDLERS, NOW.minus(HOUR), null);
    open("long overdue", HANDLERS, NOW.minus(HOUR.multipliedBy(99)), null);
    open("tomorrow", HANDLERS, NOW.plus(HOUR.multipliedBy(24)), null);

    assertThat(names(View.TEAM, ANNA, HANDLER))
        .containsExactly("long overdue", "overdue", "later", "tomorrow", "whenever");
    assertThat(worklist.counts(ANNA, HANDLER)).isEqualTo(new Counts(0, 5, 2, 1));
  }

  @Test
  void what_is_due_today_ends_with_the_day_of_the_city() {
    open("last minute", HANDLERS, Instant.parse("2027-03-16T22:59:00Z"), null);
    open("midnight in Warsaw", HANDLERS, Instant.parse("2027-03-16T23:00:00Z"), null);
    assertThat(worklist.counts(ANNA, HANDLER).dueToday()).isEqualTo(1);
  }

  @Test
  void mine_is_what_was_given_to_me_whatever_its_team_and_the_team_sees_it_too() {
    open("mine", HANDLERS, NOW, ANNA);
    open("mine as well", INTAKE, NOW.plus(HOUR), ANNA);
    open("a colleague's", HANDLERS, NOW.plus(HOUR), PIOTR);
    open("nobody's", HANDLERS, NOW.plus(HOUR.multipliedBy(2)), null);
    open("of another team", INTAKE, NOW, null);

    assertThat(names(View.MINE, ANNA, HANDLER)).containsExactly("mine", "mine as well");
    assertThat(names(View.TEAM, ANNA, HANDLER))
        .containsExactly("mine", "a colleague's", "nobody's");
    assertThat(worklist.counts(ANNA, HANDLER)).isEqualTo(new Counts(2, 3, 0, 3));
  }

  @Test
  void several_roles_reach_several_teams_and_each_task_once() {
    open("handlers", HANDLERS, NOW.plus(HOUR), null);
    open("intake", INTAKE, NOW, null);
    open("lawyer", "LAWYER", NOW, null);
    assertThat(names(View.TEAM, ANNA, Set.of("CASE_HANDLER", "COORDINATOR", "INTAKE_OFFICER")))
        .containsExactly("intake", "handlers");
  }

  @Test
  void who_has_none_of_the_roles_sees_nothing_and_counts_nothing() {
    open("handlers", HANDLERS, NOW, null);
    for (Set<String> roles :
        List.of(Set.<String>of(), Set.of("ANALYST"), Set.of("CASE_HANDLER,COORDINATOR"))) {
      assertThat(names(View.TEAM, PIOTR, roles)).isEmpty();
      assertThat(names(View.MINE, PIOTR, roles)).isEmpty();
      assertThat(worklist.counts(PIOTR, roles)).isEqualTo(new Counts(0, 0, 0, 0));
    }
  }

  @Test
  void what_is_hidden_from_somebody_is_in_none_of_their_lists_and_counts() {
    open("mine", HANDLERS, NOW.minus(HOUR), ANNA);
    open("the team's", HANDLERS, NOW, null);
    instances.hideFrom("ET-2027-00001", ANNA);
    instances.hideFrom("ET-2027-00001", ANNA);
    for (var view : View.values()) {
      assertThat(names(view, ANNA, HANDLER)).isEmpty();
    }
    assertThat(worklist.counts(ANNA, HANDLER)).isEqualTo(new Counts(0, 0, 0, 0));
    assertThat(names(View.TEAM, PIOTR, HANDLER)).containsExactly("mine", "the team's");
    assertThat(worklist.counts(PIOTR, HANDLER)).isEqualTo(new Counts(0, 2, 1, 1));

    instances.showAgainTo("ET-2027-00001", ANNA);
    assertThat(names(View.MINE, ANNA, HANDLER)).containsExactly("mine");
    assertThat(worklist.counts(ANNA, HANDLER)).isEqualTo(new Counts(1, 2, 1, 1));
  }

  @Test
  void what_was_done_is_gone() {
    open("done", HANDLERS, NOW, ANNA);
    worklist.rows.change("update workflow_step set left_at = ?", NOW);
    assertThat(names(View.TEAM, ANNA, HANDLER)).isEmpty();
    assertThat(names(View.MINE, ANNA, HANDLER)).isEmpty();
  }

  @Test
  void pages_follow_one_another_without_a_gap_or_a_repeat() {
    var all = new ArrayList<String>();
    for (int i = 0; i < 60; i++) {
      // three at the same moment, moments a millionth of a second apart, the last ten without one
      var due = i < 50 ? NOW.plusNanos(i / 3 * 1000L) : null;
      all.add(open("task " + i, i % 2 == 0 ? HANDLERS : INTAKE, due, ANNA));
    }
    for (var view : View.values()) {
      var seen = new ArrayList<String>();
      var sizes = new ArrayList<Integer>();
      Key after = null;
      do {
        var page = worklist.page(view, ANNA, Set.of("CASE_HANDLER", "INTAKE_OFFICER"), after, 25);
        page.tasks().forEach(task -> seen.add(task.task()));
        sizes.add(page.tasks().size());
        after = page.more();
      } while (after != null);
      assertThat(seen).containsExactlyElementsOf(all);
      assertThat(sizes).containsExactly(25, 25, 10);
    }
  }

  @Test
  void a_full_last_page_promises_no_other() {
    open("one", HANDLERS, NOW, null);
    open("two", HANDLERS, NOW, null);
    assertThat(worklist.page(View.TEAM, ANNA, HANDLER, null, 2).more()).isNull();
    assertThat(worklist.page(View.TEAM, ANNA, HANDLER, null, 1).more()).isNotNull();
  }

  @Test
  void counting_stops_at_the_ceiling() throws SQLException {
    change(
        "insert into worklist_test.workflow_step (instance_id, element, type, engine_ref,"
            + " engine_task, form, team, due_key, assignee, entered_at) select '"
            + instance
            + "', 'x', 'userTask', n::text, n::text, 'casework/x', '"
            + HANDLERS
            + "', '2027-03-01', "
            + ANNA
            + ", now() from generate_series(1, 1500) n");
    assertThat(worklist.counts(ANNA, HANDLER)).isEqualTo(new Counts(1000, 1000, 1000, 0));
  }

  @Test
  void a_step_that_failed_for_good_is_a_task_until_somebody_takes_it_up() {
    worklist.rows.change(
        "insert into workflow_step (instance_id, element, type, engine_ref, entered_at)"
            + " values (?, 'sendInvitation', 'serviceTask', 'await', ?)",
        instance,
        NOW);
    assertThat(names(View.TEAM, ANNA, HANDLER)).isEmpty();

    instances.putOnWorklist(instance, "sendInvitation", "referral/send-again", HANDLERS, NOW, ANNA);
    assertThat(names(View.TEAM, ANNA, HANDLER)).containsExactly("sendInvitation");
    assertThat(names(View.MINE, ANNA, HANDLER)).containsExactly("sendInvitation");
    assertThat(instances.failed("complaintHandling", "ET-2027-00001"))
        .containsExactly("sendInvitation");
    assertThat(instances.openTasks("complaintHandling", "ET-2027-00001"))
        .as("nothing that a person completes")
        .isEmpty();

    assertThat(instances.takeUp(instance)).isTrue();
    assertThat(instances.takeUp(instance)).as("of two at once the second").isFalse();
    assertThat(names(View.TEAM, ANNA, HANDLER)).isEmpty();
  }

  private List<String> names(View view, long account, Set<String> roles) {
    return worklist.page(view, account, roles, null, 100).tasks().stream()
        .map(OpenTask::task)
        .toList();
  }

  private String open(String element, String team, Instant due, Long assignee) {
    var ref = "ref-" + made++;
    worklist.rows.change(
        "insert into workflow_step (instance_id, element, type, engine_ref, engine_task, form,"
            + " team, due_at, due_key, assignee, entered_at) values (?, ?, 'userTask', ?, ?,"
            + " 'casework/x', ?, ?, coalesce(?::timestamptz, 'infinity'), ?, ?)",
        instance,
        element,
        ref,
        ref,
        team,
        due,
        due,
        assignee,
        NOW);
    return element;
  }

  private static Connection connection() throws SQLException {
    var connection = Program.shared().database();
    try (var statement = connection.createStatement()) {
      statement.execute("set search_path = worklist_test");
    }
    return connection;
  }

  private static void change(String sql) throws SQLException {
    try (var connection = Program.shared().database();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
