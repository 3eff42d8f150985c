package org.isonomia.privacy;

import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.List;

/**
 * Somebody who has the database, the folders, the configuration and our source, and tries what
 * these give.
 */
public final class Thief {
  /** What the source derives from the secret in the configuration. */
  private static final List<String> PURPOSES =
      List.of(
          "directory",
          "salt of receipts",
          "demo person anna",
          "demo person piotr",
          "demo person admin",
          "link waiting",
          "codes on paper",
          "known browser",
          "passkeys of 1",
          "form begun by 1");

  private final HouseSecret house;
  private final byte[] secret;

  public Thief(String secret) {
    this.house = new HouseSecret(secret);
    this.secret = secret.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  /** Form 2 and up: sealed under keys; 1: for the house; 0: not at all. */
  public static int form(byte[] sealed) {
    return sealed.length == 0 ? -1 : sealed[0];
  }

  /** Tries what is sealed for the house, with everything that may be its subject and field. */
  public boolean opensForHouse(
      byte[] sealed, Collection<String> subjects, Collection<String> fields) {
    var value = Sealed.ofBytes(sealed);
    for (var subject : subjects) {
      for (var field : fields) {
        try {
          Algorithm.AES_256_GCM
              .of(house.key("directory"))
              .decrypt(value.rest(), Bytes.label(subject, field));
          return true;
        } catch (GeneralSecurityException e) {
          // the next one
        }
      }
    }
    return false;
  }

  /** Tries every key that follows from the configuration on what only a bearer should open. */
  public boolean opensUnder(byte[] sealed, Collection<String> purposes) {
    var value = Sealed.ofBytes(sealed);
    if (form(sealed) < 2 || form(sealed) > 3) {
      return false; // sealed for the house, which another method tries, or for a public key
    }
    return purposes.stream()
        .anyMatch(
            purpose ->
                UnderKey.open(secret, purpose, value).isPresent()
                    || PURPOSES.stream()
                        .anyMatch(p -> UnderKey.open(house.key(p), purpose, value).isPresent()));
  }
}
