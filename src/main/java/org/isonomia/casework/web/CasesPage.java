package org.isonomia.casework.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.isonomia.casework.application.FindCases;
import org.isonomia.page.Form;
import org.isonomia.page.Redirect;
import org.isonomia.page.TimeLeft;
import org.isonomia.page.View;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;

/** The list of cases, and the way to one by its number. */
@Path("/casework/cases")
@RequestScoped
public class CasesPage {
  public record Line(FindCases.Line it, String href, TimeLeft left) {}

  /**
   * @param more address of the next page, or {@code null}
   */
  public record Model(FindCases.View view, List<Line> lines, String more, Form form) {}

  @Inject FindCases cases;
  @Inject AppClock clock;

  @GET
  public Object show(
      @QueryParam("list") String list,
      @QueryParam("after") String after,
      @QueryParam("number") String number) {
    var form = Form.empty();
    if (number != null && !number.isBlank()) {
      var typed = number.strip().toUpperCase(Locale.ROOT);
      try {
        return Redirect.to(Acts.address(new CaseNumber(typed))).build();
      } catch (IllegalArgumentException notANumber) {
        form.with("number", number).error("number", "casework.error.number");
      }
    }
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
    var model = new Model(view, page.lines().stream().map(this::line).toList(), more, form);
    return View.of("casework/cases", model).status(form);
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
