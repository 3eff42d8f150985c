package org.isonomia.council.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.isonomia.council.domain.ItemStatus.*;
import static org.isonomia.council.domain.VoteTest.assertConflict;

import java.util.Map;
import java.util.Set;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.Test;

class AgendaItemTest {
  private static final long PROPOSER = 7;
  private static final long SECOND = 8;

  @Test
  void the_status_table_is_this_and_nothing_else() {
    var legal =
        Map.of(
            PROPOSED, Set.of(ACCEPTED, NOT_CONSIDERED, WITHDRAWN),
            ACCEPTED, Set.of(SCHEDULED, NOT_CONSIDERED, WITHDRAWN),
            SCHEDULED, Set.of(DISCUSSED, ADJOURNED, WITHDRAWN),
            DISCUSSED, Set.of(DECIDED, ADJOURNED, REFERRED_TO_TEAM, WITHDRAWN),
            ADJOURNED, Set.of(SCHEDULED, WITHDRAWN),
            REFERRED_TO_TEAM, Set.of(SCHEDULED, WITHDRAWN),
            DECIDED, Set.<ItemStatus>of(),
            WITHDRAWN, Set.<ItemStatus>of(),
            NOT_CONSIDERED, Set.<ItemStatus>of());
    for (var from : ItemStatus.values()) {
      for (var to : ItemStatus.values()) {
        assertThat(from.mayBecome(to))
            .as("%s to %s", from, to)
            .isEqualTo(legal.get(from).contains(to));
      }
    }
  }

  @Test
  void the_status_table_of_a_meeting_ends_in_closed_or_cancelled() {
    for (var status : MeetingStatus.values()) {
      boolean ends = status == MeetingStatus.CLOSED || status == MeetingStatus.CANCELLED;
      assertThat(Set.of(MeetingStatus.values()).stream().noneMatch(status::mayBecome))
          .isEqualTo(ends);
    }
  }

  @Test
  void a_brief_from_a_case_is_released_by_a_second_person() {
    var item = accepted(Room.itemFromCase());

    assertThatThrownBy(() -> item.release(PROPOSER, Room.MEETING_AT))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("second-person-needed"));
    assertThat(item.isReleased()).isFalse();

    item.release(SECOND, Room.MEETING_AT);

