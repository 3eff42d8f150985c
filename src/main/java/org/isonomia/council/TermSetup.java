package org.isonomia.council;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Sets up a whole Council at once: for a city that begins, and for the demo city. Only the house
 * itself may.
 */
public interface TermSetup {
  /**
   * @param accountId who signs in, or {@code null} for a member who takes part by hand
   * @param seatKind NGO, UNIVERSITY, CULTURE, BAR, CITY_DEPARTMENT, OTHER
   * @param office CHAIR, DEPUTY_CHAIR, SECRETARY, MEMBER
   * @param organisations codes, for computing conflicts of interest
   */
  record Seat(
      Long accountId, String name, String seatKind, String office, Set<String> organisations) {}

  /**
   * A term with a quorum of one half and the simple majority; both can be changed on the page of
   * the term.
   */
  void setUp(int number, LocalDate from, LocalDate to, int seats, List<Seat> members);

  /** Plans and convenes a meeting; returns its number ({@code CM-2027-00001}). */
  String convene(Instant startsAt, String place, String mode);

  /** The chair takes a proposed item up, and a second person releases its brief. */
  void takeUp(String item);

  void putOnAgenda(String item, String meeting);

  /** Opens a convened meeting; all members come but the last. */
  void open(String meeting);

  /**
   * Votes on an item in the open meeting and records what was carried: all who are here are for it,
   * but the last abstains.
   *
   * @param decision code of the decision (RECOMMENDATION, …)
   */
  void carry(String item, String decision, String text);

  void close(String meeting);
}
