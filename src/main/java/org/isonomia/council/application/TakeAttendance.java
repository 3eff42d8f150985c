package org.isonomia.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Set;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.council.domain.Attendance;
import org.isonomia.council.persistence.Meetings;
import org.isonomia.council.persistence.Terms;
import org.isonomia.shared.AppClock;

/**
 * The secretary notes who has come and who has gone. Only changes are told, so that two people who
 * tick at the same time do not undo each other.
 */
@ApplicationScoped
@Transactional
public class TakeAttendance {
  /**
   * @param arrived numbers of members
   * @param left numbers of members
   */
  public record Command(String meeting, Set<String> arrived, Set<String> left) {}

  @Inject Meetings meetings;
  @Inject Terms terms;
  @Inject AppClock clock;

  @Allowed(Permission.RUN_MEETING)
  public void handle(Command command) {
    var meeting = meetings.lock(command.meeting());
    var at = clock.instant();
    meeting.requireAttendance(at, AppClock.CITY);
    for (var member : terms.activeMembers(meeting.termId(), meeting.day(AppClock.CITY))) {
      var stay = meetings.stayOf(meeting, member.id());
      if (command.arrived().contains(member.number()) && stay.isEmpty()) {
        meetings.add(new Attendance(meeting, member, at));
      }
      if (command.left().contains(member.number())) {
        stay.ifPresent(here -> here.leave(at));
      }
    }
  }
}