    assertThat(item.isReleased()).isTrue();
  }

  @Test
  void a_brief_is_released_once() {
    var item = accepted(Room.itemFromCase());
    item.release(SECOND, Room.MEETING_AT);

    assertConflict("item-moved-on", () -> item.release(SECOND, Room.MEETING_AT));
    assertConflict(
        "item-moved-on", () -> item.keepBack(SECOND, Room.sealed("late"), Room.MEETING_AT));
  }

  @Test
  void an_unreleased_brief_does_not_come_onto_an_agenda() {
    var item = accepted(Room.itemFromCase());

    assertConflict(
        "brief-not-released", () -> item.schedule(Room.plannedMeeting(), Room.MEETING_AT));
  }

  @Test
  void a_brief_that_is_kept_back_is_not_considered_and_the_case_hears_of_it() {
    var item = accepted(Room.itemFromCase());

    item.keepBack(SECOND, Room.sealed("the street gives the person away"), Room.MEETING_AT);
    var heard = item.closed(null, Room.MEETING_AT);

    assertThat(heard.origin()).isEqualTo(Room.ORIGIN);
    assertThat(heard.status()).isEqualTo("NOT_CONSIDERED");
    assertThat(heard.decision()).isEqualTo("NO_DECISION");
    assertThat(heard.resolution()).isNull();
  }

  @Test
  void a_members_own_item_needs_no_release() {
    var item = accepted(Room.membersItem());

    assertConflict("item-moved-on", () -> item.release(SECOND, Room.MEETING_AT));
    item.schedule(Room.plannedMeeting(), Room.MEETING_AT);
    assertThat(item.status()).isEqualTo(SCHEDULED);
  }

  @Test
  void a_rejected_item_is_not_accepted_any_more() {
    var item = Room.membersItem();
    item.reject(Room.sealed("not ours"), Room.MEETING_AT);

    assertConflict("item-moved-on", () -> accepted(item));
    assertConflict("item-moved-on", () -> item.reject(Room.sealed("again"), Room.MEETING_AT));
  }

  @Test
  void an_accepted_item_is_not_rejected_by_the_chairs_second_click() {
    var item = accepted(Room.membersItem());

    assertConflict(
        "item-moved-on", () -> item.reject(Room.sealed("second click"), Room.MEETING_AT));
  }

  @Test
  void a_cancelled_meeting_takes_no_items() {
    var meeting = Room.plannedMeeting();
    meeting.cancel(Room.MEETING_AT);

    assertConflict(
        "meeting-takes-no-items",
        () -> accepted(Room.membersItem()).schedule(meeting, Room.MEETING_AT));
  }

  @Test
  void an_adjourned_item_comes_back_in_another_meeting() {
    var item = Room.discussedItem();

    item.adjourn(Room.sealed("an expert is ill"), Room.MEETING_AT);
    assertThat(item.meetingId()).isNull();

    item.schedule(Room.plannedMeeting(), Room.MEETING_AT);
    assertThat(item.status()).isEqualTo(SCHEDULED);
    assertThat(item.reason()).isNull();
  }

  @Test
  void an_item_in_the_middle_of_its_life_is_not_reported_as_closed() {
    assertConflict("item-not-closed", () -> Room.scheduledItem().closed(null, Room.MEETING_AT));
  }

  @Test
  void a_meeting_does_not_open_before_its_day() {
    var meeting = Room.plannedMeeting();
    meeting.convene(Room.MEETING_AT.minusSeconds(200_000));

    assertConflict(
        "meeting-not-today",
        () -> meeting.open(Room.MEETING_AT.minusSeconds(86_400), AppClock.CITY));
    meeting.open(Room.MEETING_AT.minusSeconds(600), AppClock.CITY);
    assertThat(meeting.status()).isEqualTo(MeetingStatus.OPEN);
  }

  @Test
  void attendance_waits_for_the_day_of_a_convened_meeting_and_ends_with_it() {
    var meeting = Room.plannedMeeting();
    assertConflict(
        "attendance-not-yet", () -> meeting.requireAttendance(Room.MEETING_AT, AppClock.CITY));
    meeting.convene(Room.MEETING_AT.minusSeconds(200_000));
    assertConflict(
        "attendance-not-yet",
        () -> meeting.requireAttendance(Room.MEETING_AT.minusSeconds(86_400), AppClock.CITY));
    meeting.requireAttendance(Room.MEETING_AT.minusSeconds(600), AppClock.CITY);
    meeting.open(Room.MEETING_AT, AppClock.CITY);
    meeting.requireAttendance(Room.MEETING_AT, AppClock.CITY);
    meeting.close(Room.MEETING_AT.plusSeconds(600));
    assertConflict(
        "meeting-moved-on", () -> meeting.requireAttendance(Room.MEETING_AT, AppClock.CITY));
  }

  @Test
  void a_meeting_that_is_not_convened_does_not_open() {
    assertConflict(
        "meeting-moved-on", () -> Room.plannedMeeting().open(Room.MEETING_AT, AppClock.CITY));
  }

  @Test
  void a_member_is_flagged_by_an_organisation_the_item_concerns() {
    var term = Room.term();

    assertThat(Room.member(term, "LETTING_ONE", "NGO_A").belongsTo(Set.of("LETTING_ONE"))).isTrue();
    assertThat(Room.member(term, "NGO_A").belongsTo(Set.of("LETTING_ONE"))).isFalse();
    assertThat(Room.member(term).belongsTo(Set.of())).isFalse();
  }

  @Test
  void a_recusal_is_not_taken_back_but_an_open_flag_is_cleared() {
    var term = Room.term();
    var item = Room.scheduledItem();
    var declared =
        Recusal.declared(item, Room.member(term), Room.sealed("works there"), Room.MEETING_AT);
    var flagged = Recusal.flag(item, Room.member(term), Room.MEETING_AT);

    assertConflict("already-recused", () -> declared.clear(Room.sealed("no"), Room.MEETING_AT));
    assertThat(flagged.kind().hidesItem()).isTrue();
    assertThat(flagged.kind().leavesBase()).isFalse();
    flagged.clear(Room.sealed("left the organisation years ago"), Room.MEETING_AT);
    assertThat(flagged.kind().hidesItem()).isFalse();
    flagged.declare(Room.sealed("I would rather not"), Room.MEETING_AT);
    assertThat(flagged.kind().leavesBase()).isTrue();
  }

  @Test
  void a_membership_number_is_never_used_twice() {
    var term = Room.term();

    assertThat(term.nextMember()).isEqualTo("M-4-01");
    assertThat(term.nextMember()).isEqualTo("M-4-02");
  }

  @Test
  void fewer_seats_than_members_are_refused() {
    assertThatThrownBy(() -> Room.term().rule(20, Quorum.Rule.HALF, Majority.SIMPLE, 23))
        .hasMessageContaining("seats-taken");
  }

  private static AgendaItem accepted(AgendaItem item) {
    item.accept(Set.of(), Room.MEETING_AT);
    return item;
  }
}
