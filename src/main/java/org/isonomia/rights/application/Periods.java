package org.isonomia.rights.application;

import java.time.Period;
import org.isonomia.page.Texts;

/** "2 years": how long something is kept, in words. */
public final class Periods {
  private Periods() {}

  public static String words(Texts t, Period period) {
    var months = period.toTotalMonths();
    if (months == 0) {
      return t.days(period.getDays());
    }
    return months % 12 == 0
        ? t.t("rights.years", "years", months / 12)
        : t.t("rights.months", "months", months);
  }
}
