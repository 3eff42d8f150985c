package org.isonomia.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.council.domain.Meeting;
import org.isonomia.council.domain.MeetingStatus;
import org.isonomia.council.persistence.Items;
import org.isonomia.council.persistence.Meetings;
import org.isonomia.council.persistence.Terms;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;

/** One meeting: who is here, quorum now, the agenda in order. */
@ApplicationScoped
@Transactional
public class SeeMeeting {
  @Inject Meetings meetings;
  @Inject Terms terms;
  @Inject Items items;
  @Inject Sight sight;
  @Inject ShowItems show;
  @Inject SeeItem seeItem;
  @Inject Vault vault;

  @Allowed(value = Permission.SEE_COUNCIL, trace = Allowed.Trace.READ)
  public MeetingView handle(String number) {
    var meeting = meetings.get(number);
    var roll = sight.roll(meeting);
    return new MeetingView(
        meeting.number(),
        meeting.startsAt(),
        vault.openForHouse(number, "place", meeting.place()),
        vault.openForHouse(number, "link", meeting.link()),
        meeting.mode(),
        meeting.status(),
        meeting.openedAt(),
        meeting.closedAt(),
        roll.quorum(),
        roll.vacant(),
        attendees(meeting),
        points(meeting));
  }

  private List<MeetingView.Attendee> attendees(Meeting meeting) {
    var stays = meetings.stays(meeting);
    var closed = meeting.status() == MeetingStatus.CLOSED;
    return terms.activeMembers(meeting.termId(), meeting.day(AppClock.CITY)).stream()
        .map(
            member -> {
              var own = stays.stream().filter(stay -> stay.memberId() == member.id()).toList();
              return new MeetingView.Attendee(
                  member.number(),
                  show.name(member),
                  member.seatKind(),
                  member.office(),
                  !closed && own.stream().anyMatch(stay -> stay.isHere()),
                  own.stream()
                      .map(stay -> new MeetingView.Stay(stay.arrivedAt(), stay.leftAt()))
                      .toList());
            })
        .toList();
  }

  private List<MeetingView.Point> points(Meeting meeting) {
    var points = new ArrayList<MeetingView.Point>();
    for (var entry : meetings.agenda(meeting)) {
      var item = items.get(entry.itemId());
      var movedOn = !Long.valueOf(meeting.id()).equals(item.meetingId());
      if (sight.isHidden(item)) {
        var flagged = seeItem.isFlaggedForMe(item.number()) ? item.number() : null;
        points.add(new MeetingView.Point(entry.position(), null, flagged, movedOn));
      } else if (sight.maySee(item)) {
        points.add(new MeetingView.Point(entry.position(), show.show(item), null, movedOn));
      }
    }
    return points;
  }
}
