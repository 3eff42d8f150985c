package org.isonomia.page;

/**
 * One answer of radios, checkboxes or a select.
 *
 * @param value what the form sends
 * @param label what the person reads, already in their language
 * @param hint a sentence under the label, or null
 */
public record Choice(String value, String label, String hint) {
  public static Choice of(String value, String label) {
    return new Choice(value, label, null);
  }

  public static Choice of(String value, String label, String hint) {
    return new Choice(value, label, hint);
  }
}
