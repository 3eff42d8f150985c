package org.isonomia.privacy;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Makes keys of what a person brings, by Argon2id. One derivation is split by labels: what is
 * stored to recognise somebody opens nothing, and what opens is stored nowhere. As many run at once
 * as there are {@link #PLACES}; the rest wait in a fair queue, so that the memory of all of them
 * together is bounded.
 */
public final class Derivation {
  /**
   * What it costs: memory in KiB and passes.
   *
   * @param kib memory, in KiB
   * @param passes over that memory
   */
  public record Cost(int kib, int passes) {
    /** For passwords, which people choose: the minimum of OWASP. */
    public static final Cost PASSWORD = new Cost(19 * 1024, 2);

    /** For receipts, which are random: see the decision record on receipts for the figures. */
    public static final Cost RECEIPT = new Cost(16 * 1024, 1);
  }

  /** At once; each takes the memory of its cost. */
  public static final int PLACES = 2;

  private static final Semaphore QUEUE = new Semaphore(PLACES, true);

  private final byte[] root;

  private Derivation(byte[] root) {
    this.root = root;
  }

  /**
   * @param secret what the person typed
   * @param salt at least 8 bytes
   */
  public static Derivation of(String secret, byte[] salt, Cost cost) {
    QUEUE.acquireUninterruptibly();
    try {
      var generator = new Argon2BytesGenerator();
      generator.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withSalt(salt)
              .withMemoryAsKB(cost.kib())
              .withIterations(cost.passes())
              .withParallelism(1)
              .build());
      var root = new byte[Bytes.KEY];
      generator.generateBytes(secret.getBytes(StandardCharsets.UTF_8), root);
      return new Derivation(root);
    } finally {
      QUEUE.release();
    }
  }

  /** One of the independent keys of 32 bytes; from one nobody reckons another. */
  public byte[] part(String label) {
    return Bytes.derive(root, "derivation: " + label);
  }

  @Override
  public String toString() {
    return "Derivation";
  }
}
