package org.isonomia.access.application;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What somebody may choose as a password or a vault phrase: any characters, as many as it takes,
 * but nothing that is guessed early. No kind of character is demanded, and nothing is asked outside
 * the house: the lists of common passwords, names and words come with the library.
 */
public final class NewPassword {
  public static final int SHORTEST = 12;
  public static final int LONGEST = 200;

  /** Whoever guesses in the best order finds it sooner than this: refused. */
  static final double FEWEST_GUESSES = 1e8;

  /** Measuring takes more than linear time, and so much is never guessed anyway. */
  private static final int MEASURED = 60;

  private static final Zxcvbn GUESSING = new Zxcvbn();

  /** Words that people of this house think of first; one a line. */
  private static final List<String> OF_THE_HOUSE = ofTheHouse();

  /** Why it may not be. */
  public enum Fault {
    LENGTH,
    GUESSED
  }

  private NewPassword() {}

  /**
   * @param about words that others know of this person, such as the login
   */
  public static Optional<Fault> fault(String password, String... about) {
    if (password == null || password.length() < SHORTEST || password.length() > LONGEST) {
      return Optional.of(Fault.LENGTH);
    }
    return isGuessed(password, about) ? Optional.of(Fault.GUESSED) : Optional.empty();
  }

  /** Whether it is among what is tried first. */
  public static boolean isGuessed(String password, String... about) {
    var known = new ArrayList<>(OF_THE_HOUSE);
    known.addAll(List.of(about));
    var measured = password.substring(0, Math.min(MEASURED, password.length()));
    return GUESSING.measure(measured, known).getGuesses() < FEWEST_GUESSES;
  }

  private static List<String> ofTheHouse() {
    try (InputStream in = NewPassword.class.getResourceAsStream("/access/words-of-the-house")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
