package org.isonomia.council;

import java.time.Instant;
import java.util.List;
import org.isonomia.shared.CaseNumber;

/** The front door of the room: how an item gets onto the table, and what became of it. */
public interface Agenda {
  /**
   * @param type agenda item type (CASE_BRIEF, SYSTEMIC_ISSUE, …)
   * @param title public-safe title
   * @param question what the Council is asked
   * @param brief written anew, no personal data
   * @param origin case it comes from, or {@code null}
   */
  record Proposal(String type, String title, String question, String brief, CaseNumber origin) {}

  /**
   * @param resolution public number of the decision, or {@code null}
   * @param decisionText the words of the decision, or {@code null}
   */
  record ItemSummary(
      String item,
      String type,
      String title,
      String status,
      Instant meetingAt,
      String decision,
      String resolution,
      String decisionText) {}

  /** Proposes an item; returns its number ({@code AI-2027-00001}). */
  String propose(Proposal proposal);

  List<ItemSummary> of(CaseNumber origin);
}
