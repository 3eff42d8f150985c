package org.isonomia.privacy;

import java.util.Base64;
import java.util.Optional;

/**
 * What follows from the secret of a mailed link and its PIN together: how the PIN is recognised,
 * what opens the envelope, and a key pair for what is wrapped while nobody has the link at hand.
 * Without the secret, of 256 bits, nothing stored tells one PIN from another; who has the link and
 * the tables still pays an Argon2id for each PIN they try.
 */
public final class LinkKeys {
  private final Derivation derived;

  private LinkKeys(Derivation derived) {
    this.derived = derived;
  }

  /**
   * @param secret random, 256 bits
   * @param subject what the link leads to; links of other subjects give other keys
   */
  public static LinkKeys of(String secret, String pin, String subject) {
    var salt = Bytes.label("link", subject);
    return new LinkKeys(
        Derivation.of(secret + ":" + pin, salt, Derivation.Cost.RECEIPT, Derivation.Queue.HOLDING));
  }

  /** A new secret of 256 bits, to stand in an address. */
  public static String newSecret() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Bytes.random(Bytes.KEY));
  }

  /** Stored, to recognise a right PIN; opens nothing. */
  public byte[] verifier() {
    return derived.part("link verifier");
  }

  /** Opens the envelope {@link Safes#LINK} of the subject. */
  byte[] envelopeKey() {
    return derived.part("link envelope");
  }

  /** The public half of the link's key pair. */
  public PublicKeys publicKeys() {
    return pair().publicKeys();
  }

  private KeyPair pair() {
    return KeyPair.ofSeed(derived.part("link key pair"));
  }

  /** The private half, to lie in the row of a visit, under the token that only the cookie has. */
  public Sealed keepFor(String token) {
    return UnderKey.seal(token, "link key pair", pair().seed());
  }

  /** The private half that {@link #keepFor} put away; for {@link Safes#openWith}. */
  static Optional<KeyPair> pairOf(String token, Sealed kept) {
    return UnderKey.open(token, "link key pair", kept).map(KeyPair::ofSeed);
  }

  @Override
  public String toString() {
    return "LinkKeys";
  }
}
