package org.isonomia.casework.domain;

import java.util.List;
import java.util.Optional;
import org.isonomia.shared.CaseNumber;

/** Texts and their translations, as if in memory. */
public interface Translations {
  /** The next public number. */
  String nextKey();

  void add(Translation translation);

  /** Its text may have another pair from now on ({@link Translation#putBy}). */
  void putBy(Translation translation);

  Optional<Translation> find(String key);

  Optional<Translation> find(CaseNumber number, String text);

  /** Those of one case, oldest first. */
  List<Translation> of(CaseNumber number);
}
