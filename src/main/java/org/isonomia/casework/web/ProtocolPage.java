package org.isonomia.casework.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.isonomia.casework.application.ReadCase;
import org.isonomia.intake.OwnReport.Corrected;
import org.isonomia.page.Frame;
import org.isonomia.page.Row;
import org.isonomia.page.View;
import org.isonomia.shared.Problem;

/**
 * The protocol of an oral report, as it was signed, to be printed again for the file: what the
 * reporter corrected later is not in it.
 */
@Path("/casework/cases/{number}/protocol")
@RequestScoped
public class ProtocolPage {
  public record Model(String number, List<Row> rows, String by, boolean corrected) {}

  private static final Set<String> SIGNED = Set.of("name", "address", "narrative");

  @PathParam("number")
  String number;

  @Inject ReadCase cases;
  @Inject Frame frame;

  @GET
  public View show() {
    var t = frame.t();
    var w = cases.whole(Acts.number(number));
    var told =
        w.beside()
            .arrival()
            .filter(arrival -> arrival.signed())
            .orElseThrow(() -> Problem.notFound("no-protocol"));
    var rows = new ArrayList<Row>();
    rows.add(Row.of(t.t("casework.arrival.received"), t.date(told.receivedOn())));
    rows.add(
        Row.of(t.t("casework.words.name"), signed("name", w.content().name(), w.corrections())));
    rows.add(
        Row.of(
            t.t("intake.desk.address"), signed("address", w.content().address(), w.corrections())));
    rows.add(
        Row.of(
            t.t("casework.words.title"),
            signed("narrative", w.content().narrative(), w.corrections())));
    rows.removeIf(row -> row.value() == null);
    return View.of(
        "casework/protocol",
        new Model(
            w.head().number().value(),
            rows,
            w.beside().arrivalBy(),
            w.corrections().stream().anyMatch(c -> SIGNED.contains(c.field()))));
  }

  /**
   * The words of a field at filing: what the first correction replaced.
   *
   * @param corrections oldest first
   */
  static String signed(String field, String now, List<Corrected> corrections) {
    return corrections.stream()
        .filter(correction -> correction.field().equals(field))
        .findFirst()
        .map(first -> Optional.ofNullable(first.before()).map(b -> String.join("\n", b.values())))
        .orElseGet(() -> Optional.ofNullable(now))
        .orElse(null);
  }
}
