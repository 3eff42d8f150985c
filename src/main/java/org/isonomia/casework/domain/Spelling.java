package org.isonomia.casework.domain;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How words are compared when somebody looks for them: without case, without marks on letters
 * ({@code Żółć} is {@code zolc}), without punctuation.
 */
public final class Spelling {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Spelling() {}

  /** The words of a text, in order; empty when there are none. */
  public static List<String> words(String text) {
    var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    var folded = plain.toLowerCase(Locale.ROOT).replace('ł', 'l');
    return Arrays.stream(BETWEEN.split(folded)).filter(word -> !word.isEmpty()).toList();
  }

  /** A person's name, whichever of its words was typed first; empty when there are none. */
  public static String name(String typed) {
    return words(typed).stream().sorted().collect(Collectors.joining(" "));
  }

  /** Whether every word occurs in the text, also as a part of a word. */
  public static boolean holds(String text, List<String> wanted) {
    var all = String.join(" ", words(text));
    return wanted.stream().allMatch(all::contains);
  }
}
