package org.isonomia.privacy;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.isonomia.shared.Problem;
import org.isonomia.shared.Turns;

/**
 * Makes keys of what a person brings, by Argon2id. One derivation is split by labels: what is
 * stored to recognise somebody opens nothing, and what opens is stored nowhere. Few run at once,
 * the rest wait in a fair {@link Queue}, so that the memory of all of them together is bounded.
 */
public final class Derivation {
  /** Receipts derived at once; each takes the memory of its cost. */
  private static final Semaphore RECEIPTS = new Semaphore(2, true);

  private static final PasswordTurns PASSWORDS = new PasswordTurns();

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

  /**
   * Who waits with whom. A password waits apart from residents, so that neither stands in the
   * other's way; of the rest nobody is sent away.
   */
  public enum Queue {
    /** A report that is being filed, or a link that is opened: with a connection in hand. */
    HOLDING,
    /** A receipt that is typed back: before anything else is done, so it is derived aside. */
    RECEIPT {
      @Override
      Derivation turn(Supplier<Derivation> work) {
        // whoever has a place among the derivations waits for nobody: the others hold turns
        try (var aside = Turns.aside()) {
          return placed(work);
        }
      }
    },
    /** Something that is no login's password. A password goes by {@link #ofPassword}. */
    PASSWORD {
      @Override
      Derivation turn(Supplier<Derivation> work) {
        return PASSWORDS.turn("", false, true, work, work);
      }
    };

    Derivation turn(Supplier<Derivation> work) {
      return placed(work);
    }

    private static Derivation placed(Supplier<Derivation> work) {
      RECEIPTS.acquireUninterruptibly();
      try {
        return work.get();
      } finally {
        RECEIPTS.release();
      }
    }
  }

  private final byte[] root;

  private Derivation(byte[] root) {
    this.root = root;
  }

  /**
   * @param secret what the person typed
   * @param salt at least 8 bytes
   * @throws Problem tooMany "too-many-at-once" when it is a password and too many wait already
   */
  public static Derivation of(String secret, byte[] salt, Cost cost, Queue queue) {
    return queue.turn(() -> derive(secret, salt, cost));
  }

  /**
   * A password waits behind other tries for the same login only, and in a lane of its own where
   * that login was used before: see {@link PasswordTurns}.
   *
   * @param login whose password it is said to be
   * @param known whether this browser has shown the right one before, or is signed in
   * @throws Problem tooMany "too-many-at-once" when too many wait already
   */
  public static Derivation ofPassword(
      String secret, byte[] salt, Cost cost, String login, boolean known) {
    return PASSWORDS.turn(login, known, true, () -> derive(secret, salt, cost), null);
  }

  /**
   * Waits as {@link #ofPassword} does for a login that somebody has, and derives nothing when
   * another derivation can be waited for instead.
   *
   * @throws Problem tooMany "too-many-at-once" when too many wait already
   */
  public static void ofNobodysPassword(String secret, byte[] salt, Cost cost, String login) {
    PASSWORDS.turn(login, false, false, () -> derive(secret, salt, cost), () -> null);
  }

  private static Derivation derive(String secret, byte[] salt, Cost cost) {
    var root = new byte[Bytes.KEY];
    generator(salt, cost).generateBytes(secret.getBytes(StandardCharsets.UTF_8), root);
    return new Derivation(root);
  }

  private static Argon2BytesGenerator generator(byte[] salt, Cost cost) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withSalt(salt)
            .withMemoryAsKB(cost.kib())
            .withIterations(cost.passes())
            .withParallelism(1)
            .build());
    return generator;
  }

  /**
   * Derives many secrets with one salt and keeps the memory between them: taken anew for each, it
   * would keep the garbage collector busier than the derivation itself.
   */
  public static final class Salted {
    private final byte[] salt;
    private final Cost cost;
    private final ConcurrentLinkedQueue<Argon2BytesGenerator> idle = new ConcurrentLinkedQueue<>();

    public Salted(byte[] salt, Cost cost) {
      this.salt = salt.clone();
      this.cost = cost;
    }

    /** Waits in the queue for a place. */
    public Derivation derive(String secret, Queue queue) {
      return queue.turn(
          () -> {
            var ready = idle.poll();
            var generator = ready == null ? generator(salt, cost) : ready;
            var root = new byte[Bytes.KEY];
            generator.generateBytes(secret.getBytes(StandardCharsets.UTF_8), root);
            idle.add(generator); // it has cleared its memory
            return new Derivation(root);
          });
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
