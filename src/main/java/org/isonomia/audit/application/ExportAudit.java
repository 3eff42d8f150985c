package org.isonomia.audit.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.isonomia.access.Allowed;
import org.isonomia.access.Deed;
import org.isonomia.access.Permission;
import org.isonomia.audit.ExportLine;
import org.isonomia.audit.persistence.Chain;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.Problem;

/**
 * A part of the chain as a file that proves itself: where it begins, what was dropped, the signed
 * heads, each place with its record, the end. The command {@code verify-audit} reads it.
 */
@ApplicationScoped
@Transactional
public class ExportAudit {
  private static final int ALL = Integer.MAX_VALUE;

  /** Places of the chain, both included. */
  public record Span(long first, long last) {}

  @Inject Chain chain;
  @Inject HouseSeal seal;

  /**
   * @param from {@code null} for the beginning
   * @param to included; {@code null} for the end
   * @throws Problem invalid for a period without a record
   */
  @Allowed(value = Permission.EXPORT_AUDIT, trace = Allowed.Trace.NONE)
  public Span span(LocalDate from, LocalDate to) {
    long first =
        from == null
            ? chain.before(1).seq() + 1
            : chain.firstSince(from.atStartOfDay(AppClock.CITY).toInstant());
    long last =
        to == null
            ? chain.end().seq()
            : chain.lastUntil(to.plusDays(1).atStartOfDay(AppClock.CITY).toInstant());
    if (first == 0 || last < first) {
      throw Problem.invalid("incomplete", new Problem.FieldError("from", "audit.error.nothing"));
    }
    return new Span(first, last);
  }

  /** Line by line, without holding them. */
  @Allowed(value = Permission.EXPORT_AUDIT, trace = Allowed.Trace.READ)
  public Void handle(Span span, Consumer<String> lines) {
    Deed.about("audit:" + span.first() + "-" + span.last());
    var before = chain.before(span.first());
    boolean fromTheBeginning = before.seq() == chain.before(1).seq();
    lines.accept(
        ExportLine.opening(before.seq(), before.hash(), seal.publicKey(), fromTheBeginning));
    chain.releases().forEach(one -> lines.accept(ExportLine.release(one)));
    for (var one : chain.dropped()) {
      lines.accept(ExportLine.dropped(one.month().toString(), one.kind(), one.records(), one.at()));
    }
    chain.heads(ALL).stream()
        .filter(head -> head.seq() >= before.seq() && head.seq() <= span.last())
        .forEach(head -> lines.accept(ExportLine.head(head)));
    var end = new Object[] {before.seq(), before.hash()};
    chain.walk(
        span.first(),
        span.last(),
        (link, record) -> {
          lines.accept(ExportLine.link(link, record));
          end[0] = link.seq();
          end[1] = link.hash();
        });
    lines.accept(ExportLine.end((Long) end[0], (byte[]) end[1]));
    return null;
  }
}
