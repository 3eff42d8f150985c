package org.isonomia.intake;

import java.time.LocalDate;
import java.util.LinkedHashSet;
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
   * The reporter tells this one recipient their name; the office does not read it. Told again, it
   * replaces what was told.
   *
   * @param contact how to be reached, or {@code null}
   */
  void tellName(CaseNumber number, String consentId, String name, String contact);

  /** Takes the name back; the recipient reads it no more. */
  void takeNameBack(CaseNumber number, String consentId);

  /**
   * What the reporter told a recipient of themselves, as the reporter sees it.
   *
   * @param mayTell whether the recipient reads now, so that there is somebody to tell
   * @param told city's date, {@code null} when never
   * @param takenBack city's date, {@code null} while it stands
   * @param isRead whether the recipient can read it now; not with a link newer than it
   * @param name {@code null} when never told, or taken back
   * @param contact how to be reached; {@code null} when not said
   */
  record Identity(
      boolean mayTell,
      LocalDate told,
      LocalDate takenBack,
      boolean isRead,
      String name,
      String contact) {
    /** It stays out of logs. */
    @Override
    public String toString() {
      return "Identity";
    }
  }

  /**
   * @param recipient name of the institution
   * @param kind what the institution is: CITY, STATE, NGO, UNIVERSITY, POLICE, COURT, OTHER
   * @param type what it is asked for: SUPPORT, MEDIATION, …
   * @param shared everything it would read, word for word, by category: SUMMARY, NARRATIVE,
   *     ATTACHMENTS, IDENTITY, CONTACT, LANGUAGE, NEEDS. Consent is informed only when all of it is
   *     shown before the answer (GDPR art. 4 point 11)
   * @param status PENDING, GIVEN, REFUSED, WITHDRAWN, EXPIRED, NOT_REQUIRED_LAW
   * @param identity what the reporter told this recipient of themselves; {@code null} where there
   *     is nobody to tell and nothing was told
   */
  record Consent(
      String id,
      String recipient,
      String kind,
      String type,
      Map<String, String> shared,
      String status,
      LocalDate since,
      Identity identity) {
    /** What the recipient reads, also what the reporter told it later. */
    public Set<String> categories() {
      if (identity == null || !identity.isRead()) {
        return shared.keySet();
      }
      var all = new LinkedHashSet<>(shared.keySet());
      all.add("IDENTITY");
      if (identity.contact() != null) {
        all.add("CONTACT");
      }
      return all;
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
