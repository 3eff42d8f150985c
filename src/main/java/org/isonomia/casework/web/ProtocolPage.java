package org.isonomia.casework.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.ArrayList;
import java.util.List;
import org.isonomia.casework.application.ReadCase;
import org.isonomia.page.Frame;
import org.isonomia.page.Row;
import org.isonomia.page.View;
import org.isonomia.shared.Problem;

/** The protocol of an oral report, as it was signed, to be printed again for the file. */
@Path("/casework/cases/{number}/protocol")
@RequestScoped
public class ProtocolPage {
  public record Model(String number, List<Row> rows, String by) {}

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
    rows.add(Row.of(t.t("casework.words.name"), w.content().name()));
    rows.add(Row.of(t.t("intake.desk.address"), w.content().address()));
    rows.add(Row.of(t.t("casework.words.title"), w.content().narrative()));
    rows.removeIf(row -> row.value() == null);
    return View.of(
        "casework/protocol", new Model(w.head().number().value(), rows, w.beside().arrivalBy()));
  }
}
