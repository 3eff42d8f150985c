package org.isonomia.intake.web;

/**
 * Buttons that look like links and send the form, so that what was typed is kept without
 * JavaScript. Their name and values are those of the layout.
 */
final class Press {
  static final String NAME = "press";

  /** The same page in another language; the address already names it. */
  static final String SWITCH = "switch";

  /** The question before. */
  static final String BACK = "back";

  /** Keeps the answers and shows a code for another day. */
  static final String LATER = "later";

  private Press() {}
}
