package org.isonomia.audit.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.audit.Verification;
import org.isonomia.audit.persistence.Chain;

/** Walks along the whole chain as it lies in the tables. */
@ApplicationScoped
@Transactional
class LookAtChain {
  private static final int ALL = Integer.MAX_VALUE;

  @Inject Chain chain;
  @Inject HouseSeal seal;

  @Inject
  @ConfigProperty(name = "isonomia.audit.months.change", defaultValue = "120")
  int monthsOfChanges;

  @Inject
  @ConfigProperty(name = "isonomia.audit.months.read", defaultValue = "36")
  int monthsOfReads;

  @Inject
  @ConfigProperty(name = "isonomia.audit.months.refusal", defaultValue = "36")
  int monthsOfRefusals;

  /** The end now, or what was seen before where that is not there any more. */
  Chain.End longest(Chain.End seen) {
    return seen == null || seen.seq() == 0 || chain.isThere(seen) ? chain.end() : seen;
  }

  /**
   * @param seen the longest chain that this program has seen, or {@code null}
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  Verification whole(Chain.End seen) {
    // heads, releases and links of one moment: what is written meanwhile is no fault
    chain.freeze();
    var end = chain.end();
    var before = chain.before(1);
    var walk = new Verification(before.seq(), before.hash());
    var key = seal.publicKey();
    var now = KeepRecords.now();
    chain.releases().forEach(release -> walk.released(release, key, now));
    walk.beginsWhole();
    chain.dropped().forEach(gone -> walk.dropped(gone.month().toString(), gone.kind()));
    var heads = chain.heads(ALL).stream().filter(head -> walk.isWithin(head.seq())).toList();
    heads.forEach(head -> walk.watch(head.seq()));
    if (seen != null) {
      walk.watch(seen.seq());
    }
    chain.walk(before.seq() + 1, end.seq(), walk::link);
    walk.end();
    heads.forEach(head -> walk.head(head, key));
    if (seen != null && walk.isWithin(seen.seq())) {
      walk.head(seen.seq(), seen.hash());
    }
    chain
        .slippedIn(end, Verification.MOST_SHOWN)
        .forEach(id -> walk.note(Verification.Fault.SLIPPED_IN, id));
    return walk;
  }

  Map<String, Integer> months() {
    return Map.of("CHANGE", monthsOfChanges, "READ", monthsOfReads, "REFUSAL", monthsOfRefusals);
  }
}
