package org.isonomia.casework.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.isonomia.access.Actor;
import org.isonomia.access.Permission;
import org.isonomia.casework.application.FindCases;
import org.isonomia.casework.application.FindWork;
import org.isonomia.page.Frame;
import org.isonomia.page.TimeLeft;
import org.isonomia.page.View;
import org.isonomia.shared.AppClock;
import org.isonomia.workflow.Worklist;

/** My work: what waits for me, and for my team, soonest first. */
@Path("/casework")
@RequestScoped
public class WorklistPage {
  /**
   * @param standsInFor name of the colleague whose task it is, while the reader is their deputy
   */
  public record Line(
      String title, String number, String step, String href, TimeLeft left, String standsInFor) {}

  /**
   * @param done what was done just now, or {@code null}
   * @param more address of the next page, or {@code null}
   */
  public record Model(
      String done,
      boolean team,
      List<Line> lines,
      String more,
      Worklist.Counts counts,
      FindCases.Waiting unread,
      FindCases.Waiting silent,
      FindCases.Waiting incomplete) {
    /** How many of the list shown; the ceiling reads "or more". */
    public int count() {
      return team ? counts.team() : counts.mine();
    }
  }

  private static final FindCases.Waiting NOTHING = new FindCases.Waiting(List.of(), 0);

  @Inject FindWork work;
  @Inject FindCases cases;
  @Inject Frame frame;
  @Inject AppClock clock;

  @GET
  public View show(
      @QueryParam("done") String done,
      @QueryParam("list") String list,
      @QueryParam("due") String due,
      @QueryParam("after") String after) {
    boolean team = "team".equals(list);
    var page = work.page(team ? Worklist.View.TEAM : Worklist.View.MINE, key(due, after));
    if (list == null && page.lines().isEmpty()) {
      // nothing is mine yet: what waits for the team is what I can do
      team = true;
      page = work.page(Worklist.View.TEAM, null);
    }
    var lines = page.lines().stream().map(this::line).toList();
    var more =
        page.more() == null
            ? null
            : "/casework?list="
                + (team ? "team" : "mine")
                + (page.more().due() == null ? "" : "&due=" + page.more().due())
                + "&after="
                + page.more().id();
    var first = Permission.READ_CASE.heldBy(Actor.current()) && after == null;
    var unread = first ? cases.unread() : NOTHING;
    var silent = first ? cases.silent() : NOTHING;
    var incomplete = first ? cases.incomplete() : NOTHING;
    return View.of(
        "casework/worklist",
        new Model(
            Set.of("declared", "translated").contains(String.valueOf(done)) ? done : null,
            team,
            lines,
            more,
            page.counts(),
            unread,
            silent,
            incomplete));
  }

  private Line line(FindWork.Line line) {
    var task = line.task();
    return new Line(
        line.title(),
        task.businessKey(),
        Acts.name(frame.t(), task),
        Acts.address(task),
        task.due() == null ? null : TimeLeft.of(clock.instant(), task.due()),
        line.standsInFor());
  }

  /** An address that was tampered with shows the first page. */
  private static Worklist.Key key(String due, String after) {
    try {
      return after == null
          ? null
          : new Worklist.Key(
              due == null || due.isEmpty() ? null : Instant.parse(due), Long.parseLong(after));
    } catch (NumberFormatException | DateTimeParseException nonsense) {
      return null;
    }
  }
}
