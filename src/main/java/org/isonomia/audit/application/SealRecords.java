package org.isonomia.audit.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import org.isonomia.audit.Link;
import org.isonomia.audit.persistence.Chain;

/**
 * Gives waiting records their place in the chain, in the order of their transactions. One at a time
 * in the whole house: whoever has the lock seals, on whichever node.
 */
@ApplicationScoped
@Transactional
class SealRecords {
  static final int AT_ONCE = 2000;

  @Inject Chain chain;

  /** How many were sealed; 0 also when another node is at it. */
  int some() {
    if (!chain.isMine()) {
      return 0;
    }
    var end = chain.end();
    var waiting = chain.after(end, AT_ONCE);
    if (waiting.isEmpty()) {
      return 0;
    }
    var links = new ArrayList<Link>();
    long seq = end.seq();
    var hash = end.hash();
    var month = end.month();
    int from = 0;
    for (int i = 0; i < waiting.size(); i++) {
      var record = waiting.get(i).record();
      var own = Chain.monthOf(record.at());
      // transactions of two months may end in either order: a month never comes back
      if (month == null) {
        month = own;
      } else if (own.compareTo(month) > 0) {
        chain.add(links, waiting.subList(from, i));
        chain.close(month, seq, hash);
        links.clear();
        from = i;
        month = own;
      }
      var link = Link.after(++seq, hash, month, record);
      links.add(link);
      hash = link.hash();
    }
    chain.add(links, waiting.subList(from, waiting.size()));
    return waiting.size();
  }
}
