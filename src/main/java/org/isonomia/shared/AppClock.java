package org.isonomia.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The one clock of the application: domain, engine and pages ask it, so that a test or the demo
 * city can play weeks in seconds. Real time is only for sessions, throttles and job locks. Dates of
 * the law are Europe/Warsaw.
 */
@ApplicationScoped
public class AppClock extends Clock {
  /** Where the city is; every legal date is a date there. */
  public static final ZoneId CITY = ZoneId.of("Europe/Warsaw");

  /** How far the application's time is ahead of the real one; while frozen, the instant itself. */
  private record Setting(Duration ahead, Instant frozen) {}

  private volatile Setting setting = new Setting(Duration.ZERO, null);

  @Override
  public Instant instant() {
    var now = setting;
    return now.frozen != null ? now.frozen : Instant.now().plus(now.ahead);
  }

  @Override
  public ZoneId getZone() {
    return CITY;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }

  public LocalDate today() {
    return LocalDate.ofInstant(instant(), CITY);
  }

  /** How far the application's clock is ahead of real time; zero outside the demo city. */
  public Duration ahead() {
    var now = setting;
    return now.frozen != null ? Duration.between(Instant.now(), now.frozen) : now.ahead;
  }

  /**
   * Stands still at this instant until {@link #runFrom} is called; only the demo's time travel does
   * so.
   */
  public void freeze(Instant at) {
    setting = new Setting(Duration.ZERO, at);
  }

  /** Runs on from this instant. */
  public void runFrom(Instant at) {
    setting = new Setting(Duration.between(Instant.now(), at), null);
  }
}
