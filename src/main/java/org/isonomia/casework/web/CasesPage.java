package org.isonomia.casework.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.isonomia.casework.application.FindCases;
import org.isonomia.casework.domain.MatterStatus;
import org.isonomia.intake.Reports;
import org.isonomia.page.Choice;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Redirect;
import org.isonomia.page.TimeLeft;
import org.isonomia.page.View;
import org.isonomia.partner.Directory;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;

/**
 * The list of cases, the way to one by its number, and a search. What somebody looks for is posted
 * and never stands in an address.
 */
@Path("/casework/cases")
@RequestScoped
public class CasesPage {
  public record Line(FindCases.Line it, String href, TimeLeft left) {}

  /** What the search offers to choose from. */
  public record Offered(
      List<Choice> grounds, List<Choice> areas, List<Choice> statuses, List<Choice> institutions) {}

  /**
   * @param more address of the next page, or {@code null}
   * @param found {@code null} on the plain list
   */
  public record Model(
      FindCases.View view,
      List<Line> lines,
      String more,
      Form form,
      FindCases.Found found,
      Offered offered) {}

  private static final int LONGEST_WORDS = 200;

  @Inject FindCases cases;
  @Inject Reports reports;
  @Inject Directory directory;
  @Inject Frame frame;
  @Inject AppClock clock;

  @GET
  public View show(@QueryParam("list") String list, @QueryParam("after") String after) {
    return list(list, after, Form.empty());
  }

  @POST
  public Object find(Form form) {
    if (!form.isBlank("number")) {
      try {
        var typed = form.stripped("number").toUpperCase(Locale.ROOT);
        return Redirect.to(Acts.address(new CaseNumber(typed))).build();
      } catch (IllegalArgumentException notANumber) {
        form.error("number", "casework.error.number");
      }
    }
    var from = day(form, "from");
    var to = day(form, "to");
    if (form.value("words").length() > LONGEST_WORDS) {
      form.error("words", "casework.error.tooLong");
    }
    if (form.hasErrors()) {
      return list(null, null, form).status(form);
    }
    var offered = offered();
    var status = chosen(form, "status", offered.statuses());
    var found =
        cases.search(
            new FindCases.Wanted(
                chosen(form, "ground", offered.grounds()),
                chosen(form, "area", offered.areas()),
                status == null ? null : MatterStatus.valueOf(status),
                from,
                to,
                key(chosen(form, "institution", offered.institutions())),
                form.value("words")));
    return View.of(
        "casework/cases",
        new Model(
            null, found.lines().stream().map(this::line).toList(), null, form, found, offered));
  }

  private View list(String list, String after, Form form) {
    var view =
        Arrays.stream(FindCases.View.values())
            .filter(v -> v.name().equalsIgnoreCase(list))
            .findFirst()
            .orElse(FindCases.View.OPEN);
    var page = cases.page(view, key(after));
    var more =
        page.more() == null
            ? null
            : "/casework/cases?list="
                + view.name().toLowerCase(Locale.ROOT)
                + "&after="
                + page.more();
    return View.of(
        "casework/cases",
        new Model(
            view, page.lines().stream().map(this::line).toList(), more, form, null, offered()));
  }

  private Offered offered() {
    var t = frame.t();
    return new Offered(
        t.choices("ground", reports.grounds()),
        t.choices("area", reports.areas()),
        Arrays.stream(MatterStatus.values())
            .map(s -> Choice.of(s.name(), t.t("casework.status." + s)))
            .toList(),
        Shared.institutions(directory.all()));
  }

  /** What was chosen, if it was offered; else {@code null}. */
  private static String chosen(Form form, String field, List<Choice> offered) {
    return offered.stream()
        .map(Choice::value)
        .filter(value -> form.has(field, value))
        .findFirst()
        .orElse(null);
  }

  private static LocalDate day(Form form, String field) {
    var date = form.date(field);
    if (date.isEmpty() && !form.isDateBlank(field)) {
      form.error(field, "casework.error.foundDay");
    }
    return date.orElse(null);
  }

  private Line line(FindCases.Line line) {
    return new Line(
        line,
        Acts.address(line.number()),
        line.due() == null ? null : TimeLeft.of(clock.instant(), line.due()));
  }

  private static Long key(String after) {
    try {
      return after == null ? null : Long.valueOf(after);
    } catch (NumberFormatException nonsense) {
      return null;
    }
  }
}
