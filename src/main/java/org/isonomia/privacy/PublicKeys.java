package org.isonomia.privacy;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.subtle.Ed25519Verify;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The public half of a key pair: one key to wrap for its holder (HPKE: X25519, HKDF-SHA-256,
 * AES-256-GCM, RFC 9180) and one to check what the holder signed (Ed25519).
 *
 * @param suite which algorithms; 1 is the only one so far
 */
public record PublicKeys(int suite, byte[] wrapKey, byte[] signKey) {
  private static final int SHOWN = 16;

  /** One byte of the suite and both keys, to be kept in one column. */
  public byte[] encoded() {
    return ByteBuffer.allocate(1 + wrapKey.length + signKey.length)
        .put((byte) suite)
        .put(wrapKey)
        .put(signKey)
        .array();
  }

  /** What {@link #encoded} gave. */
  public static PublicKeys decoded(byte[] encoded) {
    var keys = ByteBuffer.wrap(encoded);
    var suite = keys.get();
    var wrapKey = new byte[Bytes.KEY];
    var signKey = new byte[Bytes.KEY];
    keys.get(wrapKey).get(signKey);
    return new PublicKeys(suite, wrapKey, signKey);
  }

  /** SHA-256 over the suite and both keys, in hexadecimal digits. */
  public String fingerprint() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update((byte) suite);
      digest.update(wrapKey);
      digest.update(signKey);
      return HexFormat.of().formatHex(digest.digest());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first 128 bits of the fingerprint in groups of four, for people to compare. */
  public String shortFingerprint() {
    return shortened(fingerprint());
  }

  /** {@code ab12 cd34 …}: eight groups of four digits. */
  public static String shortened(String fingerprint) {
    return fingerprint.substring(0, 2 * SHOWN).replaceAll("(.{4})(?=.)", "$1 ");
  }

  /**
   * Wraps a secret so that only the private half opens it.
   *
   * @param label what it is bound to; the same is needed to open it
   */
  byte[] wrap(byte[] secret, byte[] label) {
    try {
      return handle()
          .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class)
          .encrypt(secret, label);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key that nothing can be wrapped for", e);
    }
  }

  boolean signed(byte[] signature, byte[] statement) {
    try {
      new Ed25519Verify(signKey).verify(signature, statement);
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private KeysetHandle handle() throws GeneralSecurityException {
    var key =
        HpkePublicKey.create(
            KeyPair.PARAMETERS, com.google.crypto.tink.util.Bytes.copyFrom(wrapKey), null);
    return KeysetHandle.newBuilder()
        .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
        .build();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PublicKeys that
        && suite == that.suite
        && Arrays.equals(wrapKey, that.wrapKey)
        && Arrays.equals(signKey, that.signKey);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(wrapKey);
  }

  @Override
  public String toString() {
    return "PublicKeys " + shortFingerprint();
  }
}
