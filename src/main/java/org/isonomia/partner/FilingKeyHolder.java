package org.isonomia.partner;

import java.util.Optional;

/** Whose key it is that somebody files with. */
public interface FilingKeyHolder {
  /**
   * The institution that this key was given to and that may still use it; empty for a key that is
   * wrong, has ended or belongs to an institution that is retired, without telling which.
   */
  Optional<Institution> holderOf(String secret);
}
