package org.isonomia.intake.application;

import org.isonomia.intake.domain.Codes;

/**
 * Which text of the information of GDPR art. 13 is in force, one per track; the version a person
 * was shown is recorded with the report. Who changes the words of {@code intake.privacy.*} names a
 * new version here.
 */
public final class Notices {
  private static final String VERSION = "2027-02";

  /**
   * Nobody was shown it by this house: it came by post, over REST, or from nobody in particular.
   */
  public static final String NOT_GIVEN = "not-given";

  private Notices() {}

  public static String version(String requested) {
    return VERSION + (Codes.isFormal(requested) ? "-formal" : "-signal");
  }
}
