package org.isonomia.privacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;
import org.bouncycastle.util.encoders.Base32;

/**
 * The escrow seed in three parts, any two of which give it (Shamir). A part is written as its
 * number and groups of four letters and digits, with a check that tells a slip of the pen.
 */
final class EscrowShares {
  private static final int PARTS = 3;
  private static final int NEEDED = 2;
  private static final int CHECK = 3;

  /** A new secret and its parts. */
  record Split(byte[] seed, List<String> parts) {}

  private EscrowShares() {}

  static Split make() {
    try {
      var split =
          new ShamirSecretSplitter(
                  ShamirSecretSplitter.Algorithm.AES,
                  ShamirSecretSplitter.Mode.Native,
                  Bytes.KEY,
                  Bytes.source())
              .split(NEEDED, PARTS);
      var shares = split.getSecretShares();
      return new Split(
          split.getSecret(),
          IntStream.range(0, PARTS).mapToObj(i -> written(i + 1, encoded(shares[i]))).toList());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] encoded(ShamirSplitSecretShare share) {
    try {
      return share.getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String written(int number, byte[] part) {
    var bytes = Arrays.copyOf(part, part.length + CHECK);
    System.arraycopy(check(number, part), 0, bytes, part.length, CHECK);
    var text = new String(Base32.encode(bytes), StandardCharsets.US_ASCII).replace("=", "");
    return number + " " + text.replaceAll("(.{4})(?=.)", "$1 ");
  }

  /** Empty when fewer than two different parts are there, or one of them has a slip. */
  static Optional<byte[]> join(List<String> typed) {
    var parts = new LinkedHashMap<Integer, byte[]>();
    for (var text : typed) {
      read(text).ifPresent(part -> parts.put(part.r(), part.bytes()));
    }
    if (parts.size() < NEEDED) {
      return Optional.empty();
    }
    try {
      var shares =
          parts.entrySet().stream()
              .limit(NEEDED)
              .map(part -> new ShamirSplitSecretShare(part.getValue(), part.getKey()))
              .toArray(ShamirSplitSecretShare[]::new);
      return Optional.of(
          new ShamirSplitSecret(
                  ShamirSecretSplitter.Algorithm.AES, ShamirSecretSplitter.Mode.Native, shares)
              .getSecret());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static boolean isPart(String typed) {
    return read(typed).isPresent();
  }

  private record Part(int r, byte[] bytes) {}

  private static Optional<Part> read(String text) {
    var plain = text == null ? "" : text.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    if (!plain.matches("[1-" + PARTS + "][A-Z2-7]{56}")) {
      return Optional.empty();
    }
    var number = plain.charAt(0) - '0';
    var bytes = Base32.decode(plain.substring(1));
    var part = Arrays.copyOf(bytes, Bytes.KEY);
    return Arrays.equals(
            check(number, part), Arrays.copyOfRange(bytes, Bytes.KEY, Bytes.KEY + CHECK))
        ? Optional.of(new Part(number, part))
        : Optional.empty();
  }

  private static byte[] check(int number, byte[] part) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update((byte) number);
      return Arrays.copyOf(digest.digest(part), CHECK);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
