package org.isonomia.shared;

import java.util.regex.Pattern;

/**
 * The number a person can read aloud on the telephone: {@code ET-2026-00042}. The year is the
 * city's (Europe/Warsaw), gaps are allowed, duplicates never. Shared, because a report gets it at
 * the door and every later room speaks of it.
 */
public record CaseNumber(String value) implements Comparable<CaseNumber> {
  private static final Pattern FORM = Pattern.compile("ET-\\d{4}-\\d{5,9}");

  public CaseNumber {
    if (!isOne(value)) {
      throw new IllegalArgumentException("not a case number");
    }
  }

  public static boolean isOne(String text) {
    return text != null && FORM.matcher(text).matches();
  }

  public static CaseNumber of(int year, long sequence) {
    return new CaseNumber("ET-%04d-%05d".formatted(year, sequence));
  }

  @Override
  public int compareTo(CaseNumber other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
