package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;
import org.isonomia.shared.Problem;

/** Guessing receipts is bounded, and never at the cost of whoever holds a right one. */
@ApplicationScoped
public class WrongReceipts {
  private static final int AT_ONCE = 8;
  private static final int PER_MINUTE = 300;

  private final Guesses guesses = new Guesses(AT_ONCE, PER_MINUTE, "too-many-receipts");

  /**
   * @throws Problem tooMany "too-many-receipts" when it is wrong and wrong ones came too fast
   */
  public <T> Optional<T> guard(Supplier<Optional<T>> lookUp) {
    return guesses.guard(lookUp);
  }
}
