package org.isonomia.access.domain;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.isonomia.privacy.Derivation;
import org.isonomia.privacy.Derivation.Cost;

/**
 * Passwords, by {@link Derivation}: one part is stored and recognises the password, another is the
 * lock of the person's private key and is stored nowhere.
 */
public final class Passwords {
  private static final String VERIFIER = "verifier";
  private static final String LOCK = "lock";
  private static final String CODE_LOCK = "lock of the second step";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String NOBODYS =
      make("nobody's password, so that a miss costs what a hit costs", "").stored();

  private Passwords() {}

  /**
   * @param stored {@code argon2id$<KiB>$<passes>$<salt>$<verifier>}; its parameters travel with it
   * @param lock 32 bytes that open the person's private key
   * @param codeLock 32 bytes that open the secret of the person's second step
   */
  public record Made(String stored, byte[] lock, byte[] codeLock) {
    @Override
    public String toString() {
      return "Made";
    }
  }

  /** What a right password opens; the same as when it was made. */
  public record Fits(byte[] lock, byte[] codeLock) {
    @Override
    public String toString() {
      return "Fits";
    }
  }

  /**
   * @param login who chooses it, to wait in the right place
   */
  public static Made make(String password, String login) {
    var salt = new byte[16];
    RANDOM.nextBytes(salt);
    var base64 = Base64.getEncoder().withoutPadding();
    var derived = Derivation.ofPassword(password, salt, Cost.PASSWORD, login, true);
    return new Made(
        "argon2id$%d$%d$%s$%s"
            .formatted(
                Cost.PASSWORD.kib(),
                Cost.PASSWORD.passes(),
                base64.encodeToString(salt),
                base64.encodeToString(derived.part(VERIFIER))),
        derived.part(LOCK),
        derived.part(CODE_LOCK));
  }

  /**
   * What the password opens, if it fits; nothing stored takes the same time and never fits.
   *
   * @param login for whom it is tried
   * @param known whether the right one was shown in this browser before
   */
  public static Optional<Fits> check(String password, String stored, String login, boolean known) {
    var parts = (stored == null ? NOBODYS : stored).split("\\$");
    var salt = Base64.getDecoder().decode(parts[3]);
    var cost = new Cost(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    if (stored == null) {
      Derivation.ofNobodysPassword(password, salt, cost, login);
      return Optional.empty();
    }
    var derived = Derivation.ofPassword(password, salt, cost, login, known);
    var fits = MessageDigest.isEqual(derived.part(VERIFIER), Base64.getDecoder().decode(parts[4]));
    return fits
        ? Optional.of(new Fits(derived.part(LOCK), derived.part(CODE_LOCK)))
        : Optional.empty();
  }
}
