package org.isonomia.audit.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.isonomia.access.Actor;
import org.isonomia.access.Permission;
import org.isonomia.audit.application.ExportAudit;
import org.isonomia.audit.application.SeeChain;
import org.isonomia.page.Form;
import org.isonomia.page.View;
import org.isonomia.shared.Problem;

/** How the chain stands, whether it holds, its signed heads, and a part of it as a file. */
@Path("/audit/chain")
@RequestScoped
public class ChainPage {
  /**
   * @param checked what a look at the chain found, or {@code null} before it
   */
  public record Model(
      SeeChain.State state, SeeChain.Checked checked, Form form, boolean mayExport) {}

  @Inject SeeChain chain;
  @Inject ExportAudit export;

  @GET
  public View show() {
    return view(null, Form.empty());
  }

  @POST
  @Path("/verify")
  public View verify() {
    return view(chain.verify(), Form.empty());
  }

  /** As a download, line by line. */
  @POST
  @Path("/export")
  public Object export(Form form) {
    var from = day(form, "from");
    var to = day(form, "to");
    if (form.hasErrors()) {
      return view(null, form).status(422);
    }
    ExportAudit.Span span;
    try {
      span = export.span(from, to);
    } catch (Problem problem) {
      if (problem.errors().isEmpty()) {
        throw problem;
      }
      problem.errors().forEach(error -> form.error(error.pointer(), error.code()));
      return view(null, form).status(422);
    }
    // the body is written when the request's own actor has left
    var actor = Actor.current();
    StreamingOutput body =
        out -> {
          var lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          actor.run(() -> export.handle(span, line -> write(lines, line)));
          lines.flush();
        };
    return Response.ok(body, "application/x-ndjson")
        .header(
            "Content-Disposition",
            "attachment; filename=\"audit-" + span.first() + "-" + span.last() + ".jsonl\"")
        .build();
  }

  private static void write(BufferedWriter lines, String line) {
    try {
      lines.write(line);
      lines.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LocalDate day(Form form, String field) {
    var day = form.date(field);
    if (day.isEmpty() && !form.isDateBlank(field)) {
      form.error(field, "audit.error.day");
    }
    return day.orElse(null);
  }

  private View view(SeeChain.Checked checked, Form form) {
    return View.of(
        "audit/chain",
        new Model(chain.handle(), checked, form, Permission.EXPORT_AUDIT.heldBy(Actor.current())));
  }
}
