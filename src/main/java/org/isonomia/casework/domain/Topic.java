package org.isonomia.casework.domain;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a matter is also about; set by staff for routing and statistics. Codes of the vocabulary.
 */
public enum Topic {
  GRAFFITI_SYMBOLS,
  ANTISEMITISM,
  ANTI_MUSLIM,
  ANTI_ROMA,
  REFUGEE_ASYLUM,
  TRAFFICKING,
  DOMESTIC_VIOLENCE,
  ACCESSIBILITY,
  ONLINE_HATE,
  IMAGE_OR_DATA_PUBLISHED,
  CHILD;

  /** These codes in the order they were given; empty when one of them is none of ours. */
  public static Optional<Set<String>> known(Collection<String> codes) {
    for (var code : codes) {
      boolean ours = false;
      for (var topic : values()) {
        ours |= topic.name().equals(code);
      }
      if (!ours) {
        return Optional.empty();
      }
    }
    return Optional.of(new LinkedHashSet<>(codes));
  }
}
