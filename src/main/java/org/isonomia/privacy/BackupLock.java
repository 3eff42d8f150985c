package org.isonomia.privacy;

import java.util.List;
import java.util.Optional;

/**
 * What a backup is locked with: the public half of the escrow key, so that the machine that writes
 * backups cannot read them, and two of three people can.
 */
public final class BackupLock {
  private final PublicKeys escrow;

  private BackupLock(PublicKeys escrow) {
    this.escrow = escrow;
  }

  /**
   * @param confirmation the signature of the escrow key's row
   * @return empty before the ceremony is over: nobody would open what is locked with this key
   */
  public static Optional<BackupLock> of(
      int suite, byte[] wrapKey, byte[] signKey, byte[] confirmation) {
    var keys = new PublicKeys(suite, wrapKey, signKey);
    return isConfirmed(keys, confirmation) ? Optional.of(new BackupLock(keys)) : Optional.empty();
  }

  /** Whether two parts of this escrow key were typed back at the ceremony. */
  static boolean isConfirmed(PublicKeys escrow, byte[] confirmation) {
    return escrow.signed(confirmation, confirmed());
  }

  static byte[] confirmed() {
    return Bytes.label("parts confirmed");
  }

  /** SHA-256 of the escrow key, 64 hexadecimal digits. */
  public String fingerprint() {
    return escrow.fingerprint();
  }

  /**
   * Wraps the key of a file.
   *
   * @param header what the file says in clear; a changed one does not open
   */
  public byte[] wrap(byte[] key, byte[] header) {
    return escrow.wrap(key, header);
  }

  /** Whether this could be a part of an escrow key: without a slip of the pen. */
  public static boolean isPart(String typed) {
    return EscrowShares.isPart(typed);
  }

  /** What two parts of an escrow key give: whose backups they open. */
  public static Optional<Opener> open(List<String> parts) {
    return EscrowShares.join(parts).map(KeyPair::ofSeed).map(Opener::new);
  }

  /** The private half, for as long as a restore lasts. It prints nothing. */
  public static final class Opener {
    private final KeyPair escrow;

    private Opener(KeyPair escrow) {
      this.escrow = escrow;
    }

    public String fingerprint() {
      return escrow.publicKeys().fingerprint();
    }

    /** Empty when it was wrapped for another key, or the header is another one. */
    public Optional<byte[]> unwrap(byte[] wrapped, byte[] header) {
      return escrow.unwrap(wrapped, header);
    }

    @Override
    public String toString() {
      return "Opener";
    }
  }
}
