package org.isonomia.privacy;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.Problem;

/**
 * Whose key is whose. The escrow key is the root: its fingerprint stands in the configuration,
 * where nobody who can only write tables changes it. It signs the first key of each team; a team's
 * key signs the next one, the team's members and the keys of institutions. Every key is checked up
 * to the root before anything is wrapped for it.
 *
 * <p>The acts of joining, leaving and so on belong to the room access, which says who may.
 */
@ApplicationScoped
public class Trust {
  /** Where the ceremony writes the fingerprint when it is not configured, in the data folder. */
  static final String FILE = "escrow-fingerprint";

  /** Fewer who can read would be a house that locks itself out with one forgotten password. */
  public static final int FEWEST = 2;

  /** Without these nobody could read what is filed. */
  public static final List<Team> NEEDED = List.of(Team.OFFICE, Team.CUSTODIANS);

  private static final String LOCK = "LOCK";
  private static final String READER = "K";
  private static final int LONGEST_CHAIN = 1000;
  private static final int MOST_CHECKED = 10_000;
  private static final long REMEMBERED_NANOS = 10_000_000_000L;

  /**
   * Somebody who belongs to a team.
   *
   * @param admittedBy account of the member who let them in; 0 for the ceremony
   */
  public record Member(
      long accountId, String fingerprint, long admittedBy, Instant since, long keyId) {}

  /** A key as people compare it. */
  public record Shown(Holder holder, int generation, String fingerprint, Instant madeAt) {}

  /** What the ceremony gives to three people, once. */
  public record Ceremony(String fingerprint, List<String> shares) {
    @Override
    public String toString() {
      return "Ceremony";
    }
  }

  @Inject KeyTables tables;
  @Inject AppClock clock;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  TransactionSynchronizationRegistry transactions;

  @Inject
  @ConfigProperty(name = "isonomia.escrow.fingerprint")
  Optional<String> configured;

  @Inject
  @ConfigProperty(name = "isonomia.data.dir")
  Optional<String> dataFolder;

  /** What was checked up to the root, by all that was checked; a changed row is not among it. */
  private final Set<String> checked = ConcurrentHashMap.newKeySet();

  /** Fingerprints of good keys by holder and generation, and the newest generation of each. */
  private final Map<String, String> seen = new ConcurrentHashMap<>();

  private final Map<Holder, Integer> heads = new ConcurrentHashMap<>();

  private volatile String pinned;
  private volatile long openUntil;

  protected Trust() {}

  /** For tests that have no container. */
  Trust(KeyTables tables, AppClock clock, String fingerprint) {
    this.tables = tables;
    this.clock = clock;
    this.configured = Optional.ofNullable(fingerprint);
  }

  // ------------------------------------------------------------------ the root

  /** The fingerprint of the escrow key that this installation trusts. */
  public Optional<String> root() {
    if (configured != null && configured.isPresent()) {
      return configured.map(Trust::plain);
    }
    if (pinned == null) {
      pinned = readPinned();
    }
    return Optional.ofNullable(pinned);
  }

  private static String plain(String fingerprint) {
    return fingerprint.replaceAll("[^0-9a-fA-F]", "").toLowerCase(java.util.Locale.ROOT);
  }

  private Optional<Path> file() {
    return dataFolder == null ? Optional.empty() : dataFolder.map(d -> Path.of(d).resolve(FILE));
  }

  private String readPinned() {
    try {
      var file = file();
      return file.isPresent() && Files.isRegularFile(file.get())
          ? plain(Files.readString(file.get()))
          : null;
    } catch (IOException e) {
      throw new IllegalStateException("the escrow fingerprint cannot be read", e);
    }
  }

  private void pin(String fingerprint) {
    try {
      if (file().isPresent()) {
        Files.writeString(file().get(), fingerprint + "\n");
      }
    } catch (IOException e) {
      throw new IllegalStateException("the escrow fingerprint cannot be kept", e);
    }
    pinned = fingerprint;
  }

  /**
   * Whether the ceremony is over: the keys are made, and two of the three parts were typed back.
   * Before that a lost sheet of paper costs nothing: the keys are made anew.
   */
  public boolean isFounded() {
    return tables.currentKey(Holder.ESCROW).filter(Trust::isConfirmed).isPresent();
  }

