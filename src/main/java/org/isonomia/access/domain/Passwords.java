package org.isonomia.access.domain;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.isonomia.privacy.Derivation;
import org.isonomia.privacy.Derivation.Cost;
import org.isonomia.privacy.Derivation.Queue;

/**
 * Passwords, by {@link Derivation}: one part is stored and recognises the password, another is the
 * lock of the person's private key and is stored nowhere.
 */
public final class Passwords {
  private static final String VERIFIER = "verifier";
  private static final String LOCK = "lock";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String NOBODYS =
      make("nobody's password, so that a miss costs what a hit costs").stored();

  private Passwords() {}

  /**
   * @param stored {@code argon2id$<KiB>$<passes>$<salt>$<verifier>}; its parameters travel with it
   * @param lock 32 bytes that open the person's private key
   */
  public record Made(String stored, byte[] lock) {
    @Override
    public String toString() {
      return "Made";
    }
  }

  public static Made make(String password) {
    var salt = new byte[16];
    RANDOM.nextBytes(salt);
    var base64 = Base64.getEncoder().withoutPadding();
    var derived = Derivation.of(password, salt, Cost.PASSWORD, Queue.PASSWORD);
    return new Made(
        "argon2id$%d$%d$%s$%s"
            .formatted(
                Cost.PASSWORD.kib(),
                Cost.PASSWORD.passes(),
                base64.encodeToString(salt),
                base64.encodeToString(derived.part(VERIFIER))),
        derived.part(LOCK));
  }

  /** The lock, if the password fits; nothing stored costs the same time and never fits. */
  public static Optional<byte[]> check(String password, String stored) {
    var parts = (stored == null ? NOBODYS : stored).split("\\$");
    var salt = Base64.getDecoder().decode(parts[3]);
    var derived =
        Derivation.of(
            password,
            salt,
            new Cost(Integer.parseInt(parts[1]), Integer.parseInt(parts[2])),
            Queue.PASSWORD);
    var fits =
        MessageDigest.isEqual(derived.part(VERIFIER), Base64.getDecoder().decode(parts[4]))
            && stored != null;
    return fits ? Optional.of(derived.part(LOCK)) : Optional.empty();
  }
}
