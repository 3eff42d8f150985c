package org.isonomia.intake.domain;

import java.util.regex.Pattern;

/** What mail can be sent to: the form that browsers take, and letters of any language. */
public final class EmailAddress {
  private static final Pattern FORM =
      Pattern.compile("[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

  private EmailAddress() {}

  public static boolean isFit(String typed) {
    return FORM.matcher(typed).matches();
  }
}
