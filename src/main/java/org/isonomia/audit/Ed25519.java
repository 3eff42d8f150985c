package org.isonomia.audit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Signatures as the Java platform makes them, so that whoever checks needs nothing else. */
final class Ed25519 {
  private static final String ALGORITHM = "Ed25519";
  // what Java puts before the 32 bytes of such a key (RFC 8410)
  private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private Ed25519() {}

  /**
   * @param seed 32 bytes from which the private key follows
   */
  static byte[] sign(byte[] statement, byte[] seed) {
    try {
      var signer = Signature.getInstance(ALGORITHM);
      signer.initSign(
          KeyFactory.getInstance(ALGORITHM)
              .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed)));
      signer.update(statement);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static boolean isSigned(byte[] statement, byte[] signature, byte[] key) {
    try {
      var encoded = Arrays.copyOf(PREFIX, PREFIX.length + key.length);
      System.arraycopy(key, 0, encoded, PREFIX.length, key.length);
      var check = Signature.getInstance(ALGORITHM);
      check.initVerify(
          KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded)));
      check.update(statement);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
