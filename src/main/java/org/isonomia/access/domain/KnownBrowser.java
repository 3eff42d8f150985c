package org.isonomia.access.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A browser in which somebody has signed in before. What it keeps says so, signed by the house: a
 * digest of the login, a random part, and the signature. It opens nothing; it only spares its owner
 * from waiting behind strangers who try passwords.
 */
public final class KnownBrowser {
  private KnownBrowser() {}

  /**
   * @param key of the house
   */
  public static String make(byte[] key, String login) {
    var begin = digest(key, login) + "." + Tokens.make();
    return begin + "." + Codes.mac(key, begin);
  }

  /** Whether this was made for that login. */
  public static boolean fits(byte[] key, String login, String kept) {
    if (kept == null || kept.length() > 200) {
      return false;
    }
    var parts = kept.split("\\.", -1);
    return parts.length == 3
        && same(parts[0], digest(key, login))
        && same(parts[2], Codes.mac(key, parts[0] + "." + parts[1]));
  }

  private static String digest(byte[] key, String login) {
    return Codes.mac(key, "login " + Account.normalise(login)).substring(0, 32);
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
