package org.isonomia.privacy;

import java.util.List;

/** Escrow keys of cities that nobody knows, with well written parts. */
public final class OtherEscrow {
  private OtherEscrow() {}

  public record Ceremony(List<String> parts, BackupLock lock) {}

  public static List<String> parts() {
    return EscrowShares.make().parts();
  }

  public static Ceremony ceremony() {
    var split = EscrowShares.make();
    var pair = KeyPair.ofSeed(split.seed());
    var keys = pair.publicKeys();
    return new Ceremony(
        split.parts(),
        BackupLock.of(
                keys.suite(), keys.wrapKey(), keys.signKey(), pair.sign(BackupLock.confirmed()))
            .orElseThrow());
  }
}
