package org.isonomia.casework.domain;

/**
 * A length of time as a rule states it ("7 days", "1 month").
 *
 * @param amount how many; ignored by {@link Unit#END_OF_DAY}
 */
public record Term(int amount, Unit unit) {
  /** How a term is counted. */
  public enum Unit {
    /** Days from the day after the event; an end on a day off moves on (KPA art. 57 § 1 and 4). */
    DAY,
    /**
     * The day of the same number, or the month's last day; an end on a day off moves on (KPA art.
     * 57 § 3 and 4).
     */
    MONTH,
    /** Only working days count, from the day after the event. */
    WORKING_DAY,
    /** Elapsed hours, also when summer time begins or ends; nothing moves. */
    HOUR,
    /** The end of the day of the event itself. */
    END_OF_DAY
  }

  public Term {
    if (unit == null || amount < 0) {
      throw new IllegalArgumentException("not a term");
    }
  }

  public static Term days(int amount) {
    return new Term(amount, Unit.DAY);
  }

  public static Term months(int amount) {
    return new Term(amount, Unit.MONTH);
  }

  public static Term workingDays(int amount) {
    return new Term(amount, Unit.WORKING_DAY);
  }

  public static Term hours(int amount) {
    return new Term(amount, Unit.HOUR);
  }
}
