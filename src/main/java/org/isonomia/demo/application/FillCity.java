package org.isonomia.demo.application;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.access.Actor;
import org.isonomia.access.application.HoldCeremony;
import org.isonomia.access.application.KeepAccounts;
import org.isonomia.access.application.KeepKeys;
import org.isonomia.council.TermSetup;
import org.isonomia.council.TermSetup.Seat;
import org.isonomia.partner.application.EditInstitution;
import org.isonomia.partner.application.SeeDirectory;
import org.isonomia.shared.AppClock;
import org.isonomia.workflow.Timeline;

/** Fills the demo city at its first start, before the program says that it is ready. */
@ApplicationScoped
public class FillCity {
  private static final Logger LOG = Logger.getLogger("org.isonomia.demo");

  /** After the engine, which starts at 100. */
  private static final int AFTER_THE_ENGINE = 500;

  private static final Duration BEGINS_BEFORE = Duration.ofDays(125);
  private static final int SEATS = 9;
  private static final LocalTime MEETING_AT = LocalTime.of(16, 0);

  @Inject KeepAccounts accounts;
  @Inject People people;
  @Inject CaseTale cases;
  @Inject HoldCeremony ceremony;
  @Inject KeepKeys keepKeys;
  @Inject TermSetup council;
  @Inject SeeDirectory directory;
  @Inject EditInstitution editInstitution;
  @Inject Timeline timeline;
  @Inject AppClock clock;

  @Inject
  @ConfigProperty(name = "isonomia.demo", defaultValue = "false")
  boolean demo;

  /** By the city's own clock; unset: now. */
  @Inject
  @ConfigProperty(name = "isonomia.demo.begins")
  Optional<String> begins;

  void fill(@Observes @Priority(AFTER_THE_ENGINE) Startup started) {
    if (demo && Actor.HOUSE.run(accounts::demoPeople).isEmpty()) {
      if (!timeline.isEmpty()) {
        LOG.warning("there are cases here already: the demo city is not told among them");
        return;
      }
      var begin = System.nanoTime();
      var now =
          begins.map(text -> OffsetDateTime.parse(text).toInstant()).orElseGet(clock::instant);
      timeline.beginAt(now.minus(BEGINS_BEFORE));
      var persons = Actor.HOUSE.run(people::arrive);
      ceremony(persons);
      addresses();
      seatCouncil(persons);
      var tale = new Tale();
      var told = Told.read("cases.json").getValuesAs(JsonObject.class);
      for (int i = 0; i < told.size(); i++) {
        cases.tell(tale, persons, told.get(i), now, i);
      }
      tale.play(timeline, now);
      var next =
          now.atZone(AppClock.CITY)
              .toLocalDate()
              .plusDays(8)
              .with(TemporalAdjusters.nextOrSame(DayOfWeek.WEDNESDAY));
      Actor.HOUSE.run(
          () ->
              council.convene(
                  next.atTime(MEETING_AT).atZone(AppClock.CITY).toInstant(),
                  CaseTale.COUNCIL_ROOM,
                  "ONSITE"));
      // the telling took a few seconds of real time: the city's clock runs on as the real one
      timeline.moveTo(now.plusNanos(System.nanoTime() - begin));
      LOG.info(
          () ->
              "the demo city is filled after "
                  + Duration.ofNanos(System.nanoTime() - begin).toSeconds()
                  + " s");
    }
  }

  /**
   * What a city does on a page with people in the room, the demo city does by itself: the escrow
   * key, whose parts nobody gets to see, the teams, and the key of the institution that has a user.
   */
  private void ceremony(Map<String, Person> persons) {
    Actor.HOUSE.run(() -> ceremony.hold());
    for (var person : persons.values()) {
      if (person.actor().institutionId() != null) {
        person.run(() -> keepKeys.enrolDemoInstitution());
        persons
            .get("piotr")
            .run(() -> keepKeys.vouchForDemoInstitution(person.actor().institutionId()));
      }
    }
  }

  /** Invented addresses, so that referrals can be sent: nothing under .example exists. */
  private void addresses() {
    Actor.HOUSE.run(
        () -> {
          for (var entry : directory.all()) {
            var address =
                entry.code().toLowerCase(java.util.Locale.ROOT).replace('_', '-')
                    + "@partner.example";
            editInstitution.handle(
                new EditInstitution.Command(
                    entry.code(), entry.version(), address, "+48 000 000 000", entry.capacity()));
          }
          return null;
        });
  }

  private void seatCouncil(Map<String, Person> persons) {
    var seats = new ArrayList<Seat>();
    for (var told : Told.read("council.json").getValuesAs(JsonObject.class)) {
      var login = Told.text(told, "login");
      seats.add(
          new Seat(
              login == null ? null : persons.get(login).actor().accountId(),
              told.getString("name"),
              told.getString("seat"),
              told.getString("office"),
              Set.copyOf(Told.codes(told, "organisations"))));
    }
    var today = clock.today();
    Actor.HOUSE.run(
        () -> {
          council.setUp(
              4,
              today.withDayOfYear(1),
              today.plusYears(1).withDayOfYear(365),
              SEATS,
              List.copyOf(seats));
          return null;
        });
  }
}
