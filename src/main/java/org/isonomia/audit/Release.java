package org.isonomia.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/**
 * Records of a month and a kind may go, because their time is over: signed by the house, with how
 * many months were kept, where the month lies in the chain and how many records there were. It is
 * also the signed end of the month, from which the chain can be followed when the month is gone.
 *
 * @param month {@code 2026-11}
 * @param months how many were kept after the one in which something happened
 * @param closing hash of the last link of the month
 * @param publicKey 32 bytes of Ed25519
 */
public record Release(
    String month,
    String kind,
    int months,
    long first,
    long last,
    byte[] closing,
    long records,
    Instant at,
    byte[] signature,
    byte[] publicKey) {
  /** Kinds of records; a month is gone when all of them are. */
  public static final Set<String> KINDS = Set.of("CHANGE", "READ", "REFUSAL");

  /** Signs with the private key that follows from 32 bytes. */
  public Release sign(byte[] seed, byte[] key) {
    return new Release(
        month,
        kind,
        months,
        first,
        last,
        closing,
        records,
        at,
        Ed25519.sign(statement(), seed),
        key);
  }

  /** Whether the house that has this key signed it. */
  public boolean isSignedBy(byte[] key) {
    return Arrays.equals(key, publicKey) && Ed25519.isSigned(statement(), signature, key);
  }

  /** From when on the records may go, by what is signed here. */
  public Instant due() {
    return due(YearMonth.parse(month), months);
  }

  /** From when on records of a month may go that are kept for so many months after it. */
  public static Instant due(YearMonth month, int months) {
    return month.plusMonths(1L + months).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private byte[] statement() {
    return String.join(
            "\n",
            "isonomia audit release 1",
            month,
            kind,
            Integer.toString(months),
            Long.toString(first),
            Long.toString(last),
            HexFormat.of().formatHex(closing),
            Long.toString(records),
            at.toString())
        .getBytes(StandardCharsets.UTF_8);
  }
}
