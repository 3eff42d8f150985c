package org.isonomia.casework.domain;

import java.util.List;
import java.util.Optional;
import org.isonomia.shared.CaseNumber;

/** What reporters need, as if in memory. */
public interface Needs {
  /** The next public number. */
  String nextKey();

  void add(Need need);

  Optional<Need> find(String key);

  /** To change it; two at once wait for each other. */
  Optional<Need> lock(String key);

  /** Those of one case, oldest first. */
  List<Need> of(CaseNumber number);
}
