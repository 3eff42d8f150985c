package org.isonomia.audit;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The end of the chain on one day, signed by the house. Its number is also how many records there
 * are up to it.
 *
 * @param publicKey 32 bytes of Ed25519
 */
public record Head(LocalDate day, long seq, byte[] hash, byte[] signature, byte[] publicKey) {
  /** Signs with the private key that follows from 32 bytes. */
  public static Head sign(LocalDate day, long seq, byte[] hash, byte[] seed, byte[] publicKey) {
    return new Head(day, seq, hash, Ed25519.sign(statement(day, seq, hash), seed), publicKey);
  }

  /** Whether the house that has this key signed it. */
  public boolean isSignedBy(byte[] key) {
    return Arrays.equals(key, publicKey)
        && Ed25519.isSigned(statement(day, seq, hash), signature, key);
  }

  private static byte[] statement(LocalDate day, long seq, byte[] hash) {
    return ("isonomia audit head 1\n" + day + "\n" + seq + "\n" + HexFormat.of().formatHex(hash))
        .getBytes(StandardCharsets.UTF_8);
  }
}
