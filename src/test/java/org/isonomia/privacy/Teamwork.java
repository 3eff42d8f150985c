package org.isonomia.privacy;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isonomia.shared.AppClock;

/** A city with its keys and without a database: people, teams, cases, for tests that read. */
final class Teamwork {
  static final long ANNA = 1;
  static final long PIOTR = 2;
  static final long EWA = 3;
  static final long MAREK = 11;
  static final long DOROTA = 12;
  static final long BARBARA = 21;
  static final long TOMASZ = 22;
  static final long IRYNA = 31;
  static final long NADIA = 32;
  static final byte[] RECEIPT = Bytes.random(Bytes.KEY);

  final TablesInMemory tables = new TablesInMemory();
  final Trust trust = new Trust(tables, new AppClock(), null);
  final Safes safes = new Safes(tables, trust, new Unsealed());
  final Vault vault = Vaults.of(safes);
  final Map<Long, byte[]> locks = new HashMap<>();
  final Trust.Ceremony ceremony;

  Teamwork() {
    for (var account : List.of(ANNA, PIOTR, EWA, MAREK, DOROTA, BARBARA, TOMASZ, IRYNA, NADIA)) {
      person(account);
    }
    ceremony =
        trust.found(
            Map.of(
                Team.OFFICE, Set.of(ANNA, PIOTR, EWA),
                Team.CUSTODIANS, Set.of(MAREK, DOROTA),
                Team.COUNCIL, Set.of(BARBARA, TOMASZ),
                Team.TRANSLATORS, Set.of(IRYNA, NADIA)));
    trust.confirm(ceremony.shares().subList(0, 2));
  }

  /** Chooses a password, a new one also where there was one. */
  void person(long account) {
    locks.put(account, Bytes.random(Bytes.KEY));
    trust.makePerson(account, locks.get(account));
  }

  /** From now on this person acts, with a ring that has opened nothing yet. */
  Teamwork acts(long account) {
    trust.open(account, locks.get(account)).orElseThrow().ring().enter();
    return this;
  }

  /** From now on nobody in particular acts. */
  Teamwork nobody() {
    Keyring.empty().enter();
    return this;
  }

  /** A report is filed; whoever filed it has it open. */
  void filed(String number, String mode) {
    nobody();
    var office = EnumSet.of(Compartment.CONTENT);
    var custodians = EnumSet.of(Compartment.EVIDENCE);
    if (mode.equals("NAMED")) {
      office.add(Compartment.IDENTITY);
    } else if (mode.equals("CONFIDENTIAL")) {
      custodians.add(Compartment.IDENTITY);
    }
    var all = EnumSet.allOf(Compartment.class);
    safes.make(
        number,
        all,
        List.of(
            new Safes.Bringing(Safes.RECEIPT, RECEIPT, all),
            new Safes.For(Team.OFFICE.holder(), office),
            new Safes.For(Team.CUSTODIANS.holder(), custodians)));
  }

  boolean reads(long account, String subject, Compartment compartment) {
    acts(account);
    return safes.isOpen(subject, compartment);
  }

  boolean reads(long account, String subject) {
    return reads(account, subject, Compartment.CONTENT);
  }
}
