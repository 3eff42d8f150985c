package org.isonomia.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.isonomia.shared.AppClock;

/** Safes, vault and trust over {@link TablesInMemory}, for tests of rooms that wrap keys. */
public final class SafesInMemory {
  private final TablesInMemory tables;
  private final Trust trust;
  private final Safes safes;
  private final Vault vault;

  public SafesInMemory() {
    this(new ArrayList<>());
  }

  /**
   * @param looks gets a line for each look for envelopes
   */
  public SafesInMemory(List<String> looks) {
    tables =
        new TablesInMemory() {
          @Override
          public List<Envelope> envelopes(Collection<String> subjects) {
            looks.add("envelopes");
            return super.envelopes(subjects);
          }
        };
    trust = new Trust(tables, new AppClock(), null);
    safes = new Safes(tables, trust, new Unsealed());
    vault = Vaults.of(safes);
  }

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
