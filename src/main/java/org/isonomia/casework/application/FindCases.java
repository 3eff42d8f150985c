package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.People;
import org.isonomia.access.Permission;
import org.isonomia.casework.domain.Case;
import org.isonomia.casework.domain.Deadline;
import org.isonomia.casework.domain.MatterStatus;
import org.isonomia.casework.domain.Priority;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;

/** The cases of the office, newest first; a case handler's list holds what they may open. */
@ApplicationScoped
@Transactional
public class FindCases {
  /** Which cases. */
  public enum View {
    OPEN,
    MINE,
    CLOSED
  }

  /**
   * One line of the list.
   *
   * @param due the next date that presses, or {@code null}
   */
  public record Line(
      CaseNumber number,
      String title,
      MatterStatus status,
      Priority priority,
      Instant openedAt,
      String assignee,
      Instant due) {}

  /**
   * @param more key of the next page, or {@code null} at the end
   */
  public record Page(List<Line> lines, Long more) {}

  /**
   * What waits for somebody, the longest first.
   *
   * @param more how many wait beside those lines
   */
  public record Waiting(List<Line> lines, long more) {
    public boolean isEmpty() {
      return lines.isEmpty();
    }

    public long count() {
      return lines.size() + more;
    }
  }

  private static final int SIZE = 25;

  /** A case does not exist for whoever is kept out of it. */
  private static final String NOT_KEPT_OUT =
      "not exists (select k from CaseConflict k where k.of = c and k.account = :me"
          + " and k.endedAt is null)";

  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  @Inject Vault vault;
  @Inject People people;
  @Inject AppClock clock;

  /**
   * @param after where the last page ended; {@code null} for the first
   */
  @Allowed(Permission.READ_CASE)
  public Page page(View view, Long after) {
    var actor = Actor.current();
    var where = new ArrayList<String>();
    where.add(NOT_KEPT_OUT);
    where.add(view == View.CLOSED ? "c.closedAt is not null" : "c.closedAt is null");
    if (view == View.MINE) {
      where.add("c.assignee = :me");
    } else if (!Register.seesAll(actor)) {
      where.add("(c.assignee is null or c.assignee = :me)");
    }
    if (after != null) {
      where.add("c.id < :after");
    }
    var query =
        em.createQuery(
            "select c from CaseFile c where " + String.join(" and ", where) + " order by c.id desc",
            Case.class);
    query.setParameter("me", actor.accountId());
    if (after != null) {
      query.setParameter("after", after);
    }
    return page(query.setMaxResults(SIZE + 1));
  }

  /** Cases in which a reporter wrote and nobody has read it yet, the longest waiting first. */
  @Allowed(Permission.READ_CASE)
  public Waiting unread() {
    return waiting("c.reporterWroteAt is not null", "c.reporterWroteAt, c.id", Map.of());
  }

  /**
   * Cases whose reporter has not answered a question in the time that clock REPORTER_SILENCE gives:
   * they may be closed as NO_CONTACT. Not those that a partner or the Council has now. The longest
   * silent first.
   */
  @Allowed(Permission.READ_CASE)
  public Waiting silent() {
    return waiting(
        "c.closedAt is null and exists (select d"
            + " from c.matters m join m.deadlines d where d.clock = 'REPORTER_SILENCE'"
            + " and d.state = :running and d.dueAt <= :now and m.status in :concluding)",
        "c.touchedAt, c.id",
        Map.of(
            "running",
            Deadline.State.RUNNING,
            "now",
            clock.instant(),
            "concluding",
            MatterStatus.concluding()));
  }

  private Waiting waiting(String where, String order, Map<String, Object> facts) {
    var actor = Actor.current();
    var all = new TreeMap<>(facts);
    var theirs = where + " and " + NOT_KEPT_OUT;
    all.put("me", actor.accountId());
    if (!Register.seesAll(actor)) {
      theirs += " and (c.assignee is null or c.assignee = :me)";
    }
    var query =
        em.createQuery(
            "select c from CaseFile c where " + theirs + " order by " + order, Case.class);
    all.forEach(query::setParameter);
    var page = page(query.setMaxResults(SIZE + 1));
    if (page.more() == null) {
      return new Waiting(page.lines(), 0);
    }
    var count = em.createQuery("select count(c) from CaseFile c where " + theirs, Long.class);
    all.forEach(count::setParameter);
    return new Waiting(page.lines(), count.getSingleResult() - page.lines().size());
  }

  private Page page(TypedQuery<Case> query) {
    // two further queries for the whole page, not two for each line
    var found =
        query
            .setHint("eclipselink.batch.type", "IN")
            .setHint("eclipselink.batch", "c.matters")
            .setHint("eclipselink.batch", "c.matters.deadlines")
            .getResultList();
    var shown = found.size() > SIZE ? found.subList(0, SIZE) : found;
    var names = new TreeMap<Long, String>();
    return new Page(
        shown.stream().map(file -> line(file, names)).toList(),
        found.size() > SIZE ? shown.get(SIZE - 1).id() : null);
  }

  private Line line(Case file, Map<Long, String> names) {
    return new Line(
        file.number(),
        vault.openIfMine(file.number().value(), "title", file.title()),
        file.lead().status(),
        file.priority(),
        file.openedAt(),
        file.assignee() == null
            ? null
            : names.computeIfAbsent(
                file.assignee(), id -> people.find(id).map(People.Person::name).orElse("")),
        file.running().stream().map(Deadline::dueAt).findFirst().orElse(null));
  }
}
