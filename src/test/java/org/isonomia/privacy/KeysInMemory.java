package org.isonomia.privacy;

import java.util.List;
import java.util.Set;
import org.isonomia.shared.AppClock;

/** Keys without a database, and the vault and the safes that use them; for tests of other rooms. */
public final class KeysInMemory {
  private final TablesInMemory tables = new TablesInMemory();
  private final Trust trust = new Trust(tables, new AppClock(), null);
  private final Safes safes = new Safes(tables, trust, new Unsealed());
  private final Vault vault = Vaults.of(safes);

  /** A vault in which this thread has these subjects open. */
  public static Vault vault(String... subjects) {
    return new KeysInMemory().open(subjects).vault();
  }

  /** Makes these subjects; whoever acts on this thread has them open. */
  public KeysInMemory open(String... subjects) {
    Keyring.empty().enter();
    return make(subjects);
  }

  /** The same beside what is open already. */
  public KeysInMemory make(String... subjects) {
    for (var subject : subjects) {
      safes.make(subject, Set.of(Compartment.values()), List.of());
    }
    return this;
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
