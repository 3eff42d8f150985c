package org.isonomia.privacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The key tables without a database; rows can be looked at, swapped and put back by tests. */
class TablesInMemory implements KeyTables {
  record Ended(Membership membership, Instant at) {}

  final Map<Long, Key> keys = new TreeMap<>();
  final Map<Long, Instant> retired = new HashMap<>();
  final Map<String, Sealed> secrets = new LinkedHashMap<>();
  final List<Ended> members = new ArrayList<>();
  final Map<String, byte[]> shares = new HashMap<>();
  final Map<String, Envelope> envelopes = new LinkedHashMap<>();
  final Map<String, Set<Long>> excluded = new HashMap<>();
  private long last;

  @Override
  public void lock() {
    // one thread
  }

  @Override
  public boolean isInUse() {
    return !envelopes.isEmpty();
  }

  @Override
  public long addKey(Key key) {
    last++;
    keys.put(
        last,
        new Key(
            last,
            key.holder(),
            key.generation(),
            key.publicKeys(),
            key.signedBy(),
            key.signature(),
            key.madeAt()));
    return last;
  }

  @Override
  public Key key(long id) {
    return keys.get(id);
  }

  @Override
  public Optional<Key> currentKey(Holder holder) {
    return keysOf(holder).stream()
        .filter(key -> !retired.containsKey(key.id()))
        .max(Comparator.comparing(Key::generation));
  }

  @Override
  public List<Key> keysOf(Holder holder) {
    return keys.values().stream().filter(key -> key.holder().equals(holder)).toList();
  }

  @Override
  public void sign(long keyId, long signedBy, byte[] signature) {
    var key = keys.get(keyId);
    keys.put(
        keyId,
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
  public void forgetFounding() {
    members.clear();
    keys.values().removeIf(k -> k.holder().equals(Holder.ESCROW) || k.holder().team() != null);
    secrets.keySet().removeIf(s -> !keys.containsKey(Long.parseLong(s.split("/")[0])));
  }

  @Override
  public void retire(long keyId, Instant at) {
    retired.put(keyId, at);
  }

  @Override
  public void addSecret(long keyId, String reader, Sealed wrapped) {
    secrets.put(keyId + "/" + reader, wrapped);
  }

  @Override
  public Optional<Sealed> secret(long keyId, String reader) {
    return Optional.ofNullable(secrets.get(keyId + "/" + reader));
  }

  @Override
  public Map<Long, Secret> secretsFor(String reader) {
    var found = new LinkedHashMap<Long, Secret>();
    keys.values()
        .forEach(
            key ->
                secret(key.id(), reader)
                    .ifPresent(wrapped -> found.put(key.id(), new Secret(key, wrapped))));
    return found;
  }

  @Override
  public void removeSecret(long keyId, String reader) {
    secrets.remove(keyId + "/" + reader);
  }

  @Override
  public void removeLocks(long keyId) {
    secrets.keySet().removeIf(name -> name.startsWith(keyId + "/LOCK"));
  }

  @Override
  public void removeSecrets(Holder of, String reader) {
    keysOf(of).forEach(key -> removeSecret(key.id(), reader));
  }

  @Override
  public void addMembership(Membership membership) {
    var before =
        members.stream()
            .filter(
                m ->
                    m.membership().team().equals(membership.team())
                        && m.membership().person().id() == membership.person().id())
            .findFirst();
    before.ifPresent(members::remove);
    var stays = before.filter(m -> m.at() == null).map(Ended::membership);
    members.add(
        new Ended(
            stays
                .map(
                    m ->
                        new Membership(
                            m.team(),
                            membership.person(),
                            membership.signedBy(),
                            membership.signature(),
                            m.admittedBy(),
                            m.since()))
                .orElse(membership),
            null));
  }

  @Override
  public List<Membership> memberships(Holder team) {
    return members.stream()
        .filter(m -> m.at() == null)
        .map(Ended::membership)
        .filter(m -> m.team().equals(team) && !retired.containsKey(m.person().id()))
        // the row of the person's key as it is now, as a join gives it
        .map(
            m ->
                new Membership(
                    m.team(),
                    keys.get(m.person().id()),
                    m.signedBy(),
                    m.signature(),
                    m.admittedBy(),
                    m.since()))
        .toList();
  }

  @Override
  public void endMembership(Holder team, long personKeyId, Instant at) {
    members.replaceAll(
        m ->
            m.membership().team().equals(team) && m.membership().person().id() == personKeyId
                ? new Ended(m.membership(), at)
                : m);
  }

  @Override
  public List<Belonging> membershipsOf(long accountId) {
    return members.stream()
        .filter(m -> m.membership().person().holder().accountId() == accountId)
        .map(
            m ->
                new Belonging(
                    m.membership().team(),
                    m.membership().person().id(),
                    m.membership().since(),
                    m.at()))
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
  public void addEnvelopes(List<Envelope> more) {
    more.forEach(e -> envelopes.put(e.subject() + "|" + e.reader(), e));
  }

  @Override
  public List<Envelope> envelopes(Collection<String> subjects) {
    return withShares().stream().filter(e -> subjects.contains(e.subject())).toList();
  }

  @Override
  public List<Envelope> envelopesOfRoot(String root) {
    return withShares().stream().filter(e -> e.root().equals(root)).toList();
  }

  private List<Envelope> withShares() {
    return envelopes.values().stream()
        .filter(e -> shares.containsKey(e.root()))
        .map(
            e ->
                new Envelope(
                    e.subject(),
                    e.reader(),
                    e.root(),
                    e.compartments(),
                    e.sealed(),
                    shares.get(e.root())))
        .toList();
  }

  @Override
  public List<Envelope> envelopesWithin(String scope) {
    return withShares().stream()
        .filter(e -> e.root().equals(scope) || e.subject().equals(scope))
        .toList();
  }

  @Override
  public void removeEnvelope(String subject, String reader) {
    envelopes.remove(subject + "|" + reader);
  }

  @Override
  public List<Envelope> envelopesFor(String reader) {
    return withShares().stream().filter(e -> e.reader().equals(reader)).toList();
  }

  @Override
  public void removeEnvelopesFor(long personKeyId, Holder team) {
    var name = "K" + personKeyId;
    var instead = team.team() == null ? name : name + ":" + team.team().name();
    envelopes.values().removeIf(e -> e.reader().equals(name) || e.reader().equals(instead));
  }

  @Override
  public void addExclusion(String root, long accountId) {
    excluded.computeIfAbsent(root, r -> new HashSet<>()).add(accountId);
  }

  @Override
  public void removeExclusion(String root, long accountId) {
    excluded.getOrDefault(root, Set.of()).remove(accountId);
  }

  @Override
  public Set<Long> exclusions(String subject, String root) {
    var all = new HashSet<>(excluded.getOrDefault(subject, Set.of()));
    all.addAll(excluded.getOrDefault(root, Set.of()));
    return all;
  }

  @Override
  public Set<String> exclusionsOf(long accountId) {
    return excluded.entrySet().stream()
        .filter(e -> e.getValue().contains(accountId))
        .map(Map.Entry::getKey)
        .collect(java.util.stream.Collectors.toSet());
  }

  @Override
  public void removeEnvelopesOfRoot(String root) {
    envelopes.values().removeIf(e -> e.root().equals(root));
  }
}
