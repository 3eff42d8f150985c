package org.isonomia.statistics.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isonomia.page.Frame;
import org.isonomia.page.View;
import org.isonomia.statistics.application.CountReports;
import org.isonomia.statistics.application.CountReports.By;

/** Counts without persons. */
@Path("/statistics")
@RequestScoped
public class StatisticsPage {
  /**
   * @param count words: a number, or that it is under five
   */
  public record Line(String label, String count) {}

  public record Table(String title, String column, boolean several, List<Line> lines) {}

  public record Model(String total, String last, List<Table> tables) {}

  @Inject CountReports counts;
  @Inject Frame frame;

  @GET
  public View show() {
    return View.of("statistics/statistics", model());
  }

  /** What the page shows, hidden where the page hides. */
  @GET
  @Path("csv")
  public Response csv() {
    var t = frame.t();
    var rows = new ArrayList<String>();
    rows.add(
        row(t.t("statistics.csv.by"), t.t("statistics.csv.what"), t.t("statistics.csv.count")));
    var model = model();
    rows.add(row(t.t("statistics.total"), "", model.total()));
    model
        .tables()
        .forEach(
            table ->
                table
                    .lines()
                    .forEach(line -> rows.add(row(table.title(), line.label(), line.count()))));
    return Response.ok("\uFEFF" + String.join("\r\n", rows) + "\r\n", "text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"isonomia-counts.csv\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  private static String row(String... cells) {
    return Stream.of(cells)
        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(";"));
  }

  private Model model() {
    var seen = counts.handle();
    return new Model(
        count(seen.total()),
        month(seen.before().minusMonths(1)),
        seen.tables().stream().map(this::table).toList());
  }

  private Table table(CountReports.Table table) {
    return new Table(
        frame.t("statistics.by." + table.by()),
        frame.t("statistics.column." + table.by()),
        table.by() == By.GROUND || table.by() == By.FORM,
        table.cells().stream()
            .map(cell -> new Line(label(table.by(), cell.code()), count(cell.count())))
            .toList());
  }

  private String label(By by, String code) {
    return switch (by) {
      case MONTH -> month(YearMonth.parse(code));
      case AREA -> frame.t().code("area", code);
      case CHANNEL -> frame.t().code("channel", code);
      case GROUND -> frame.t().code("ground", code);
      case FORM ->
          code.equals("SEVERAL")
              ? frame.t("statistics.severalForms")
              : frame.t().code("conduct", code);
      case OUTCOME ->
          code.equals("OPEN") ? frame.t("statistics.open") : frame.t().code("outcome", code);
    };
  }

  private String month(YearMonth month) {
    return month.format(DateTimeFormatter.ofPattern("LLLL yyyy", frame.t().language().locale()));
  }

  private String count(Long count) {
    return count == null ? frame.t("statistics.hidden") : count.toString();
  }
}
