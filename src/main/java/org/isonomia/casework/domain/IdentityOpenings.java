package org.isonomia.casework.domain;

import java.util.List;
import org.isonomia.shared.CaseNumber;

/** All openings of identities, as if in memory; nothing is ever removed. */
public interface IdentityOpenings {
  void add(IdentityOpening opening);

  /** Those of one case, newest first. */
  List<IdentityOpening> of(CaseNumber number);

  /** The last ones of all cases, newest first. */
  List<IdentityOpening> last(int most);
}
