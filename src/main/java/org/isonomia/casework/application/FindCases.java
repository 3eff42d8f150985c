package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
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
import org.isonomia.casework.domain.Spelling;
import org.isonomia.intake.Reports;
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
   * What somebody looks for; {@code null} and blank is anything.
   *
   * @param ground code of the vocabulary
   * @param area code of the vocabulary
   * @param from first day on which it was reported, the city's
   * @param to last day
   * @param institution key of the organisation it is about
   * @param words each must stand in the title or in what the reporter told
   */
  public record Wanted(
      String ground,
      String area,
      MatterStatus status,
      LocalDate from,
      LocalDate to,
      Long institution,
      String words) {
    @Override
    public String toString() {
      return "Wanted";
    }
  }

  /**
   * @param more whether there are older ones that are not shown
   * @param looked in how many cases words were looked for; 0 when none were
   */
  public record Found(List<Line> lines, boolean more, int looked) {}

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

  /** Most cases that one search shows. */
  private static final int MOST_FOUND = 100;

  /** In how many cases words are looked for: each must be opened for it. */
  public static final int MOST_OPENED = 200;

  /** A case does not exist for whoever is kept out of it. */
  private static final String NOT_KEPT_OUT =
      "not exists (select k from CaseConflict k where k.of = c and k.account = :me"
          + " and k.endedAt is null)";

  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  @Inject Vault vault;
  @Inject Reports reports;
  @Inject People people;
  @Inject AppClock clock;

  /**
   * @param after where the last page ended; {@code null} for the first
   */
  @Allowed(value = Permission.READ_CASE, trace = Allowed.Trace.NONE)
  public Page page(View view, Long after) {
    var actor = Actor.current();
    var where = new ArrayList<String>();
    where.add(NOT_KEPT_OUT);
    where.add(view == View.CLOSED ? "c.closedAt is not null" : "c.closedAt is null");
    var all = view != View.MINE && Register.seesAll(actor);
    if (view == View.MINE) {
      where.add("c.assignee in :mine");
    } else if (!all) {
      where.add("(c.assignee is null or c.assignee in :mine)");
    }
    if (after != null) {
      where.add("c.id < :after");
    }
    var query =
        em.createQuery(
            "select c from CaseFile c where " + String.join(" and ", where) + " order by c.id desc",
            Case.class);
    query.setParameter("me", actor.accountId());
    if (!all) {
      query.setParameter("mine", mine(actor));
    }
    if (after != null) {
      query.setParameter("after", after);
    }
    return page(query.setMaxResults(SIZE + 1));
  }

  /**
   * Cases that fit, newest first, among those that who acts may open. Words lie sealed in each case
   * under its own keys, so they are found only by opening: in the newest {@link #MOST_OPENED} that
   * fit otherwise and that this person holds keys of.
   */
  @Allowed(value = Permission.READ_CASE, trace = Allowed.Trace.NONE)
  public Found search(Wanted wanted) {
    var actor = Actor.current();
    var where = new ArrayList<String>();
    var facts = new TreeMap<String, Object>();
    where.add(NOT_KEPT_OUT);
    facts.put("me", actor.accountId());
    if (!Register.seesAll(actor)) {
      where.add("(c.assignee is null or c.assignee in :mine)");
      facts.put("mine", mine(actor));
    }
    if (wanted.ground() != null) {
      where.add("c.grounds like :ground");
      // an underscore stands for any letter here, which no two codes make use of
      facts.put("ground", "%," + wanted.ground() + ",%");
    }
    if (wanted.area() != null) {
      where.add("c.area = :area");
      facts.put("area", wanted.area());
    }
    if (wanted.status() != null) {
      where.add("exists (select m from c.matters m where m.status = :status)");
      facts.put("status", wanted.status());
    }
    if (wanted.from() != null) {
      where.add("c.openedAt >= :from");
      facts.put("from", wanted.from().atStartOfDay(AppClock.CITY).toInstant());
    }
    if (wanted.to() != null) {
      where.add("c.openedAt < :to");
      facts.put("to", wanted.to().plusDays(1).atStartOfDay(AppClock.CITY).toInstant());
    }
    if (wanted.institution() != null) {
      where.add("c.respondentInstitution = :institution");
      facts.put("institution", wanted.institution());
    }
    var query =
        em.createQuery(
            "select c from CaseFile c where " + String.join(" and ", where) + " order by c.id desc",
            Case.class);
    facts.forEach(query::setParameter);
    var words = wanted.words() == null ? List.<String>of() : Spelling.words(wanted.words());
    if (words.isEmpty()) {
      return found(batched(query.setMaxResults(MOST_FOUND + 1)), 0);
    }
    return withWords(batched(query.setMaxResults(2 * MOST_OPENED)), words);
  }

  private Found withWords(List<Case> fitting, List<String> words) {
    var told = reports.narratives(fitting.stream().map(Case::number).toList());
    var mine =
        fitting.stream().filter(c -> told.containsKey(c.number())).limit(MOST_OPENED).toList();
    return found(
        mine.stream()
            .filter(c -> Spelling.holds(title(c) + " " + told.get(c.number()), words))
            .toList(),
        mine.size());
  }

  private Found found(List<Case> all, int looked) {
    vault.prepare(all.stream().map(c -> c.number().value()).toList());
    var names = new TreeMap<Long, String>();
    return new Found(
        all.stream().limit(MOST_FOUND).map(file -> line(file, names)).toList(),
        all.size() > MOST_FOUND,
        looked);
  }

  /** Cases in which a reporter wrote and nobody has read it yet, the longest waiting first. */
  @Allowed(value = Permission.READ_CASE, trace = Allowed.Trace.NONE)
  public Waiting unread() {
    return waiting("c.reporterWroteAt is not null", "c.reporterWroteAt, c.id", Map.of());
  }

  /**
   * Cases whose reporter has not answered a question in the time that clock REPORTER_SILENCE gives:
   * they may be closed as NO_CONTACT. Not those that a partner or the Council has now. The longest
   * silent first.
   */
  @Allowed(value = Permission.READ_CASE, trace = Allowed.Trace.NONE)
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

  /**
   * Cases with a formal matter that was not completed in the time that clock SUPPLEMENT_8 gives:
   * somebody decides whether it is left without examination. The longest waiting first.
   */
  @Allowed(value = Permission.READ_CASE, trace = Allowed.Trace.NONE)
  public Waiting incomplete() {
    return waiting(
        "c.closedAt is null and exists (select d"
            + " from c.matters m join m.deadlines d where d.clock = '"
            + Deadline.SUPPLEMENT
            + "' and d.state = :running and d.dueAt <= :now)",
        "c.touchedAt, c.id",
        Map.of("running", Deadline.State.RUNNING, "now", clock.instant()));
  }

  /** Whose cases are this person's: their own, and those of whom they stand in for. */
  private static List<Long> mine(Actor actor) {
    var mine = new ArrayList<>(actor.standsInFor());
    mine.add(actor.accountId());
    return mine;
  }

  private Waiting waiting(String where, String order, Map<String, Object> facts) {
    var actor = Actor.current();
    var all = new TreeMap<>(facts);
    var theirs = where + " and " + NOT_KEPT_OUT;
    all.put("me", actor.accountId());
    if (!Register.seesAll(actor)) {
      theirs += " and (c.assignee is null or c.assignee in :mine)";
      all.put("mine", mine(actor));
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
    var found = batched(query);
    var shown = found.size() > SIZE ? found.subList(0, SIZE) : found;
    vault.prepare(shown.stream().map(c -> c.number().value()).toList());
    var names = new TreeMap<Long, String>();
    return new Page(
        shown.stream().map(file -> line(file, names)).toList(),
        found.size() > SIZE ? shown.get(SIZE - 1).id() : null);
  }

  /** Two further queries for the whole page, not two for each line. */
  private static List<Case> batched(TypedQuery<Case> query) {
    return query
        .setHint("eclipselink.batch.type", "IN")
        .setHint("eclipselink.batch", "c.matters")
        .setHint("eclipselink.batch", "c.matters.deadlines")
        .getResultList();
  }

  /** {@code null} for somebody who holds no key of the case. */
  private String title(Case file) {
    return vault.openIfMine(file.number().value(), "title", file.title());
  }

  private Line line(Case file, Map<Long, String> names) {
    return new Line(
        file.number(),
        title(file),
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
