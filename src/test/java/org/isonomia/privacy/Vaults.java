package org.isonomia.privacy;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.isonomia.shared.AppClock;

/** Vaults for tests of other rooms, which are not about keys. */
public final class Vaults {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  private Vaults() {}

  /** Real sealing; whoever asks first for a subject gets keys made for it. */
  public static Vault ofEverything() {
    Keyring.empty().enter();
    var tables = new KeysInMemory();
    var safes =
        new Safes(tables, new Trust(tables, new AppClock(), null), new Unsealed()) {
          @Override
          Optional<SubjectKeys> find(String subject, Compartment compartment) {
            if (Keyring.current().keys(subject) == null) {
              make(subject, EnumSet.allOf(Compartment.class), List.of());
            }
            return super.find(subject, compartment);
          }
        };
    return of(safes);
  }

  static Vault of(Safes safes) {
    var vault = new Vault();
    vault.safes = safes;
    vault.house = new HouseSecret(SECRET);
    vault.unsealed = new Unsealed();
    return vault;
  }
}
