package org.isonomia.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.council.domain.Meeting;
import org.isonomia.council.domain.MeetingMode;
import org.isonomia.council.persistence.Meetings;
import org.isonomia.council.persistence.Numbers;
import org.isonomia.council.persistence.Terms;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;

/** The secretary plans a meeting in the term of its day. */
@ApplicationScoped
@Transactional
public class PlanMeeting {
  /**
   * @param day city's date
   * @param time city's time
   * @param link https address for who joins online; needed unless everybody comes
   */
  public record Command(
      LocalDate day, LocalTime time, String place, String link, MeetingMode mode) {}

  @Inject Meetings meetings;
  @Inject Terms terms;
  @Inject Numbers numbers;
  @Inject Vault vault;
  @Inject AppClock clock;

  /** For the form: who may not do it is not asked about it. */
  @Allowed(value = Permission.RUN_MEETING, trace = Allowed.Trace.NONE)
  public void ask() {}

  /** Returns the number of the meeting. */
  @Allowed(Permission.RUN_MEETING)
  public String handle(Command command) {
    var typed = new Typed();
    typed.chosen("day", command.day());
    typed.chosen("time", command.time());
    typed.chosen("mode", command.mode());
    var place = typed.text("place", command.place(), Typed.LINE);
    var link = typed.optional("link", command.link(), Typed.LINE);
    if (link != null && !link.matches("https://[^\\s\"'<>]+")) {
      typed.wrong("link", "link");
    }
    if (command.mode() != null && command.mode() != MeetingMode.ONSITE && link == null) {
      typed.wrong("link", "missing");
    }
    if (command.day() != null && command.day().isBefore(clock.today())) {
      typed.wrong("day", "day-past");
    }
    if (command.day() != null && terms.findOn(command.day()).isEmpty()) {
      typed.wrong("day", "no-term");
    }
    typed.done();
    return plan(
        command.day().atTime(command.time()).atZone(AppClock.CITY).toInstant(),
        place,
        link,
        command.mode());
  }

  /** The same with everything checked, for the house. */
  @Allowed(Permission.HOUSE)
  public String plan(Instant startsAt, String place, String link, MeetingMode mode) {
    var day = LocalDate.ofInstant(startsAt, AppClock.CITY);
    var number = numbers.nextMeeting(day.getYear());
    meetings.add(
        new Meeting(
            terms.getOn(day),
            number,
            startsAt,
            vault.sealForHouse(number, "place", place),
            vault.sealForHouse(number, "link", link),
            mode));
    return number;
  }
}
