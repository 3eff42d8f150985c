package org.isonomia.referral;

import java.util.regex.Pattern;

/**
 * The number of a referral as staff read it: {@code RF-2027-00001}. The partner never sees it: it
 * reads its own alias of the case ({@code A-7F3}), so that two partners cannot join their records.
 */
public record ReferralNumber(String value) {
  private static final Pattern FORM = Pattern.compile("RF-\\d{4}-\\d{5,9}");

  public ReferralNumber {
    if (value == null || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a referral number");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
