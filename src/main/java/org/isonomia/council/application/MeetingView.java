package org.isonomia.council.application;

import java.time.Instant;
import java.util.List;
import org.isonomia.council.domain.MeetingMode;
import org.isonomia.council.domain.MeetingStatus;
import org.isonomia.council.domain.Office;
import org.isonomia.council.domain.Quorum;
import org.isonomia.council.domain.SeatKind;

/**
 * A meeting as who acts may see it.
 *
 * @param quorum of an item on which nobody is recused
 * @param points the agenda in order
 */
public record MeetingView(
    String number,
    Instant startsAt,
    String place,
    String link,
    MeetingMode mode,
    MeetingStatus status,
    Instant openedAt,
    Instant closedAt,
    Quorum quorum,
    int vacant,
    List<Attendee> attendees,
    List<Point> points) {

  public long here() {
    return attendees.stream().filter(Attendee::here).count();
  }

  /** Members who were here at any time. */
  public List<Attendee> came() {
    return attendees.stream().filter(attendee -> !attendee.stays().isEmpty()).toList();
  }

  public record Attendee(
      String number,
      String name,
      SeatKind seatKind,
      Office office,
      boolean here,
      List<Stay> stays) {}

  public record Stay(Instant from, Instant to) {}

  /**
   * @param item {@code null} when a conflict of interest hides it from who acts
   * @param flagged number of the hidden item when its flag is not settled: the person may answer
   *     it; else {@code null}
   * @param movedOn the item was adjourned from here to another meeting
   */
  public record Point(int position, ItemView item, String flagged, boolean movedOn) {}
}
