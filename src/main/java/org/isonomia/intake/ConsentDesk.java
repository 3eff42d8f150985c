package org.isonomia.intake;

import java.time.LocalDate;
import java.util.List;
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
   * @param categories what it would read: summary, narrative, attachments, identity, contact,
   *     language, needs
   * @param preview the very words of the summary that would be shared
   * @param status PENDING, GIVEN, REFUSED, WITHDRAWN, EXPIRED, NOT_REQUIRED_LAW
   */
  record Consent(
      String id,
      String recipient,
      Set<String> categories,
      String preview,
      String status,
      LocalDate since) {}
}
