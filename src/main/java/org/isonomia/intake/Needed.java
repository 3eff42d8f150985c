package org.isonomia.intake;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What somebody may need to take part in their own matter. */
public final class Needed {
  /** Codes of the vocabulary, in the order in which pages offer them. */
  public static final Set<String> CODES =
      Collections.unmodifiableSet(
          new LinkedHashSet<>(
              List.of("INTERPRETER", "SIGN_LANGUAGE", "LARGE_PRINT", "EASY_READ", "COMPANION")));

  private Needed() {}
}