  /** Whether the keys are made and wait for their parts to be typed back. */
  public boolean isUnconfirmed() {
    return tables.currentKey(Holder.ESCROW).filter(key -> !isConfirmed(key)).isPresent();
  }

  private static boolean isConfirmed(KeyTables.Key escrow) {
    return BackupLock.isConfirmed(escrow.publicKeys(), escrow.signature());
  }

  /**
   * Two of the three parts were written down and typed back: from now on this key is the root, and
   * reports can be taken.
   *
   * @throws Problem invalid "escrow-parts" when they do not give the key that was made; conflict
   *     "already-founded"
   */
  public void confirm(List<String> parts) {
    var row = tables.currentKey(Holder.ESCROW).orElseThrow(() -> Problem.conflict("no-key"));
    if (isConfirmed(row)) {
      throw Problem.conflict("already-founded");
    }
    var escrow =
        EscrowShares.join(parts)
            .map(KeyPair::ofSeed)
            .filter(pair -> pair.publicKeys().equals(row.publicKeys()))
            .orElseThrow(() -> Problem.invalid("escrow-parts"));
    tables.sign(row.id(), 0, escrow.sign(BackupLock.confirmed()));
    pin(escrow.publicKeys().fingerprint());
    openUntil = 0;
  }

  /** Whether reports can be taken: each needed team has members enough who can read them. */
  public boolean isOpenForFiling() {
    var now = System.nanoTime();
    if (openUntil != 0 && now - openUntil < 0) {
      return true;
    }
    var open =
        root().isPresent()
            && isFounded()
            && NEEDED.stream().allMatch(team -> members(team).size() >= fewestToFile());
    openUntil = open ? now + REMEMBERED_NANOS : 0;
    return open;
  }

  /** It opens with two in each team; one who has gone since does not send residents away. */
  private int fewestToFile() {
    return tables.isInUse() ? 1 : FEWEST;
  }

  /** Needed teams with fewer members than they should have; a forgotten password locks them. */
  public List<Team> thin() {
    return isFounded()
        ? NEEDED.stream().filter(team -> members(team).size() < FEWEST).toList()
        : List.of();
  }

  /**
   * Makes the escrow key and the first key of each team, for those who begin. The private half of
   * the escrow key exists in the three parts only. Until {@link #confirm} it can be done again.
   *
   * @param founders account of those who begin, by team
   * @throws Problem conflict "already-founded"; conflict "person-without-key"
   */
  public Ceremony found(Map<Team, Set<Long>> founders) {
    tables.lock();
    if (isFounded()) {
      throw Problem.conflict("already-founded");
    }
    tables.forgetFounding();
    seen.clear();
    heads.clear();
    if (configured != null && configured.isPresent()) {
      // a configuration that already names a key names another one than a new one
      throw Problem.conflict("escrow-configured");
    }
    if (root().isPresent()) {
      // a root is known and its row is gone: that is no first start
      throw Problem.conflict("untrusted-key");
    }
    var split = EscrowShares.make();
    var escrow = KeyPair.ofSeed(split.seed());
    var print = escrow.publicKeys().fingerprint();
    var escrowId =
        tables.addKey(
            new KeyTables.Key(
                0, Holder.ESCROW, 1, escrow.publicKeys(), 0, new byte[0], clock.instant()));
    for (var team : Team.values()) {
      var pair = KeyPair.make();
      var id = addKey(team.holder(), 1, pair.publicKeys(), escrowId, escrow);
      tables.addSecret(id, READER + escrowId, wrapSecret(escrow.publicKeys(), escrowId, id, pair));
      for (var account : founders.getOrDefault(team, Set.of())) {
        admit(team.holder(), id, pair, personKey(account), 0);
      }
    }
    Keyring.current().forgetOffered();
    return new Ceremony(print, split.parts());
  }

  private long addKey(
      Holder holder, int generation, PublicKeys keys, long signerId, KeyPair signer) {
    var now = clock.instant();
    return tables.addKey(
        new KeyTables.Key(
            0,
            holder,
            generation,
            keys,
            signerId,
            signer.sign(statement(holder, generation, keys)),
            now));
  }

  private static byte[] statement(Holder holder, int generation, PublicKeys keys) {
    return Bytes.label("key", holder.code(), String.valueOf(generation), keys.fingerprint());
  }

