package org.isonomia.partner;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The routing table: area × respondent × conduct, ground, topic → institutions, with the reason.
 */
public interface Routing {
  /**
   * @param formal whether the matter is a complaint, request or petition
   * @param risk NONE, POSSIBLE, SERIOUS, IMMEDIATE
   */
  record Facts(
      String area,
      String respondentType,
      Set<String> conduct,
      Set<String> grounds,
      Set<String> topics,
      boolean formal,
      String risk) {}

  /**
   * One row of the table that fits.
   *
   * @param row number of the row in the table
   * @param first institutions to ask first; empty when the row only gives advice
   * @param also further institutions
   * @param consents what is needed before sharing with each of them, by the institution's code:
   *     YES, NAMED, GUARDIAN, NONE_LAW, NONE, ANONYMISED
   * @param reasonKey text key of why, {@code partner.routing.row14}
   */
  record Suggestion(
      int row,
      List<Institution> first,
      List<Institution> also,
      Map<String, String> consents,
      String reasonKey) {
    /** What this one of its institutions needs; consent where the table says nothing. */
    public String consent(Institution institution) {
      return consents.getOrDefault(institution.code(), "YES");
    }
  }

  List<Suggestion> suggest(Facts facts);
}
