package org.isonomia.privacy;

import java.util.List;

/** Parts of an escrow key, well written, of a city that nobody knows. */
public final class OtherEscrow {
  private OtherEscrow() {}

  public static List<String> parts() {
    return EscrowShares.make().parts();
  }
}
