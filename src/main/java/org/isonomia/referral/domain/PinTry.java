package org.isonomia.referral.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * How many wrong PINs a link has seen since the last right one. After ten it takes none for fifteen
 * minutes of real time: a person who mistypes is not troubled, and guessing a million numbers
 * behind a secret link takes years. It concerns this one link only, so nobody can shut the door of
 * another.
 *
 * @param closedUntil real time; {@code null} when open
 */
public record PinTry(int wrong, Instant closedUntil) {
  public static final int TRIES = 10;
  public static final Duration PAUSE = Duration.ofMinutes(15);

  public boolean isClosed(Instant realNow) {
    return closedUntil != null && realNow.isBefore(closedUntil);
  }

  public PinTry afterWrong(Instant realNow) {
    var more = wrong + 1;
    return more >= TRIES ? new PinTry(0, realNow.plus(PAUSE)) : new PinTry(more, null);
  }

  public PinTry afterRight() {
    return new PinTry(0, null);
  }
}
