package org.isonomia.access.domain;

import java.time.Instant;

/** What a telephone shows that was given the letters. */
public final class CodesForTests {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private CodesForTests() {}

  public static String now(String letters) {
    var bits = new StringBuilder();
    for (char letter : letters.toCharArray()) {
      bits.append(Integer.toBinaryString(32 + BASE32.indexOf(letter)).substring(1));
    }
    var secret = new byte[letters.length() * 5 / 8];
    for (int i = 0; i < secret.length; i++) {
      secret[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
    }
    return Codes.at(secret, Instant.now().getEpochSecond() / Codes.STEP.toSeconds());
  }
}
