package org.isonomia.privacy;

import java.util.List;
import java.util.Set;
import org.isonomia.shared.AppClock;

/** Safes, vault and trust over {@link TablesInMemory}, for tests of rooms that wrap keys. */
public final class SafesInMemory {
  private final TablesInMemory tables = new TablesInMemory();
  private final Trust trust = new Trust(tables, new AppClock(), null);
  private final Safes safes = new Safes(tables, trust, new Unsealed());
  private final Vault vault = Vaults.of(safes);

  /** Whoever acts on this thread from now on has nothing open yet. */
  public SafesInMemory enter() {
    Keyring.empty().enter();
    return this;
  }

  /** Makes these subjects; whoever acts on this thread has them open. */
  public void make(String... subjects) {
    for (var subject : subjects) {
      safes.make(subject, Set.of(Compartment.values()), List.of());
    }
  }

  public Vault vault() {
    return vault;
  }

  public Safes safes() {
    return safes;
  }

  public Trust trust() {
    return trust;
  }
}
