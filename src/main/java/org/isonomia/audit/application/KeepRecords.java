package org.isonomia.audit.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Deed;
import org.isonomia.audit.AuditRecord;
import org.isonomia.audit.persistence.Records;
import org.isonomia.shared.AppClock;

/** Turns an act into rows. The time of a record is the real one; the city's stands beside it. */
@ApplicationScoped
class KeepRecords {
  private static final Clock REAL_TIME = Clock.systemUTC();

  @Inject Records records;
  @Inject Unaudited unaudited;
  @Inject AppClock clock;

  boolean isOff() {
    return unaudited.isOn();
  }

  /**
   * @param trace of the outermost act
   */
  void append(Deed deed, Allowed.Trace trace) {
    for (var one : kept(deed.done(), trace)) {
      records.add(row(deed, one, one.trace().name(), null));
    }
  }

  void refusal(Deed deed, Deed.Done refused, String code) {
    if (!isOff()) {
      records.add(row(deed, refused, "REFUSAL", code));
    }
  }

  /**
   * The outermost act first, then those inside it that changed or read something else. What a list
   * reads for its lines is no reading of a case.
   */
  static List<Deed.Done> kept(List<Deed.Done> done, Allowed.Trace outermost) {
    var kept = new ArrayList<Deed.Done>();
    var inner = new ArrayList<>(done);
    boolean listed = outermost == Allowed.Trace.NONE;
    if (!listed && !inner.isEmpty()) {
      kept.add(inner.remove(inner.size() - 1));
    }
    for (var one : inner) {
      boolean shown = one.trace() == Allowed.Trace.CHANGE || !listed;
      boolean said =
          one.subject() == null && !kept.isEmpty()
              || kept.stream()
                  .anyMatch(
                      other ->
                          Objects.equals(other.subject(), one.subject())
                              && (other.trace() == one.trace()
                                  || other.trace() == Allowed.Trace.CHANGE));
      if (shown && !said) {
        kept.add(one);
      }
    }
    return kept;
  }

  private AuditRecord row(Deed deed, Deed.Done done, String kind, String reason) {
    var actor = deed.actor();
    return new AuditRecord(
        0,
        now(),
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        actor.accountId(),
        kindOf(actor, deed.isByLink()),
        kind,
        done.act(),
        done.subject(),
        done.caseNumber() == null ? deed.caseNumber() : done.caseNumber(),
        reason);
  }

  /** What a database keeps of a time is microseconds. */
  static Instant now() {
    return REAL_TIME.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static String kindOf(Actor actor, boolean byLink) {
    if (actor.isSignedIn()) {
      return "PERSON";
    }
    if (actor.isHouse()) {
      return "HOUSE";
    }
    return byLink ? "PARTNER_LINK" : "RESIDENT";
  }
}
