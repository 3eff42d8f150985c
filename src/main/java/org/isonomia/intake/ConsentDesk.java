package org.isonomia.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isonomia.shared.CaseNumber;

/** The consents a reporter is asked for, or gave, behind the receipt: one per recipient. */
public interface ConsentDesk {
  List<Consent> of(CaseNumber number);

  /** Yes or no to an open question. A question that is no longer open is a conflict. */
  void answer(CaseNumber number, String consentId, boolean yes);

  /** Takes back a consent that was given; the recipient's access ends at once. */
  void withdraw(CaseNumber number, String consentId);

  /**
   * @param recipient name of the institution
   * @param kind what the institution is: CITY, STATE, NGO, UNIVERSITY, POLICE, COURT, OTHER
   * @param type what it is asked for: SUPPORT, MEDIATION, …
   * @param shared everything it would read, word for word, by category: SUMMARY, NARRATIVE,
   *     ATTACHMENTS, IDENTITY, CONTACT, LANGUAGE, NEEDS. Consent is informed only when all of it is
   *     shown before the answer (GDPR art. 4 point 11)
   * @param status PENDING, GIVEN, REFUSED, WITHDRAWN, EXPIRED, NOT_REQUIRED_LAW
   */
  record Consent(
      String id,
      String recipient,
      String kind,
      String type,
      Map<String, String> shared,
      String status,
      LocalDate since) {
    public Set<String> categories() {
      return shared.keySet();
    }

    /** The summary; {@code null} when none was written. */
    public String preview() {
      return shared.get("SUMMARY");
    }

    /** What it holds of a person stays out of logs. */
    @Override
    public String toString() {
      return "Consent";
    }
  }
}
