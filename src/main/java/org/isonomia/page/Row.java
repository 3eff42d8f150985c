package org.isonomia.page;

/**
 * One line of a summary list: a question and its answer, with a link to change it.
 *
 * @param label the question
 * @param value the answer, as typed; line breaks are kept
 * @param changeHref where it is changed, or null
 */
public record Row(String label, String value, String changeHref) {
  public static Row of(String label, String value) {
    return new Row(label, value, null);
  }

  public static Row of(String label, String value, String changeHref) {
    return new Row(label, value, changeHref);
  }
}
