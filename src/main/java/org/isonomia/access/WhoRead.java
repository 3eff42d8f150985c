package org.isonomia.access;

import java.time.Instant;
import java.util.List;
import org.isonomia.shared.CaseNumber;

/** Who has read a case. The record of acts answers it, for the case's own page. */
public interface WhoRead {
  /**
   * Readings of one reader that lie within one hour.
   *
   * @param accountId 0 for somebody without an account
   * @param kind PERSON or PARTNER_LINK
   * @param at the last of them, by the city's clock
   */
  record Reading(long accountId, String kind, Instant at, int times) {}

  /**
   * @param more where the next page begins, or {@code null} at the end
   */
  record Page(List<Reading> readings, Long more) {}

  /** Newest first. */
  Page of(CaseNumber number, Long before);
}
