package org.isonomia.audit.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isonomia.audit.AuditRecord;
import org.isonomia.audit.Link;
import org.isonomia.audit.Release;
import org.isonomia.audit.Verification;
import org.isonomia.audit.persistence.Chain;

/**
 * Signs which records may go: those of a month that has ended and of a kind whose time is over,
 * after a walk along the month. The launcher drops what is signed, at a start; the running program
 * may delete nothing, and nobody else can sign.
 */
@ApplicationScoped
@Transactional
class ReleaseMonths {
  @Inject Chain chain;
  @Inject HouseSeal seal;
  @Inject LookAtChain look;

  /** Signs what is due and was not signed yet. */
  void due() {
    var now = KeepRecords.now();
    var releases = new HashMap<String, Release>();
    var key = seal.publicKey();
    for (var release : chain.releases()) {
      releases.put(release.month() + " " + release.kind(), release);
    }
    var dropped = new HashSet<String>();
    chain.dropped().forEach(gone -> dropped.add(gone.month() + " " + gone.kind()));
    for (var month : chain.segments()) {
      for (var kind : look.months().entrySet()) {
        boolean isDue = !now.isBefore(Release.due(month.month(), kind.getValue()));
        if (isDue && !releases.containsKey(month.month() + " " + kind.getKey())) {
          walked(month, releases, dropped, key, now)
              .map(walk -> release(month, kind.getKey(), kind.getValue(), walk, now))
              .ifPresent(release -> chain.add(seal.sign(release)));
        }
      }
    }
  }

  /** How many records of each kind are in the month; nothing where it is not what was sealed. */
  private Optional<Map<String, Long>> walked(
      Chain.Segment month,
      Map<String, Release> releases,
      Set<String> dropped,
      byte[] key,
      Instant now) {
    var walk = new Verification(month.first() - 1, month.opening());
    var kinds = new HashMap<String, Long>();
    Release.KINDS.forEach(
        kind -> {
          kinds.put(kind, 0L);
          var name = month.month() + " " + kind;
          if (releases.containsKey(name)) {
            walk.released(releases.get(name), key, now);
          }
          if (dropped.contains(name)) {
            walk.dropped(month.month().toString(), kind);
          }
        });
    chain.walk(
        month.first(),
        month.last(),
        (link, record) -> {
          walk.link(link, record);
          kinds.merge(link.kind(), 1L, Long::sum);
          if (!belongs(link, record, month.month())) {
            walk.note(Verification.Fault.CHANGED, link.seq());
          }
        });
    walk.end();
    boolean ends = walk.last() == month.last() && Arrays.equals(walk.hash(), month.closing());
    // the month must not go on behind its own end, nor the chain go on from elsewhere
    var next = chain.before(month.last() + 1);
    boolean goesOn = next.seq() == month.last() && Arrays.equals(next.hash(), month.closing());
    return walk.holds() && ends && goesOn ? Optional.of(kinds) : Optional.empty();
  }

  /** A month takes in what was left over from the one before, never what came later. */
  private static boolean belongs(Link link, AuditRecord record, YearMonth month) {
    return link.month().equals(month.toString())
        && (record == null || Chain.monthOf(record.at()).compareTo(link.month()) <= 0);
  }

  private static Release release(
      Chain.Segment month, String kind, int months, Map<String, Long> kinds, Instant now) {
    return new Release(
        month.month().toString(),
        kind,
        months,
        month.first(),
        month.last(),
        month.closing(),
        kinds.get(kind),
        now,
        new byte[0],
        new byte[0]);
  }
}
