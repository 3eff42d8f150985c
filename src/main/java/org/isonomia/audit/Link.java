package org.isonomia.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * One place in the chain. Its hash is over its number, the kind of its record, the hash before it
 * and the hash of the record: the record itself may go after its class, and the chain still holds.
 *
 * @param month the segment, {@code 2026-11}
 */
public record Link(
    long seq,
    long recordId,
    String month,
    String kind,
    byte[] recordHash,
    byte[] before,
    byte[] hash) {
  /** What comes before the first link. */
  public static final byte[] BEGINNING = new byte[32];

  /** The next link after {@code before}. */
  public static Link after(long seq, byte[] before, String month, AuditRecord record) {
    var recordHash = hashOf(record);
    return new Link(
        seq,
        record.id(),
        month,
        record.kind(),
        recordHash,
        before,
        hash(seq, month, record.kind(), recordHash, before));
  }

  static byte[] hashOf(AuditRecord record) {
    return sha256().digest(record.canonical());
  }

  static byte[] hash(long seq, String month, String kind, byte[] recordHash, byte[] before) {
    var digest = sha256();
    digest.update("isonomia audit link 1\n".getBytes(StandardCharsets.UTF_8));
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seq).array());
    digest.update((month + "\n" + kind + "\n").getBytes(StandardCharsets.UTF_8));
    digest.update(before);
    digest.update(recordHash);
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
