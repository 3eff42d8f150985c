package org.isonomia.referral.domain;

import java.util.List;
import java.util.Set;

/** Codes a referral may carry; their words are texts of the vocabulary. */
public final class Vocabulary {
  private Vocabulary() {}

  public static final List<String> TYPES =
      List.of(
          "SUPPORT",
          "COMPETENCE",
          "CRIME_NOTICE",
          "OPINION_REQUEST",
          "MEDIATION",
          "INFORMATION_COPY");

  /** Data categories, in the order in which a partner reads them. */
  public static final List<String> CATEGORIES =
      List.of("SUMMARY", "NARRATIVE", "ATTACHMENTS", "IDENTITY", "CONTACT", "LANGUAGE", "NEEDS");

  public static final List<String> DECLINE_REASONS =
      List.of(
          "NOT_COMPETENT",
          "NO_CAPACITY",
          "CONFLICT",
          "LANGUAGE",
          "OUT_OF_AREA",
          "MISSING_DATA",
          "CLIENT_UNREACHABLE",
          "OTHER");

  public static final List<String> RESULTS =
      List.of(
          "HELP_GIVEN",
          "PARTLY",
          "CLIENT_DECLINED",
          "NO_CONTACT",
          "PROCEEDINGS_OPENED",
          "PROCEEDINGS_REFUSED",
          "FORWARDED_ON",
          "NO_RESULT");

  /** Results after which nothing was done: the referral was interrupted, not completed. */
  static final Set<String> NOTHING_DONE = Set.of("CLIENT_DECLINED", "NO_CONTACT", "NO_RESULT");
}
