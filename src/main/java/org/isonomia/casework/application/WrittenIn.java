package org.isonomia.casework.application;

import java.util.List;
import org.isonomia.page.Language;
import org.isonomia.page.Texts;
import org.isonomia.page.Written;

/**
 * Languages in which texts come that must be translated into Polish: all that somebody may write in
 * but Polish itself. A language that gets pages of its own is among them at once.
 */
public final class WrittenIn {
  private static final String NAME = "casework.pair.language.";
  private static final List<String> TAGS =
      Written.tags().stream().filter(tag -> !tag.equals(Language.PL.tag())).toList();

  private WrittenIn() {}

  public static List<String> tags() {
    return TAGS;
  }

  /** In the reader's language; a language that has no name there, in itself. */
  public static String name(String tag, Texts t) {
    return t.has(NAME + tag)
        ? t.t(NAME + tag)
        : Written.ownName(tag).orElseGet(() -> t.t(NAME + tag));
  }
}
