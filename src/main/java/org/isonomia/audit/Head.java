package org.isonomia.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
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
  private static final String ALGORITHM = "Ed25519";
  // what Java puts before the 32 bytes of such a key (RFC 8410)
  private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  /** Signs with the private key that follows from 32 bytes. */
  public static Head sign(LocalDate day, long seq, byte[] hash, byte[] seed, byte[] publicKey) {
    try {
      var signer = Signature.getInstance(ALGORITHM);
      signer.initSign(privateKey(seed));
      signer.update(statement(day, seq, hash));
      return new Head(day, seq, hash, signer.sign(), publicKey);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether the house that has this key signed it. */
  public boolean isSignedBy(byte[] key) {
    try {
      var check = Signature.getInstance(ALGORITHM);
      check.initVerify(publicKey(key));
      check.update(statement(day, seq, hash));
      return check.verify(signature) && Arrays.equals(key, publicKey);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static byte[] statement(LocalDate day, long seq, byte[] hash) {
    return ("isonomia audit head 1\n" + day + "\n" + seq + "\n" + HexFormat.of().formatHex(hash))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static PrivateKey privateKey(byte[] seed) throws GeneralSecurityException {
    return KeyFactory.getInstance(ALGORITHM)
        .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
  }

  private static PublicKey publicKey(byte[] key) throws GeneralSecurityException {
    var encoded = Arrays.copyOf(PREFIX, PREFIX.length + key.length);
    System.arraycopy(key, 0, encoded, PREFIX.length, key.length);
    return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
  }
}
