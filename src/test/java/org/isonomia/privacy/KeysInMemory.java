package org.isonomia.privacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isonomia.shared.AppClock;

/** Keys without a database, and the vault and the safes that use them; for tests of other rooms. */
public final class KeysInMemory implements KeyTables {
  private final List<Key> keys = new ArrayList<>();
  private final Map<String, Secret> secrets = new LinkedHashMap<>();
  private final List<Membership> memberships = new ArrayList<>();
  private final Map<String, byte[]> shares = new HashMap<>();
  private final List<Envelope> envelopes = new ArrayList<>();
  private final Trust trust = new Trust(this, new AppClock(), null);
  private final Safes safes = new Safes(this, trust, new Unsealed());
  private final Vault vault = new Vault();

  public KeysInMemory() {
    vault.safes = safes;
    vault.house = new HouseSecret("a secret of the house");
    vault.unsealed = new Unsealed();
  }

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

  /** Who has an envelope of this subject. */
  public List<String> readers(String subject) {
    return envelopes.stream()
        .filter(e -> e.subject().equals(subject))
        .map(Envelope::reader)
        .toList();
  }

  @Override
  public long addKey(Key key) {
    long id = keys.size() + 1L;
    keys.add(
        new Key(
            id,
            key.holder(),
            key.generation(),
            key.publicKeys(),
            key.signedBy(),
            key.signature(),
            key.madeAt()));
    return id;
  }

  @Override
  public Key key(long id) {
    return keys.get((int) id - 1);
  }

  @Override
  public Optional<Key> currentKey(Holder holder) {
    return keysOf(holder).stream().reduce((one, next) -> next);
  }

  @Override
  public List<Key> keysOf(Holder holder) {
    return keys.stream().filter(key -> key.holder().equals(holder)).toList();
  }

  @Override
  public void sign(long keyId, long signedBy, byte[] signature) {
    var key = key(keyId);
    keys.set(
        (int) keyId - 1,
        new Key(
            keyId,
            key.holder(),
            key.generation(),
            key.publicKeys(),
            signedBy,
            signature,
            key.madeAt()));
  }

  @Override
  public void retire(long keyId, Instant at) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void addSecret(long keyId, String reader, Sealed wrapped) {
    secrets.put(keyId + " " + reader, new Secret(key(keyId), wrapped));
  }

  @Override
  public Optional<Sealed> secret(long keyId, String reader) {
    return Optional.ofNullable(secrets.get(keyId + " " + reader)).map(Secret::wrapped);
  }

  @Override
  public Map<Long, Secret> secretsFor(String reader) {
    var found = new HashMap<Long, Secret>();
    secrets.forEach(
        (of, secret) -> {
          if (of.endsWith(" " + reader)) {
            found.put(secret.key().id(), secret);
          }
        });
    return found;
  }

  @Override
  public void removeSecret(long keyId, String reader) {
    secrets.remove(keyId + " " + reader);
  }

  @Override
  public void removeSecrets(Holder of, String reader) {
    keysOf(of).forEach(key -> removeSecret(key.id(), reader));
  }

  @Override
  public void addMembership(Membership membership) {
    memberships.add(membership);
  }

  @Override
  public List<Membership> memberships(Holder team) {
    return memberships.stream().filter(m -> m.team().equals(team)).toList();
  }

  @Override
  public void endMembership(Holder team, long personKeyId, Instant at) {
    memberships.removeIf(m -> m.team().equals(team) && m.person().id() == personKeyId);
  }

  @Override
  public List<Object[]> membershipsOf(long accountId) {
    return memberships.stream()
        .filter(m -> m.person().holder().accountId() == accountId)
        .map(m -> new Object[] {m.team().code(), m.person().id(), m.since(), null})
        .toList();
  }

  @Override
  public void addShare(String root, byte[] share) {
    shares.put(root, share);
  }

  @Override
  public void removeShare(String root) {
    shares.remove(root);
  }

  @Override
  public void addEnvelopes(List<Envelope> added) {
    envelopes.addAll(added);
  }

  @Override
  public List<Envelope> envelopes(Collection<String> subjects) {
    return envelopes.stream()
        .filter(e -> subjects.contains(e.subject()) && shares.containsKey(e.root()))
        .toList();
  }

  @Override
  public List<Envelope> envelopesOfRoot(String root) {
    return envelopes.stream().filter(e -> e.root().equals(root)).toList();
  }

  @Override
  public void removeEnvelope(String subject, String reader) {
    envelopes.removeIf(e -> e.subject().equals(subject) && e.reader().equals(reader));
  }

  @Override
  public void removeEnvelopesOfRoot(String root) {
    envelopes.removeIf(e -> e.root().equals(root));
  }
}
