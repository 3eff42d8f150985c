package org.isonomia.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The one place where content becomes a {@link Sealed} value and is read again. Every call names
 * the subject (a case number, or another record's public key) and the field it belongs to.
 *
 * <p>Form 0, the only one so far, is plain: a version byte, then UTF-8 or the file. It protects
 * nothing against somebody who reads the database, and does not check subject and field; they are
 * asked for already, so that an authenticated form with a key per case takes its place here without
 * touching a room.
 */
@ApplicationScoped
public class Vault {
  private static final byte PLAIN = 0;

  /** Seals a text; {@code null} stays {@code null}. */
  public Sealed seal(String subject, String field, String text) {
    return text == null ? null : sealBytes(subject, field, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Opens a text; {@code null} stays {@code null}. */
  public String open(String subject, String field, Sealed sealed) {
    return sealed == null
        ? null
        : new String(openBytes(subject, field, sealed), StandardCharsets.UTF_8);
  }

  public Sealed sealBytes(String subject, String field, byte[] content) {
    requireBinding(subject, field);
    var bytes = new byte[content.length + 1];
    bytes[0] = PLAIN;
    System.arraycopy(content, 0, bytes, 1, content.length);
    return Sealed.ofBytes(bytes);
  }

  /**
   * @throws IllegalStateException when the form is unknown
   */
  public byte[] openBytes(String subject, String field, Sealed sealed) {
    requireBinding(subject, field);
    var bytes = sealed.bytes();
    if (bytes.length == 0 || bytes[0] != PLAIN) {
      throw new IllegalStateException("sealed value of an unknown form");
    }
    return Arrays.copyOfRange(bytes, 1, bytes.length);
  }

  private static void requireBinding(String subject, String field) {
    if (subject == null || subject.isBlank() || field == null || field.isBlank()) {
      throw new IllegalArgumentException("a sealed value needs its subject and field");
    }
  }
}
