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

  private static final int SIZE = 25;

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
    if (view == View.MINE || !Register.seesAll(actor)) {
      query.setParameter("me", actor.accountId());
    }
    if (after != null) {
      query.setParameter("after", after);
    }
    return page(query.setMaxResults(SIZE + 1));
  }

  /** Cases in which a reporter wrote and nobody has read it yet, the longest waiting first. */
  @Allowed(Permission.READ_CASE)
  public List<Line> unread() {
    var actor = Actor.current();
    var query =
        em.createQuery(
            "select c from CaseFile c where c.reporterWroteAt is not null"
                + (Register.seesAll(actor) ? "" : " and (c.assignee is null or c.assignee = :me)")
                + " order by c.reporterWroteAt",
            Case.class);
    if (!Register.seesAll(actor)) {
      query.setParameter("me", actor.accountId());
    }
    return page(query.setMaxResults(SIZE)).lines();
  }

  /**
   * Cases whose reporter has not answered a question in the time that clock REPORTER_SILENCE gives:
   * they may be closed as NO_CONTACT. The longest silent first.
   */
  @Allowed(Permission.READ_CASE)
  public List<Line> silent() {
    var actor = Actor.current();
    var query =
        em.createQuery(
                "select c from CaseFile c where c.closedAt is null and exists (select d"
                    + " from c.matters m join m.deadlines d where d.clock = 'REPORTER_SILENCE'"
                    + " and d.state = :running and d.dueAt <= :now)"
                    + (Register.seesAll(actor)
                        ? ""
                        : " and (c.assignee is null or c.assignee = :me)")
                    + " order by c.touchedAt",
                Case.class)
            .setParameter("running", Deadline.State.RUNNING)
            .setParameter("now", clock.instant());
    if (!Register.seesAll(actor)) {
      query.setParameter("me", actor.accountId());
    }
    return page(query.setMaxResults(SIZE)).lines();
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
        vault.open(file.number().value(), "title", file.title()),
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
