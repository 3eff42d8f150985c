package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;
import org.isonomia.shared.Problem;

/** Guessing numbers of acknowledgements is bounded; a right one is always answered. */
@ApplicationScoped
public class WrongAcknowledgements {
  private static final int AT_ONCE = 4;
  private static final int PER_MINUTE = 60;

  private final Guesses guesses = new Guesses(AT_ONCE, PER_MINUTE, "too-many-acknowledgements");

  /**
   * @throws Problem tooMany "too-many-acknowledgements" when wrong ones came too fast
   */
  public <T> Optional<T> guard(Supplier<Optional<T>> lookUp) {
    return guesses.guard(lookUp);
  }
}
