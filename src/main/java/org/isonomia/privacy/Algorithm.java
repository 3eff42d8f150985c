package org.isonomia.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.XChaCha20Poly1305;
import java.security.GeneralSecurityException;

/**
 * How a value is sealed. New values take {@link #forNew()}; every older one says by its first byte
 * which it was, so an algorithm can be changed while old values still open.
 */
enum Algorithm {
  AES_256_GCM(2) {
    @Override
    Aead of(byte[] key) throws GeneralSecurityException {
      return new AesGcmJce(key);
    }
  },
  XCHACHA20_POLY1305(3) {
    @Override
    Aead of(byte[] key) throws GeneralSecurityException {
      return new XChaCha20Poly1305(key);
    }
  };

  private final byte form;

  Algorithm(int form) {
    this.form = (byte) form;
  }

  /**
   * @param key 32 bytes
   */
  abstract Aead of(byte[] key) throws GeneralSecurityException;

  byte form() {
    return form;
  }

  /**
   * @throws IllegalStateException when no release ever wrote this form
   */
  static Algorithm of(byte form) {
    for (var algorithm : values()) {
      if (algorithm.form == form) {
        return algorithm;
      }
    }
    throw new IllegalStateException("sealed value of an unknown form");
  }

  static Algorithm forNew() {
    return AES_256_GCM;
  }
}
