package org.isonomia.privacy;

import java.util.List;
import java.util.Set;
import org.isonomia.shared.CaseNumber;

/**
 * What a room keeps of a case, so that nothing of it is forgotten when the case is destroyed. Every
 * room that has such rows has one bean of this kind. It is asked in one transaction with the
 * destruction of the keys, and may be asked again for a case of which nothing is left.
 */
public interface Erasable {
  /** Public numbers of what hangs on the case in this room (a referral, an agenda item). */
  default Set<String> names(CaseNumber number) {
    return Set.of();
  }

  /**
   * Tables from which {@link #erase} deletes; in the order of deletion. A test compares them with
   * the tables that there are.
   */
  List<String> tables();

  /** Deletes everything of this case that this room keeps. */
  void erase(Erasure erasure);
}
