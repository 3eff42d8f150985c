package org.isonomia.retention;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.isonomia.shared.CaseNumber;

/** What the room that handles cases tells of them, so that their time can be counted. */
public interface ClosedCases {
  /**
   * @param qualifications of its matters, codes
   * @param closedAt when its last matter was closed; {@code null} while one is open
   */
  record File(CaseNumber number, Set<String> qualifications, Instant closedAt) {}

  /**
   * What is counted of a case when it is gone; codes of the vocabulary.
   *
   * @param filed month of filing, in the city
   * @param outcome of the matter that was closed last
   */
  record Trace(
      YearMonth filed, Set<String> grounds, String area, Set<String> forms, String outcome) {}

  /** Cases that were closed before this moment, the oldest first. */
  List<File> closedBefore(Instant moment, int most);

  /** The case as it stands; empty when there is none of this number. */
  Optional<File> look(CaseNumber number);

  /** The case, locked until the transaction ends; empty when there is none of this number. */
  Optional<File> lock(CaseNumber number);

  /**
   * @throws org.isonomia.shared.Problem not-found
   */
  Trace trace(CaseNumber number);
}
