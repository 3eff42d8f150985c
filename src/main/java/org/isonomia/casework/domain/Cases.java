package org.isonomia.casework.domain;

import java.util.Optional;
import org.isonomia.shared.CaseNumber;

/** All cases, as if in memory. A case that was got saves itself at the end of the transaction. */
public interface Cases {
  void add(Case opened);

  /** To look at. */
  Optional<Case> find(CaseNumber number);

  /**
   * To change: another change of this case waits until this one is done.
   *
   * @throws org.isonomia.shared.Problem not-found "no-such-case"
   */
  Case get(CaseNumber number);
}