  private static byte[] membership(Holder team, Holder person, PublicKeys keys) {
    return Bytes.label("member", team.code(), person.code(), keys.fingerprint());
  }

  // ------------------------------------------------------------------ checking

  /**
   * The key to wrap for, checked up to the root: of a team, an institution or the escrow its
   * present one; of a person the one that the team vouches for in whose place they read.
   *
   * @throws Problem conflict "no-key" when there is none; conflict "untrusted-key" when a key in
   *     the tables is not the one that was vouched for
   */
  KeyTables.Key readerKey(Safes.For reader) {
    if (reader.holder().accountId() == 0) {
      return current(reader.holder());
    }
    if (reader.instead() == null) {
      throw new IllegalArgumentException("a person reads in place of a team");
    }
    return memberships(reader.instead().holder())
        .map(KeyTables.Membership::person)
        .filter(key -> key.holder().equals(reader.holder()))
        .findFirst()
        .orElseThrow(Trust::untrusted);
  }

  KeyTables.Key current(Holder holder) {
    var key = tables.currentKey(holder).orElseThrow(() -> Problem.conflict("no-key"));
    requireVouched(key);
    requireNewest(key);
    return key;
  }

  /** A key of the escrow, a team or an institution. */
  private void requireVouched(KeyTables.Key key) {
    var what = key.id() + " " + key.signedBy() + " " + hex(key.signature()) + " " + root();
    var mark = hex(statement(key.holder(), key.generation(), key.publicKeys())) + what;
    if (checked.contains(mark)) {
      return;
    }
    checkUpToTheRoot(key);
    remember(mark);
  }

