package org.isonomia.casework.application;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Finds words that would tell who somebody is. A help for the writer's eye, not a proof. */
final class Revealing {
  private static final int SHORTEST = 4;

  private Revealing() {}

  /**
   * Words of the given fields, of four letters or more, that stand in the text, as they were typed
   * in the field.
   */
  static Set<String> words(String text, String... fields) {
    var there = new LinkedHashSet<String>();
    for (var word : split(text)) {
      there.add(word.toLowerCase(Locale.ROOT));
    }
    var found = new LinkedHashSet<String>();
    for (var field : fields) {
      for (var word : split(field)) {
        if (word.length() >= SHORTEST && there.contains(word.toLowerCase(Locale.ROOT))) {
          found.add(word);
        }
      }
    }
    return found;
  }

  private static String[] split(String text) {
    return text == null || text.isBlank() ? new String[0] : text.strip().split("[^\\p{L}\\p{N}@]+");
  }
}
