package org.isonomia.privacy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Public keys, wrapped private ones, memberships, envelopes and erasure shares, as if in memory.
 */
interface KeyTables {
  /**
   * A public key and who vouches for it.
   *
   * @param signedBy key that signed it; 0 for the escrow key, which the configuration names, and
   *     for persons, whose memberships are signed instead
   */
  record Key(
      long id,
      Holder holder,
      int generation,
      PublicKeys publicKeys,
      long signedBy,
      byte[] signature,
      Instant madeAt) {}

  /** A private half, wrapped for one reader. */
  record Secret(Key key, Sealed wrapped) {}

  /** Who belongs to a team, said by a member and signed with the team's key. */
  record Membership(
      Holder team, Key person, long signedBy, byte[] signature, long admittedBy, Instant since) {}

  /**
   * @param endedAt {@code null} while it lasts
   */
  record Belonging(Holder team, long keyId, Instant since, Instant endedAt) {}

  /**
   * @param share of the root; {@code null} nowhere: without a share there is no envelope
   */
  record Envelope(
      String subject,
      String reader,
      String root,
      Set<Compartment> compartments,
      Sealed sealed,
      byte[] share) {}

  /** Acts that change keys or who belongs are one after the other. */
  void lock();

  /** Whether anything was ever sealed under a case's keys. */
  boolean isInUse();

  long addKey(Key key);

  Key key(long id);

  /** The newest of each generation's holder that has not been retired. */
  Optional<Key> currentKey(Holder holder);

  /** All keys this holder ever had, oldest first. */
  List<Key> keysOf(Holder holder);

  /** Somebody vouches for a key that nobody had vouched for. */
  void sign(long keyId, long signedBy, byte[] signature);

  /** Keys of the escrow and of teams, and who belongs, are forgotten: the ceremony begins anew. */
  void forgetFounding();

  void retire(long keyId, Instant at);

  void addSecret(long keyId, String reader, Sealed wrapped);

  Optional<Sealed> secret(long keyId, String reader);

  /** Everything that is wrapped for this reader. */
  Map<Long, Secret> secretsFor(String reader);

  void removeSecret(long keyId, String reader);

  /** Every way in which a person could open their key. */
  void removeLocks(long keyId);

  /** Private halves of these holders' keys that this reader could open. */
  void removeSecrets(Holder of, String reader);

  void addMembership(Membership membership);

  /** Those who belong now. */
  List<Membership> memberships(Holder team);

  /** Ends it; the row stays, because it is a record of who could read. */
  void endMembership(Holder team, long personKeyId, Instant at);

  /** Teams a person belongs or belonged to, with the key they had then. */
  List<Belonging> membershipsOf(long accountId);

  void addShare(String root, byte[] share);

  void removeShare(String root);

  void addEnvelopes(List<Envelope> envelopes);

  /** All envelopes of these subjects whose share is still there. */
  List<Envelope> envelopes(Collection<String> subjects);

  List<Envelope> envelopesOfRoot(String root);

  /** Of a subject and of everything whose root it is. */
  List<Envelope> envelopesWithin(String scope);

  void removeEnvelope(String subject, String reader);

  void removeEnvelopesOfRoot(String root);

  /** All of one reader, whose share is still there. */
  List<Envelope> envelopesFor(String reader);

  /** What a person read in place of this team, and by themselves. */
  void removeEnvelopesFor(long personKeyId, Holder team);

  /** Somebody is kept out of a subject, and of everything whose root it is. */
  void addExclusion(String scope, long accountId);

  void removeExclusion(String scope, long accountId);

  /** Who is kept out of this subject, by itself or with its root. */
  Set<Long> exclusions(String subject, String root);

  /** What this person is kept out of. */
  Set<String> exclusionsOf(long accountId);
}
