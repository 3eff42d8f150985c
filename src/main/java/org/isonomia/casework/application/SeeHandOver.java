package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.People;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.casework.domain.Case;
import org.isonomia.casework.domain.Deadline;
import org.isonomia.casework.domain.MatterStatus;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.CaseNumber;

/** Whose cases there are to hand over, and who could go on with each. */
@ApplicationScoped
@Transactional
public class SeeHandOver {
  /** Somebody with open cases. */
  public record Holder(long account, String name, long cases) {}

  /**
   * One open case.
   *
   * @param due the next date that presses, or {@code null}
   * @param colleagues who may go on with it: case handlers who hold its keys and are not kept out
   */
  public record Line(
      CaseNumber number,
      String title,
      MatterStatus status,
      Instant due,
      List<People.Person> colleagues) {}

  /**
   * @param colleagues who may be given any of them
   * @param apart open cases of theirs that who reads this is kept out of: somebody else hands them
   *     over
   * @param more whether there are more than are shown; they come when these are given
   */
  public record Theirs(
      long account,
      String name,
      List<Line> lines,
      List<People.Person> colleagues,
      long apart,
      boolean more) {}

  private static final int SHOWN = 100;

  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  @Inject People people;
  @Inject OfficeTeam office;
  @Inject Vault vault;

  /** Everybody who has open cases, also those whose account is closed. */
  @Allowed(value = Permission.HAND_OVER, trace = Allowed.Trace.NONE)
  public List<Holder> holders() {
    return em.createQuery(
            "select c.assignee, count(c) from CaseFile c where c.assignee is not null"
                + " and c.closedAt is null group by c.assignee",
            Object[].class)
        .getResultStream()
        .map(row -> new Holder((Long) row[0], name((Long) row[0]), (Long) row[1]))
        .sorted(Comparator.comparing(Holder::name))
        .toList();
  }

  @Allowed(value = Permission.HAND_OVER, trace = Allowed.Trace.NONE)
  public Theirs of(long account) {
    var me = Actor.current().accountId();
    var all =
        em.createQuery(
                "select c from CaseFile c where c.assignee = :account and c.closedAt is null"
                    + " order by c.id",
                Case.class)
            .setParameter("account", account)
            .setMaxResults(SHOWN + 1)
            .getResultList();
    var shown = all.stream().limit(SHOWN).filter(file -> !file.isKeptOut(me)).toList();
    var handlers =
        people.withRole(Role.CASE_HANDLER).stream()
            .filter(person -> person.accountId() != account)
            .toList();
    vault.prepare(shown.stream().map(file -> file.number().value()).toList());
    return new Theirs(
        account,
        name(account),
        shown.stream().map(file -> line(file, handlers)).toList(),
        handlers,
        all.stream().limit(SHOWN).filter(file -> file.isKeptOut(me)).count(),
        all.size() > SHOWN);
  }

  private Line line(Case file, List<People.Person> handlers) {
    var readers = office.readersOf(file.number());
    return new Line(
        file.number(),
        vault.openIfMine(file.number().value(), "title", file.title()),
        file.lead().status(),
        file.running().stream().map(Deadline::dueAt).findFirst().orElse(null),
        handlers.stream()
            .filter(person -> readers.contains(person.accountId()))
            .filter(person -> !file.isKeptOut(person.accountId()))
            .toList());
  }

  private String name(long account) {
    return people.find(account).map(People.Person::name).orElse("");
  }
}
