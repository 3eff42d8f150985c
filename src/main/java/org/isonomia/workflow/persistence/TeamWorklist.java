package org.isonomia.workflow.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.isonomia.shared.AppClock;
import org.isonomia.workflow.OpenTask;
import org.isonomia.workflow.Worklist;

/**
 * The worklist from one partial index per view. A task lies under its team (the sorted roles of the
 * picture): there are a dozen teams, however many tasks. A page finds the teams by hopping through
 * the index, takes the first rows of each that the reader's roles reach, and merges them. Limits
 * stand in the statement: as parameters, PostgreSQL's plan for any value reads the whole table once
 * there are many tasks.
 */
@ApplicationScoped
public class TeamWorklist implements Worklist {
  private static final Instant BEFORE_ALL = Instant.EPOCH;

  /** The teams that have an open task, by a loose walk along the index, and are the reader's. */
  private static final String TEAMS =
      "with recursive hop(team) as ("
          + "(select team from workflow_step where left_at is null and team is not null"
          + " order by team limit 1) union all"
          + " select (select s.team from workflow_step s where s.left_at is null"
          + " and s.team is not null and s.team > hop.team order by s.team limit 1)"
          + " from hop where hop.team is not null),"
          + " mine(team) as (select team from hop where team is not null"
          + " and string_to_array(team, ',') && ?) ";

  /** Not what is hidden from the reader; the few instances are asked for first. */
  private static final String SHOWN = " and instance_id <> all (?)";

  @Inject Rows rows;
  @Inject Instances instances;
  @Inject AppClock clock;

  @Override
  public Page page(
      View view, long accountId, Set<Long> standsInFor, Set<String> roles, Key after, int size) {
    boolean fromStart = after == null;
    var due = fromStart ? BEFORE_ALL : after.due();
    long id = fromStart ? 0 : after.id();
    // one row more than asked tells whether there is another page
    var hidden = instances.hiddenFrom(accountId);
    var tasks =
        view == View.MINE
            ? mine(all(accountId, standsInFor), hidden, due, id, size + 1)
            : team(roles, hidden, due, id, size + 1);
    if (tasks.size() <= size) {
      return new Page(tasks, null);
    }
    var last = tasks.get(size - 1);
    return new Page(List.copyOf(tasks.subList(0, size)), new Key(last.due(), last.id()));
  }

  private static Long[] all(long accountId, Set<Long> standsInFor) {
    return Stream.concat(Stream.of(accountId), standsInFor.stream()).toArray(Long[]::new);
  }

  /** One walk along the index for each account; whoever stands in for nobody has one. */
  private List<OpenTask> mine(Long[] accounts, UUID[] hidden, Instant due, long id, int limit) {
    return rows.list(
        "select "
            + Instances.TASK
            + " from (select t.* from unnest(?) a(account) cross join lateral (select * from"
            + " workflow_step w where w.left_at is null and w.assignee = a.account"
            + SHOWN
            + " and (w.due_key, w.id) > (coalesce(?::timestamptz, 'infinity'), ?)"
            + " order by w.due_key, w.id limit "
            + limit
            + ") t order by t.due_key, t.id limit "
            + limit
            + ") s join workflow_instance i on i.id = s.instance_id"
            + " order by s.due_key, s.id",
        Instances::task,
        accounts,
        hidden,
        due,
        id);
  }

  private List<OpenTask> team(Set<String> roles, UUID[] hidden, Instant due, long id, int limit) {
    return rows.list(
        TEAMS
            + "select "
            + Instances.TASK
            + " from (select t.* from mine cross join lateral (select * from workflow_step w"
            + " where w.left_at is null and w.team is not null and w.team = mine.team"
            + SHOWN
            + " and (w.due_key, w.id) > (coalesce(?::timestamptz, 'infinity'), ?)"
            + " order by w.due_key, w.id limit "
            + limit
            + ") t order by t.due_key, t.id limit "
            + limit
            + ") s join workflow_instance i on i.id = s.instance_id order by s.due_key, s.id",
        Instances::task,
        roles.toArray(String[]::new),
        hidden,
        due,
        id);
  }

  @Override
  public Counts counts(long accountId, Set<Long> standsInFor, Set<String> roles) {
    var hidden = instances.hiddenFrom(accountId);
    var now = clock.instant();
    var tomorrow =
        LocalDate.ofInstant(now, AppClock.CITY).plusDays(1).atStartOfDay(AppClock.CITY).toInstant();
    return rows.one(
            TEAMS
                + "select "
                + "(select count(*) from (select 1 from workflow_step where left_at is null"
                + " and assignee = any(?)"
                + SHOWN
                + " limit "
                + CEILING
                + ") m), "
                + ofTeam("")
                + ", "
                + ofTeam(" and w.due_key < ?")
                + ", "
                + ofTeam(" and w.due_key >= ? and w.due_key < ?"),
            row -> new Counts(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)),
            roles.toArray(String[]::new),
            all(accountId, standsInFor),
            hidden,
            hidden,
            hidden,
            now,
            hidden,
            now,
            tomorrow)
        .orElseThrow();
  }

  private static String ofTeam(String condition) {
    return "(select count(*) from (select 1 from mine cross join lateral"
        + " (select 1 from workflow_step w where w.left_at is null and w.team is not null"
        + " and w.team = mine.team"
        + SHOWN
        + condition
        + " limit "
        + CEILING
        + ") t limit "
        + CEILING
        + ") c)";
  }
}
