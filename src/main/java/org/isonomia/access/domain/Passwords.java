package org.isonomia.access.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id with 19 MiB and 2 passes (the OWASP minimum); a few at a time, the rest wait, so that
 * many sign-ins at once do not take the memory of everybody else.
 */
public final class Passwords {
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Semaphore PLACES = new Semaphore(4, true);
  private static final String NOBODYS =
      hash("nobody's password, hashed once so that a miss costs what a hit costs");

  private Passwords() {}

  /** The form {@code argon2id$<KiB>$<passes>$<salt>$<hash>}; its parameters travel with it. */
  public static String hash(String password) {
    var salt = new byte[16];
    RANDOM.nextBytes(salt);
    var base64 = Base64.getEncoder().withoutPadding();
    return "argon2id$%d$%d$%s$%s"
        .formatted(
            MEMORY_KIB,
            PASSES,
            base64.encodeToString(salt),
            base64.encodeToString(derive(password, salt, MEMORY_KIB, PASSES)));
  }

  /** Compares; a missing hash costs the same time and never fits. */
  public static boolean fits(String password, String hash) {
    var parts = (hash == null ? NOBODYS : hash).split("\\$");
    var salt = Base64.getDecoder().decode(parts[3]);
    var derived = derive(password, salt, Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    return MessageDigest.isEqual(derived, Base64.getDecoder().decode(parts[4])) && hash != null;
  }

  private static byte[] derive(String password, byte[] salt, int kib, int passes) {
    PLACES.acquireUninterruptibly();
    try {
      var generator = new Argon2BytesGenerator();
      generator.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withSalt(salt)
              .withMemoryAsKB(kib)
              .withIterations(passes)
              .withParallelism(LANES)
              .build());
      var out = new byte[BYTES];
      generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), out);
      return out;
    } finally {
      PLACES.release();
    }
  }
}
