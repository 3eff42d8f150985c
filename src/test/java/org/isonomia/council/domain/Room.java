package org.isonomia.council.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;

/**
 * Builders of the Council's records for tests: the Council of story 3, with 24 seats and one
 * vacant.
 */
final class Room {
  static final Instant MEETING_AT = Instant.parse("2027-02-24T15:00:00Z");
  static final LocalDate DAY = LocalDate.of(2027, 2, 24);
  static final CaseNumber ORIGIN = new CaseNumber("ET-2027-00003");
  private static long lastId = 100;

  private Room() {}

  static Sealed sealed(String text) {
    return Sealed.ofBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  static Term term() {
    return term(Majority.SIMPLE);
  }

  static Term term(Majority majority) {
    return withId(
        new Term(
            4,
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2027, 12, 31),
            24,
            Quorum.Rule.HALF,
            majority));
  }

  static Member member(Term term, String... organisations) {
    return withId(
        new Member(
            term,
            term.nextMember(),
            null,
            sealed("name"),
            SeatKind.NGO,
            Office.MEMBER,
            Set.of(organisations),
            term.startsOn()));
  }

  static Meeting plannedMeeting() {
    return withId(
        new Meeting(term(), "CM-2027-00001", MEETING_AT, sealed("hall"), null, MeetingMode.ONSITE));
  }

  static Meeting openMeeting() {
    var meeting = plannedMeeting();
    meeting.convene(MEETING_AT.minusSeconds(86_400));
    meeting.open(MEETING_AT, AppClock.CITY);
    return meeting;
  }

  static AgendaItem itemFromCase() {
    return item(ORIGIN);
  }

  static AgendaItem membersItem() {
    return item(null);
  }

  private static AgendaItem item(CaseNumber origin) {
    return withId(
        new AgendaItem(
            "AI-2027-00001",
            ItemType.SYSTEMIC_ISSUE,
            sealed("title"),
            sealed("question"),
            sealed("brief"),
            origin,
            7,
            MEETING_AT.minusSeconds(900_000)));
  }

  static AgendaItem scheduledItem() {
    var item = membersItem();
    item.accept(Set.of(), MEETING_AT);
    item.schedule(plannedMeeting(), MEETING_AT);
    return item;
  }

  static AgendaItem discussedItem() {
    var item = scheduledItem();
    item.discuss();
    return item;
  }

  /** Members 1 to n. */
  static Set<Long> members(int n) {
    return LongStream.rangeClosed(1, n).boxed().collect(Collectors.toCollection(HashSet::new));
  }

  private static <T> T withId(T entity) {
    try {
      var id = entity.getClass().getDeclaredField("id");
      id.setAccessible(true);
      id.setLong(entity, ++lastId);
      return entity;
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
