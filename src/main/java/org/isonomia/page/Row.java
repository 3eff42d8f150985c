package org.isonomia.page;

/**
 * One line of a summary list: a question and its answer, with a link to change it.
 *
 * @param label the question
 * @param value the answer, as typed; line breaks are kept
 * @param changeHref where it is changed, or null
 * @param action words of that link, or null for "change"
 * @param note what is to be known of the answer, beside it, or null
 * @param language tag of the language in which the answer is written, or null for the page's
 */
public record Row(
    String label, String value, String changeHref, String action, String note, String language) {
  public static Row of(String label, String value) {
    return of(label, value, null);
  }

  public static Row of(String label, String value, String changeHref) {
    return new Row(label, value, changeHref, null, null, null);
  }

  /** The same, changed by an act of its own that the link names. */
  public Row by(String action, String href) {
    return new Row(label, value, href, action, note, language);
  }

  /** The same with a note beside the answer. */
  public Row noting(String words) {
    return new Row(label, value, changeHref, action, words, language);
  }

  /** The same, written in a language that need not be the page's. */
  public Row in(String tag) {
    return new Row(label, value, changeHref, action, note, tag);
  }
}
