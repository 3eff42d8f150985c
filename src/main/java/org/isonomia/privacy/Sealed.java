package org.isonomia.privacy;

import java.util.Arrays;

/**
 * A text or file content as it lies in the database: opaque bytes. It has no way to read itself and
 * prints nothing, so it cannot leak into a log or a process variable by accident; {@link Vault}
 * seals and opens. Entities map it to a {@code bytea} column named {@code *_sealed}.
 */
public final class Sealed {
  private final byte[] bytes;

  private Sealed(byte[] bytes) {
    this.bytes = bytes;
  }

  /** For the vault and the column mapping only. */
  public static Sealed ofBytes(byte[] bytes) {
    return new Sealed(bytes.clone());
  }

  /** For the vault and the column mapping only. */
  public byte[] bytes() {
    return bytes.clone();
  }

  static Sealed of(byte form, byte[] rest) {
    var bytes = new byte[rest.length + 1];
    bytes[0] = form;
    System.arraycopy(rest, 0, bytes, 1, rest.length);
    return new Sealed(bytes);
  }

  /** The first byte: how the rest is sealed. */
  byte form() {
    if (bytes.length == 0) {
      throw new IllegalStateException("sealed value of an unknown form");
    }
    return bytes[0];
  }

  byte[] rest() {
    return Arrays.copyOfRange(bytes, 1, bytes.length);
  }

  public int size() {
    return bytes.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sealed that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Sealed";
  }
}