  private void remember(String mark) {
    if (checked.size() > MOST_CHECKED) {
      checked.clear();
    }
    checked.add(mark);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private void checkUpToTheRoot(KeyTables.Key key) {
    var at = key;
    var chain = new ArrayList<KeyTables.Key>();
    for (var length = 0; length < LONGEST_CHAIN; length++) {
      requireNoFork(at);
      chain.add(at);
      if (at.holder().equals(Holder.ESCROW)) {
        if (!root().filter(at.publicKeys().fingerprint()::equals).isPresent()) {
          throw untrusted();
        }
        // only what was found good is remembered
        afterCommit(
            () ->
                chain.forEach(
                    good -> seen.putIfAbsent(place(good), good.publicKeys().fingerprint())));
        return;
      }
      var signer = tables.key(at.signedBy());
      // an institution is vouched for by the office; a team by the escrow or by itself before
      var mayVouch =
          signer.holder().equals(Holder.ESCROW)
              || signer.holder().equals(at.holder()) && signer.generation() == at.generation() - 1
              || at.holder().team() == null && signer.holder().equals(Team.OFFICE.holder());
      if (!mayVouch
          || !signer
              .publicKeys()
              .signed(at.signature(), statement(at.holder(), at.generation(), at.publicKeys()))) {
        throw untrusted();
      }
      at = signer;
    }
    throw untrusted();
  }

  /**
   * While this program runs, a generation of a key stays what it was, and no team goes back to an
   * earlier one: somebody who held a former key and writes tables could otherwise grow a chain of
   * their own from it.
   */
  private void requireNoFork(KeyTables.Key key) {
    var known = seen.get(place(key));
    if (known != null && !known.equals(key.publicKeys().fingerprint())) {
      throw untrusted();
    }
  }

  private static String place(KeyTables.Key key) {
    return key.holder().code() + "/" + key.generation();
  }

  private void requireNewest(KeyTables.Key key) {
    if (key.generation() < heads.getOrDefault(key.holder(), 0)) {
      throw untrusted();
    }
    afterCommit(() -> heads.merge(key.holder(), key.generation(), Math::max));
  }

  /** A key that was made in a transaction that failed has never been. */
  private void afterCommit(Runnable remember) {
    if (transactions == null || transactions.getTransactionKey() == null) {
      remember.run();
      return;
    }
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // nothing is known before the end
          }

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              remember.run();
            }
          }
        });
  }

  /** Who belongs now, vouched for by the team's present key: each key signs all of them anew. */
  private Stream<KeyTables.Membership> memberships(Holder team) {
    var current = tables.currentKey(team).map(KeyTables.Key::id).orElse(0L);
    return tables.memberships(team).stream()
        .filter(m -> m.signedBy() == current)
        .filter(this::isVouched);
  }

  private boolean isVouched(KeyTables.Membership m) {
    var statement = membership(m.team(), m.person().holder(), m.person().publicKeys());
    var mark = m.signedBy() + " " + hex(m.signature()) + " " + hex(statement) + " " + root();
    if (checked.contains(mark)) {
      return true;
    }
    var vouched = checkMembership(m, statement);
    if (vouched) {
      remember(mark);
    }
    return vouched;
  }

  private boolean checkMembership(KeyTables.Membership m, byte[] statement) {
    var signer = tables.key(m.signedBy());
    if (!signer.holder().equals(m.team())) {
      return false;
    }
    if (signer.holder().team() != null) {
      requireVouched(signer);
    }
    return signer.publicKeys().signed(m.signature(), statement);
  }

  private static Problem untrusted() {
    return Problem.conflict("untrusted-key");
  }

  // ------------------------------------------------------------------ teams

  /** Who belongs, vouched for; somebody whose row was tampered with is not among them. */
  public List<Member> members(Team team) {
    return members(team.holder());
  }

  public List<Member> members(Holder team) {
    return memberships(team)
        .map(
            m ->
                new Member(
                    m.person().holder().accountId(),
                    m.person().publicKeys().shortFingerprint(),
                    m.admittedBy(),
                    m.since(),
                    m.person().id()))
        .toList();
  }

  public boolean isMember(Team team, long accountId) {
    return members(team).stream().anyMatch(m -> m.accountId() == accountId);
  }

  /** Whether this person belonged once and does not now. */
  public boolean hasLeft(Holder team, long accountId) {
    return tables.membershipsOf(accountId).stream()
        .anyMatch(b -> b.team().equals(team) && b.endedAt() != null);
  }

  /** Whether who acts can open the team's key. */
  public boolean holds(Holder team) {
    return tables.currentKey(team).flatMap(key -> pair(Keyring.current(), key.id())).isPresent();
  }

  /**
   * What this team finds equal values by.
   *
   * @throws Problem forbidden "not-a-member" when who acts cannot open the team's present key
   */
  public BlindIndex blindIndex(Team team) {
    var key = current(team.holder());
    var pair =
        pair(Keyring.current(), key.id()).orElseThrow(() -> Problem.forbidden("not-a-member"));
    return new BlindIndex(key.id(), Bytes.derive(pair.seed(), "blind index"));
  }

  private static Shown shown(KeyTables.Key key) {
    return new Shown(
        key.holder(), key.generation(), key.publicKeys().shortFingerprint(), key.madeAt());
  }

  /**
   * One's own digits, reckoned from the private key that one has brought: what lies in the tables
   * may be somebody else's.
   *
   * @throws Problem conflict "untrusted-key" when the tables say another key is one's own
   */
  public Optional<String> ownFingerprint(long accountId) {
    var person = Keyring.current().person();
    if (person == null) {
      return Optional.empty();
    }
    var mine = KeyPair.ofSeed(person.seed()).publicKeys();
    if (!tables
        .currentKey(Holder.person(accountId))
        .map(KeyTables.Key::publicKeys)
        .filter(mine::equals)
        .isPresent()) {
      throw untrusted();
    }
    return Optional.of(mine.shortFingerprint());
  }

  /** The digits of a key that who acts can open, reckoned from its private half. */
  public Optional<String> heldFingerprint(Holder holder) {
    return tables
        .currentKey(holder)
        .flatMap(key -> pair(Keyring.current(), key.id()))
        .map(pair -> KeyPair.ofSeed(pair.seed()).publicKeys().shortFingerprint());
  }

  /** The fingerprint of this person's present key, as it lies in the tables. */
  public Optional<String> fingerprint(long accountId) {
    return tables
        .currentKey(Holder.person(accountId))
        .map(key -> key.publicKeys().shortFingerprint());
  }

  /** Whether this is the fingerprint of the person's present key; blanks do not matter. */
  public boolean isFingerprint(long accountId, String fingerprint) {
    return fingerprint != null
        && fingerprint(accountId).map(Trust::plain).filter(plain(fingerprint)::equals).isPresent();
  }

  /**
   * A member lets somebody in who has shown them this fingerprint.
   *
   * @throws Problem forbidden "not-a-member"; conflict "person-without-key"; conflict
   *     "fingerprint-differs" when the key in the tables is not the one that was shown
   */
  public void admit(Holder team, long accountId, String fingerprint, long by) {
    tables.lock();
    var person = personKey(accountId);
    if (!plain(person.publicKeys().shortFingerprint()).equals(plain(fingerprint))) {
      throw Problem.conflict("fingerprint-differs");
    }
    var pairs = requirePairs(team);
    var current = tables.currentKey(team).orElseThrow(() -> Problem.conflict("no-key"));
    requireVouched(current);
    admit(team, current.id(), pairs.get(current.id()), person, by);
    // also what was wrapped for the team's earlier keys
    pairs.forEach((id, pair) -> give(id, pair, person));
    Keyring.current().forgetOffered();
    if (tables.membershipsOf(accountId).stream().anyMatch(b -> b.keyId() != person.id())) {
      // an earlier key of theirs may be somebody's who has an old dump and the old password
      rotate(team, by);
    }
  }

  private void admit(Holder team, long keyId, KeyPair pair, KeyTables.Key person, long by) {
    tables.addMembership(
        new KeyTables.Membership(
            team,
            person,
            keyId,
            pair.sign(membership(team, person.holder(), person.publicKeys())),
            by,
            clock.instant()));
    give(keyId, pair, person);
  }

  private void give(long keyId, KeyPair pair, KeyTables.Key person) {
    tables.addSecret(
        keyId, READER + person.id(), wrapSecret(person.publicKeys(), person.id(), keyId, pair));
  }

  private static Sealed wrapSecret(PublicKeys reader, long readerId, long keyId, KeyPair pair) {
    return Sealed.ofBytes(reader.wrap(pair.seed(), secretLabel(readerId, keyId)));
  }

  private static byte[] secretLabel(long readerId, long keyId) {
    return Bytes.label("secret", String.valueOf(readerId), String.valueOf(keyId));
  }

  private KeyTables.Key personKey(long accountId) {
    return tables
        .currentKey(Holder.person(accountId))
        .orElseThrow(() -> Problem.conflict("person-without-key"));
  }

  /**
   * Members leave, and the team gets a new key in the same act: what is filed from now on is
   * nothing to those who have gone, whatever they kept.
   *
   * @throws Problem conflict "team-needs-two" when fewer than two would stay
   */
  public void remove(Holder team, Set<Long> accountIds, long by) {
    tables.lock();
    var stay = members(team).stream().filter(m -> !accountIds.contains(m.accountId())).toList();
    if (stay.size() < fewest(team)) {
      throw Problem.conflict("team-needs-two");
    }
    requirePairs(team);
    for (var accountId : accountIds) {
      end(team, accountId);
    }
    rotate(team, by);
  }

  /**
   * After a restore, somebody who had left is a member again, and no member is here with a key to
   * make a new one for the team: what can be taken away is taken away.
   */
  public void endAgain(Holder team, long accountId) {
    end(team, accountId);
  }

  /** How many have to stay: of an institution one, or its key would be nobody's. */
  private static int fewest(Holder team) {
    return team.team() == null ? 1 : FEWEST;
  }

  private void end(Holder team, long accountId) {
    for (var key : tables.keysOf(Holder.person(accountId))) {
      tables.endMembership(team, key.id(), clock.instant());
      tables.removeSecrets(team, READER + key.id());
      tables.removeEnvelopesFor(key.id(), team);
    }
  }

  /**
   * A new key for the team, signed by the one before it and given to all who belong. Earlier keys
   * stay for what was wrapped for them.
   */
  public void rotate(Holder team, long by) {
    tables.lock();
    var pairs = requirePairs(team);
    var before = tables.currentKey(team).orElseThrow(() -> Problem.conflict("no-key"));
    requireVouched(before);
    var old = pairs.get(before.id());
    var fresh = KeyPair.make();
    var members = memberships(team).toList();
    var id = addKey(team, before.generation() + 1, fresh.publicKeys(), before.id(), old);
    tables
        .currentKey(Holder.ESCROW)
        .filter(escrow -> team.team() != null)
        .ifPresent(
            escrow -> {
              requireVouched(escrow);
              tables.addSecret(
                  id,
                  READER + escrow.id(),
                  wrapSecret(escrow.publicKeys(), escrow.id(), id, fresh));
            });
    for (var member : members) {
      admit(team, id, fresh, member.person(), by);
    }
    Keyring.current().forgetOffered();
  }

  /** Every key of the team, opened; the present one must be among them. */
  private Map<Long, KeyPair> requirePairs(Holder team) {
    var ring = Keyring.current();
    var pairs = new HashMap<Long, KeyPair>();
    for (var key : tables.keysOf(team)) {
      pair(ring, key.id()).ifPresent(pair -> pairs.put(key.id(), pair));
    }
    var current = tables.currentKey(team).orElseThrow(() -> Problem.conflict("no-key"));
    if (!pairs.containsKey(current.id())) {
      throw Problem.forbidden("not-a-member");
    }
    return pairs;
  }

  /** The private half of a key that who acts can open. */
  Optional<KeyPair> pair(Keyring ring, long keyId) {
    var known = ring.pair(keyId);
    if (known != null || ring.person() == null) {
      return Optional.ofNullable(known);
    }
    var reader = ring.personKeyId();
    var secret = ring.offered(() -> tables.secretsFor(READER + reader)).get(keyId);
    if (secret == null) {
      return Optional.empty();
    }
    var seed = ring.person().unwrap(secret.wrapped().bytes(), secretLabel(reader, keyId));
    seed.ifPresent(s -> ring.keep(keyId, KeyPair.ofSeed(s, secret.key().publicKeys())));
    return Optional.ofNullable(ring.pair(keyId));
  }

  // ------------------------------------------------------------------ persons

  /**
   * A new key for a person, opened by what they bring at sign-in. An older one of theirs ends, with
   * every membership that was said of it: who forgot their password has to be let in again.
   *
   * @param lock 32 bytes that follow from what the person brings, and are stored nowhere
   * @return the private half, for the session that begins
   */
  public Opened makePerson(long accountId, byte[] lock) {
    return makePerson(accountId, Way.PASSWORD, lock);
  }

  /** The same for somebody who has no password here. */
  public Opened makePerson(long accountId, Way way, byte[] lock) {
    retirePerson(accountId);
    var pair = KeyPair.make();
    var holder = Holder.person(accountId);
    var generation = tables.keysOf(holder).size() + 1;
    var id =
        tables.addKey(
            new KeyTables.Key(
                0, holder, generation, pair.publicKeys(), 0, new byte[0], clock.instant()));
    var opened = new Opened(id, pair);
    addLock(opened, way, lock);
    return opened;
  }

  /** The keys of somebody who has gone, or forgot: nothing is wrapped for them any more. */
  public void retirePerson(long accountId) {
    for (var key : tables.keysOf(Holder.person(accountId))) {
      tables.retire(key.id(), clock.instant());
      tables.removeLocks(key.id());
      for (var belonging : tables.membershipsOf(accountId)) {
        var team = belonging.team();
        tables.endMembership(team, key.id(), clock.instant());
        tables.removeSecrets(team, READER + key.id());
        tables.removeEnvelopesFor(key.id(), team);
      }
    }
  }

  /** The same key under another lock: the person changed the password and knew the old one. */
  public void relock(Opened opened, byte[] lock) {
    addLock(opened, Way.PASSWORD, lock);
  }

  /**
   * One more way to the same key; a lock that this way had before ends.
   *
   * @param lock 32 bytes or more that nobody guesses, stored nowhere
   */
  public void addLock(Opened opened, Way way, byte[] lock) {
    tables.addSecret(
        opened.keyId(),
        way.label(),
        UnderKey.seal(lock, way.binding(opened.keyId()), opened.pair().seed()));
  }

  /** This way opens nothing any more; the others stay. */
  public void removeLock(long accountId, Way way) {
    for (var key : tables.keysOf(Holder.person(accountId))) {
      tables.removeSecret(key.id(), way.label());
    }
  }

  /** Whether the person's present key can be opened this way. */
  public boolean hasLock(long accountId, Way way) {
    return tables
        .currentKey(Holder.person(accountId))
        .flatMap(key -> tables.secret(key.id(), way.label()))
        .isPresent();
  }

  /**
   * One way to a person's key: each is a lock of its own on the same key.
   *
   * @param label of the row that holds the key under this lock
   */
  public record Way(String label) {
    /** By the password, or what a demo person brings instead. */
    public static final Way PASSWORD = new Way(LOCK);

    /** By a sentence that opens the vault and signs nobody in. */
    public static final Way PHRASE = new Way(LOCK + ":PHRASE");

    /** By what one passkey reckons (PRF). */
    public static Way passkey(long id) {
      return new Way(LOCK + ":PASSKEY:" + id);
    }

    private String binding(long keyId) {
      return "person " + keyId + label.substring(LOCK.length());
    }
  }

  /** A person's private key, opened; it prints nothing. */
  public record Opened(long keyId, KeyPair pair) {
    /** The ring of somebody who has just brought this key. */
    public Keyring ring() {
      return Keyring.of(keyId, pair);
    }

    /** To lie in the row of a session, under the token that only the cookie carries. */
    public Sealed keepFor(String token) {
      return UnderKey.seal(token, "session key " + keyId, pair.packed());
    }

    @Override
    public String toString() {
      return "Opened";
    }
  }

  /** Opens a person's key with what they bring. */
  public Optional<Opened> open(long accountId, byte[] lock) {
    return open(accountId, Way.PASSWORD, lock);
  }

  /** Opens it in another way than by the password. */
  public Optional<Opened> open(long accountId, Way way, byte[] lock) {
    return tables
        .currentKey(Holder.person(accountId))
        .flatMap(
            key ->
                tables
                    .secret(key.id(), way.label())
                    .flatMap(wrapped -> UnderKey.open(lock, way.binding(key.id()), wrapped))
                    .map(seed -> new Opened(key.id(), KeyPair.ofSeed(seed))));
  }

  /** What who acts has brought, to be locked in one more way; empty without a key. */
  public Optional<Opened> brought() {
    var ring = Keyring.current();
    return Optional.ofNullable(ring.person()).map(pair -> new Opened(ring.personKeyId(), pair));
  }

  /**
   * Opens what {@link Opened#keepFor} gave.
   *
   * @param keyId of the session's row; 0 for somebody without a key
   */
  public static Keyring reopen(String token, long keyId, Sealed kept) {
    return reopenedFrom(token, keyId, kept).map(Opened::ring).orElseGet(Keyring::empty);
  }

  /** The same, to be kept again under another token; empty for somebody without a key. */
  public static Optional<Opened> reopenedFrom(String token, long keyId, Sealed kept) {
    return kept == null
        ? Optional.empty()
        : UnderKey.open(token, "session key " + keyId, kept)
            .map(packed -> new Opened(keyId, KeyPair.ofPacked(packed)));
  }

  // ------------------------------------------------------------------ institutions

  /** Whether things can be wrapped for this institution. */
  public boolean hasKey(Holder holder) {
    return tables.currentKey(holder).isPresent();
  }

  /**
   * The first user of an institution makes its key; it is good once the office has vouched for it.
   *
   * @throws Problem conflict "already-enrolled"
   */
  public void makeInstitution(Holder institution, long accountId) {
    tables.lock();
    if (hasKey(institution)) {
      throw Problem.conflict("already-enrolled");
    }
    var pair = KeyPair.make();
    var generation = tables.keysOf(institution).size() + 1;
    var id =
        tables.addKey(
            new KeyTables.Key(
                0, institution, generation, pair.publicKeys(), 0, new byte[0], clock.instant()));
    admit(institution, id, pair, personKey(accountId), 0);
    Keyring.current().forgetOffered();
  }

  /**
   * The office vouches for an institution's key whose fingerprint it has compared.
   *
   * @throws Problem forbidden "not-a-member"; conflict "fingerprint-differs"
   */
  public void vouch(Holder institution, String fingerprint) {
    var key = tables.currentKey(institution).orElseThrow(() -> Problem.conflict("no-key"));
    if (!plain(key.publicKeys().shortFingerprint()).equals(plain(fingerprint))) {
      throw Problem.conflict("fingerprint-differs");
    }
    var pairs = requirePairs(Team.OFFICE.holder());
    var office = current(Team.OFFICE.holder());
    tables.sign(
        key.id(),
        office.id(),
        pairs.get(office.id()).sign(statement(institution, key.generation(), key.publicKeys())));
  }

  /**
   * Nobody of the institution can open its key any more, or it is not theirs: it ends, and the
   * institution may enrol anew. What was wrapped for it opens for nobody of theirs.
   */
  public void retireInstitution(Holder institution) {
    for (var key : tables.keysOf(institution)) {
      for (var member : tables.memberships(institution)) {
        end(institution, member.person().holder().accountId());
      }
      tables.retire(key.id(), clock.instant());
    }
  }

  /** The key of an institution, as it lies there, vouched for or not. */
  public Optional<Shown> shown(Holder holder) {
    return tables.currentKey(holder).map(Trust::shown);
  }

  /** Whether the office has vouched for the institution's key. */
  public boolean isVouched(Holder institution) {
    try {
      return tables
          .currentKey(institution)
          .map(
              key -> {
                if (key.signedBy() == 0) {
                  return false;
                }
                requireVouched(key);
                return true;
              })
          .orElse(false);
    } catch (Problem tampered) {
      return false;
    }
  }

  // ------------------------------------------------------------------ escrow

  /** Whether this could be a part of an escrow key: without a slip of the pen. */
  public static boolean isPart(String typed) {
    return EscrowShares.isPart(typed);
  }

  /**
   * Two of the three parts of the escrow let one person into a team that nobody can open any more.
   *
   * @throws Problem invalid "escrow-parts" when the parts do not give the trusted key
   */
  public void recover(Team team, long accountId, String fingerprint, List<String> parts) {
    tables.lock();
    var escrow = EscrowShares.join(parts).map(KeyPair::ofSeed);
    var row = tables.currentKey(Holder.ESCROW).orElseThrow(() -> Problem.conflict("no-key"));
    if (escrow.isEmpty()
        || !root().filter(escrow.get().publicKeys().fingerprint()::equals).isPresent()
        || !row.publicKeys().equals(escrow.get().publicKeys())) {
      throw Problem.invalid("escrow-parts");
    }
    var person = personKey(accountId);
    if (!plain(person.publicKeys().shortFingerprint()).equals(plain(fingerprint))) {
      throw Problem.conflict("fingerprint-differs");
    }
    var offered = tables.secretsFor(READER + row.id());
    var current = current(team.holder());
    var done = new HashSet<Long>();
    for (var key : tables.keysOf(team.holder())) {
      var secret = offered.get(key.id());
      if (secret == null) {
        continue;
      }
      escrow
          .get()
          .unwrap(secret.wrapped().bytes(), secretLabel(row.id(), key.id()))
          .map(KeyPair::ofSeed)
          .ifPresent(
              pair -> {
                if (key.id() == current.id()) {
                  admit(team.holder(), key.id(), pair, person, 0);
                } else {
                  give(key.id(), pair, person);
                }
                done.add(key.id());
              });
    }
    if (!done.contains(current.id())) {
      throw Problem.conflict("no-key");
    }
    recoverOneByOne(team, escrow.get(), row.id(), person);
    Keyring.current().forgetOffered();
  }

  /** What members read one by one, because somebody is kept out, the escrow reads, too. */
  private void recoverOneByOne(Team team, KeyPair escrow, long escrowId, KeyTables.Key person) {
    var from = READER + escrowId + ":" + team.name();
    var to = READER + person.id() + ":" + team.name();
    for (var envelope : tables.envelopesFor(from)) {
      if (tables
          .exclusions(envelope.subject(), envelope.root())
          .contains(person.holder().accountId())) {
        continue;
      }
      escrow
          .unwrap(envelope.sealed().bytes(), Safes.label(envelope.subject(), envelope.root(), from))
          .ifPresent(
              packed -> {
                var label = Safes.label(envelope.subject(), envelope.root(), to);
                tables.removeEnvelope(envelope.subject(), to);
                tables.addEnvelopes(
                    List.of(
                        new KeyTables.Envelope(
                            envelope.subject(),
                            to,
                            envelope.root(),
                            envelope.compartments(),
                            Sealed.ofBytes(person.publicKeys().wrap(packed, label)),
                            envelope.share())));
              });
    }
  }
}
