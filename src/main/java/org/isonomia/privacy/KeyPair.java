package org.isonomia.privacy;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.subtle.Ed25519Sign;
import com.google.crypto.tink.subtle.X25519;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * The private half: a seed of 32 random bytes from which both keys follow, so that one secret is
 * wrapped, split or kept, never two. It prints nothing.
 */
public final class KeyPair {
  static final int SUITE = 1;
  static final HpkeParameters PARAMETERS = parameters();

  private final byte[] seed;
  private final PublicKeys publicKeys;
  private HybridDecrypt opener;

  private KeyPair(byte[] seed) {
    this.seed = seed;
    try {
      this.publicKeys =
          new PublicKeys(
              SUITE,
              X25519.publicFromPrivate(wrapSecret(seed)),
              Ed25519Sign.KeyPair.newKeyPairFromSeed(signSecret(seed)).getPublicKey());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private KeyPair(byte[] seed, PublicKeys known) {
    this.seed = seed;
    this.publicKeys = known;
  }

  static KeyPair make() {
    return ofSeed(Bytes.random(Bytes.KEY));
  }

  static KeyPair ofSeed(byte[] seed) {
    return new KeyPair(seed.clone());
  }

  /** Without reckoning the public half anew; it comes from where the seed comes from. */
  static KeyPair ofSeed(byte[] seed, PublicKeys known) {
    return new KeyPair(seed.clone(), known);
  }

  /** Seed and public half, to lie sealed in a session: nothing has to be reckoned anew. */
  byte[] packed() {
    var encoded = publicKeys.encoded();
    var packed = java.util.Arrays.copyOf(seed, seed.length + encoded.length);
    System.arraycopy(encoded, 0, packed, seed.length, encoded.length);
    return packed;
  }

  static KeyPair ofPacked(byte[] packed) {
    return ofSeed(
        java.util.Arrays.copyOf(packed, Bytes.KEY),
        PublicKeys.decoded(java.util.Arrays.copyOfRange(packed, Bytes.KEY, packed.length)));
  }

  byte[] seed() {
    return seed.clone();
  }

  public PublicKeys publicKeys() {
    return publicKeys;
  }

  byte[] sign(byte[] statement) {
    try {
      return new Ed25519Sign(signSecret(seed)).sign(statement);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Empty when it was wrapped for somebody else, or bound to something else. */
  Optional<byte[]> unwrap(byte[] wrapped, byte[] label) {
    try {
      if (opener == null) {
        opener = opener();
      }
      return Optional.of(opener.decrypt(wrapped, label));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private HybridDecrypt opener() throws GeneralSecurityException {
    var open =
        HpkePublicKey.create(
            PARAMETERS, com.google.crypto.tink.util.Bytes.copyFrom(publicKeys.wrapKey()), null);
    var key =
        HpkePrivateKey.create(
            open, SecretBytes.copyFrom(wrapSecret(seed), InsecureSecretKeyAccess.get()));
    return KeysetHandle.newBuilder()
        .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
        .build()
        .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);
  }

  private static byte[] wrapSecret(byte[] seed) {
    return Bytes.derive(seed, "key pair 1: X25519");
  }

  private static byte[] signSecret(byte[] seed) {
    return Bytes.derive(seed, "key pair 1: Ed25519");
  }

  private static HpkeParameters parameters() {
    try {
      HybridConfig.register();
      return HpkeParameters.builder()
          .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
          .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
          .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
          .setVariant(HpkeParameters.Variant.NO_PREFIX)
          .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "KeyPair";
  }
}
