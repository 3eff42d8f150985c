package org.isonomia.casework.domain;

import java.util.Optional;
import org.isonomia.shared.CaseNumber;

/** All cases, as if in memory. A case that was got saves itself at the end of the transaction. */
public interface Cases {
  void add(Case opened);

  Optional<Case> find(CaseNumber number);

  /**
   * @throws org.isonomia.shared.Problem not-found "no-such-case"
   */
  Case get(CaseNumber number);
}
