package org.isonomia.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isonomia.shared.Problem;

/**
 * The keys of cases and of what hangs on them. A subject's keys are random and lie only in
 * envelopes: one for each reader, each opened by what that reader holds. A referral, a disclosure
 * or a text for a translator is a subject of its own that opens under a key of its case, so whoever
 * reads the case reads it, and the one it is for reads it alone.
 *
 * <p>No key opens anything without the erasure share of the case, which lies in a schema of its own
 * and is left out of ordinary backups: {@link #erase} destroys it.
 */
@ApplicationScoped
public class Safes {
  /** Who gets an envelope, and what is in it. */
  public sealed interface Reader {
    Set<Compartment> compartments();
  }

  /**
   * A team, a person or an institution, by their signed public key.
   *
   * @param instead the team in whose place a person reads, because somebody else of it is kept out;
   *     else {@code null}
   */
  public record For(Holder holder, Set<Compartment> compartments, Team instead) implements Reader {
    public For(Holder holder, Set<Compartment> compartments) {
      this(holder, compartments, null);
    }
  }

  /** Whoever can open that compartment of another subject. */
  public record Under(String parent, Compartment key, Set<Compartment> compartments)
      implements Reader {}

  /**
   * Whoever brings this key.
   *
   * @param name RECEIPT or LINK
   */
  public record Bringing(String name, byte[] key, Set<Compartment> compartments)
      implements Reader {}

  /**
   * Whoever holds the private half of a link's key pair; for what is wrapped while the link is not
   * at hand.
   *
   * @param key from a place that nobody without keys can write to: see {@link LinkKeys}
   */
  public record HavingLink(PublicKeys key, Set<Compartment> compartments) implements Reader {}

  /** The envelope for whoever has the link and its PIN. */
  public static Reader byLink(LinkKeys link, Set<Compartment> compartments) {
    return new Bringing(LINK, link.envelopeKey(), compartments);
  }

  /** What follows from a receipt. */
  public static final String RECEIPT = "RECEIPT";

  /** What follows from the secret of a mailed link and its PIN. */
  public static final String LINK = "LINK";

  private static final String KEY = "K";
  private static final String PARENT = "P:";

  private final LatelyOpened lately = new LatelyOpened();

  @Inject KeyTables tables;
  @Inject Trust trust;
  @Inject Unsealed unsealed;
  @Inject Ledger ledger;

  protected Safes() {}

  /** For tests that have no container. */
  Safes(KeyTables tables, Trust trust, Unsealed unsealed) {
    this.tables = tables;
    this.trust = trust;
    this.unsealed = unsealed;
    this.ledger = (kind, subject) -> {};
  }

  /** Makes the keys of a subject with a share of its own; who acts has them open. */
  public void make(String subject, Set<Compartment> compartments, List<Reader> readers) {
    make(subject, subject, Bytes.random(Bytes.KEY), true, compartments, readers);
  }

  /**
   * Makes the keys of a subject that ends with another: it shares the other's erasure share, and
   * whoever opens that compartment of the other opens it.
   *
   * @throws Problem forbidden "sealed" when who acts cannot open the other
   */
  public void makeUnder(
      String subject, String parent, Compartment parentKey, List<? extends Reader> others) {
    if (unsealed.isOn()) {
      return;
    }
    var above = open(parent, parentKey);
    var readers = new ArrayList<Reader>(others);
    readers.add(new Under(parent, parentKey, Set.of(Compartment.CONTENT)));
    make(subject, above.root(), above.share(), false, Set.of(Compartment.CONTENT), readers);
  }

  private void make(
      String subject,
      String root,
      byte[] share,
      boolean newShare,
      Set<Compartment> compartments,
      List<Reader> readers) {
    if (unsealed.isOn()) {
      return;
    }
    var keys = new SubjectKeys(subject, root, share);
    compartments.forEach(compartment -> keys.put(compartment, Bytes.random(Bytes.KEY)));
    Keyring.required().put(keys);
    if (newShare) {
      tables.addShare(root, share);
    }
    Keyring.current().tryAnew();
    tables.addEnvelopes(
        readers.stream()
            .flatMap(reader -> withoutExcluded(subject, root, reader))
            .map(reader -> envelope(keys, reader))
            .toList());
  }

  /** Gives one more reader what they may read. Who acts must have it open. */
  public void add(String subject, Reader reader) {
    if (unsealed.isOn()) {
      return;
    }
    SubjectKeys keys = null;
    for (var compartment : reader.compartments()) {
      keys = open(subject, compartment);
    }
    if (keys == null) {
      throw new IllegalArgumentException("a reader of nothing");
    }
    var opened = keys;
    Keyring.current().tryAnew();
    withoutExcluded(subject, keys.root(), reader)
        .map(one -> envelope(opened, one))
        .forEach(
            envelope -> {
              tables.removeEnvelope(subject, envelope.reader());
              tables.addEnvelopes(List.of(envelope));
            });
  }

  /** Where somebody is kept out, a team reads as its other members and the escrow, one by one. */
  private Stream<Reader> withoutExcluded(String subject, String root, Reader reader) {
    if (!(reader instanceof For one) || one.holder().team() == null) {
      return Stream.of(reader);
    }
    var out = tables.exclusions(subject, root);
    return out.isEmpty() ? Stream.of(reader) : others(one.holder().team(), out, one);
  }

  private Stream<Reader> others(Team team, Set<Long> out, For one) {
    return Stream.concat(
            trust.members(team).stream()
                .map(Trust.Member::accountId)
                .filter(account -> !out.contains(account))
                .map(Holder::person),
            Stream.of(Holder.ESCROW))
        .map(holder -> new For(holder, one.compartments(), team));
  }

  /** How a lent envelope is marked: it opens nothing but in {@link #useLoan}. */
  private static final String LENT = ":LENT:";

  private static boolean isLent(String reader) {
    return reader.startsWith(KEY) && reader.contains(LENT);
  }

  /**
   * Gives a person of another team the content for one purpose until {@link #takeBack}: two who
   * each open a part make one new receipt for all of it. What is lent opens in no other act.
   *
   * @param team the team the person belongs to, whose signature is checked
   * @param loan number of what it is lent for
   * @throws Problem conflict "lend-kept-out" to somebody who is kept out of it
   */
  public void lend(String subject, long accountId, Team team, String loan) {
    if (unsealed.isOn()) {
      return;
    }
    var keys = open(subject, Compartment.CONTENT);
    if (tables.exclusions(subject, keys.root()).contains(accountId)) {
      throw Problem.conflict("lend-kept-out");
    }
    var key = trust.readerKey(new For(Holder.person(accountId), Set.of(Compartment.CONTENT), team));
    var name = KEY + key.id() + LENT + loan;
    tables.removeEnvelope(subject, name);
    tables.addEnvelopes(
        List.of(
            row(
                keys,
                name,
                Set.of(Compartment.CONTENT),
                Sealed.ofBytes(
                    key.publicKeys()
                        .wrap(keys.pack(Set.of(Compartment.CONTENT)), label(keys, name))))));
  }

  /** Opens for the rest of this request what was lent to who acts, and for this alone. */
  public void useLoan(String subject, String loan) {
    if (unsealed.isOn()) {
      return;
    }
    openAll(List.of(subject));
    var ring = Keyring.current();
    loans(subject, loan).forEach(envelope -> tryOpen(ring, envelope));
  }

  private List<KeyTables.Envelope> loans(String subject, String loan) {
    return tables.envelopes(List.of(subject)).stream()
        .filter(envelope -> isLent(envelope.reader()) && envelope.reader().endsWith(LENT + loan))
        .toList();
  }

  /** Ends what {@link #lend} gave, whoever acts, under whichever key it lies. */
  public void takeBack(String subject, String loan) {
    loans(subject, loan).forEach(envelope -> tables.removeEnvelope(subject, envelope.reader()));
  }

  /** Which of these who acts can open. */
  public Set<Compartment> opened(String subject) {
    return java.util.Arrays.stream(Compartment.values())
        .filter(compartment -> isOpen(subject, compartment))
        .collect(Collectors.toSet());
  }

  /** Takes a named envelope away: what was brought for it opens nothing any more. */
  public void remove(String subject, String name) {
    tables.removeEnvelope(subject, name);
  }

  /**
   * Takes away what an institution, a team or a person could open, under all their keys; of a team
   * from which somebody is kept out, also what its other members read one by one.
   */
  public void remove(String subject, Holder holder) {
    for (var key : tables.keysOf(holder)) {
      tables.removeEnvelope(subject, KEY + key.id());
    }
    if (holder.team() != null) {
      tables.envelopes(List.of(subject)).stream()
          .map(KeyTables.Envelope::reader)
          .filter(reader -> reader.startsWith(KEY) && !isLent(reader))
          .filter(reader -> reader.endsWith(":" + holder.team().name()))
          .forEach(reader -> tables.removeEnvelope(subject, reader));
    }
  }

  private KeyTables.Envelope envelope(SubjectKeys keys, Reader reader) {
    var packed = keys.pack(reader.compartments());
    if (reader instanceof For one) {
      var key = trust.readerKey(one);
      var name = KEY + key.id() + (one.instead() == null ? "" : ":" + one.instead().name());
      return row(
          keys,
          name,
          reader.compartments(),
          Sealed.ofBytes(key.publicKeys().wrap(packed, label(keys, name))));
    }
    if (reader instanceof Under under) {
      var name = PARENT + under.key().name() + ":" + under.parent();
      var above = open(under.parent(), under.key());
      return row(
          keys,
          name,
          reader.compartments(),
          UnderKey.seal(parentKey(above, under.key()), purpose(keys, name), packed));
    }
    if (reader instanceof HavingLink having) {
      return row(
          keys,
          LINK,
          reader.compartments(),
          Sealed.ofBytes(having.key().wrap(packed, label(keys, LINK))));
    }
    var bringing = (Bringing) reader;
    return row(
        keys,
        bringing.name(),
        reader.compartments(),
        UnderKey.seal(bringing.key(), purpose(keys, bringing.name()), packed));
  }

  private static KeyTables.Envelope row(
      SubjectKeys keys, String reader, Set<Compartment> compartments, Sealed sealed) {
    return new KeyTables.Envelope(
        keys.subject(), reader, keys.root(), compartments, sealed, keys.share());
  }

  /** The share is part of it: without it not even a reference to the parent opens. */
  private static byte[] parentKey(SubjectKeys above, Compartment compartment) {
    return Bytes.derive(
        above.key(compartment), above.share(), Bytes.label("below", above.subject()));
  }

  private static byte[] label(SubjectKeys keys, String reader) {
    return label(keys.subject(), keys.root(), reader);
  }

  /** What an envelope is bound to. */
  static byte[] label(String subject, String root, String reader) {
    return Bytes.label("envelope", subject, root, reader);
  }

  private static String purpose(SubjectKeys keys, String reader) {
    return "envelope " + keys.subject() + " " + keys.root() + " " + reader;
  }

  /**
   * Opens a subject with what somebody brings, for the rest of this request.
   *
   * @return whether it opened
   */
  public boolean openWith(String subject, String name, byte[] key) {
    if (unsealed.isOn()) {
      return true;
    }
    return openNamed(
        subject,
        name,
        (keys, envelope) -> UnderKey.open(key, purpose(keys, name), envelope.sealed()));
  }

  private boolean openNamed(
      String subject,
      String name,
      BiFunction<SubjectKeys, KeyTables.Envelope, Optional<byte[]>> opener) {
    for (var envelope : tables.envelopes(List.of(subject))) {
      if (envelope.reader().equals(name)) {
        var keys = new SubjectKeys(subject, envelope.root(), envelope.share());
        var packed = opener.apply(keys, envelope);
        packed.ifPresent(content -> keep(keys, content));
        return packed.isPresent();
      }
    }
    return false;
  }

  /** Open for the rest of the request; what hangs on it may open now, too. */
  private static void keep(SubjectKeys keys, byte[] packed) {
    keys.unpack(packed);
    var ring = Keyring.required();
    ring.tryAnew();
    ring.put(keys);
  }

  /** The same with a link and its PIN. */
  public boolean openWith(String subject, LinkKeys link) {
    return openWith(subject, LINK, link.envelopeKey());
  }

  /**
   * Opens what was wrapped for a link's key pair ({@link HavingLink}) with what {@link
   * LinkKeys#keepFor} put away.
   *
   * @return whether there was something, and it opened
   */
  public boolean openWith(String subject, String token, Sealed keptPair) {
    if (unsealed.isOn()) {
      return true;
    }
    var pair = LinkKeys.pairOf(token, keptPair);
    if (pair.isEmpty()) {
      return false;
    }
    return openNamed(
        subject,
        LINK,
        (keys, envelope) -> pair.get().unwrap(envelope.sealed().bytes(), label(keys, LINK)));
  }

  /** What is open of a subject, to be sealed under the token of a short visit. */
  public Sealed keepFor(String token, String subject) {
    if (unsealed.isOn()) {
      return UnderKey.seal(token, "visit " + subject, new byte[0]);
    }
    var keys = Keyring.required().keys(subject);
    if (keys == null) {
      throw sealed();
    }
    return UnderKey.seal(token, "visit " + subject, keys.packAll());
  }

  /** Opens a subject with what {@link #keepFor} gave; the share is looked up anew. */
  public boolean openAgain(String token, String subject, Sealed kept) {
    if (unsealed.isOn()) {
      return true;
    }
    var packed = UnderKey.open(token, "visit " + subject, kept);
    var lies = tables.envelopes(List.of(subject)).stream().findFirst();
    if (packed.isEmpty() || lies.isEmpty()) {
      return false;
    }
    var keys = new SubjectKeys(subject, lies.get().root(), lies.get().share());
    keep(keys, packed.get());
    return true;
  }

  /**
   * @throws Problem forbidden "sealed" when who acts holds nothing that opens it, or it was erased
   */
  SubjectKeys open(String subject, Compartment compartment) {
    return find(subject, compartment).orElseThrow(Safes::sealed);
  }

  /** Whether who acts can open this. */
  public boolean isOpen(String subject, Compartment compartment) {
    return unsealed.isOn() || find(subject, compartment).isPresent();
  }

  Optional<SubjectKeys> find(String subject, Compartment compartment) {
    var keys = Keyring.current().keys(subject);
    if (keys == null) {
      openAll(List.of(subject));
      keys = Keyring.current().keys(subject);
    }
    return Optional.ofNullable(keys).filter(k -> k.has(compartment));
  }

  /** Opens what who acts can open of these, by one look for them and one for what they hang on. */
  void openAll(Collection<String> subjects) {
    var ring = Keyring.current();
    var missing =
        subjects.stream()
            .filter(s -> ring.keys(s) == null && !ring.isTried(s))
            .collect(Collectors.toSet());
    if (missing.isEmpty()) {
      return;
    }
    var found = tables.envelopes(missing);
    var parents =
        found.stream()
            .filter(envelope -> envelope.reader().startsWith(PARENT))
            .map(envelope -> parentOf(envelope.reader()))
            .filter(parent -> ring.keys(parent) == null && !missing.contains(parent))
            .collect(Collectors.toSet());
    if (!parents.isEmpty()) {
      openAll(parents);
    }
    // those that others hang on come first
    found.stream()
        .filter(envelope -> !isLent(envelope.reader()))
        .sorted(java.util.Comparator.comparing(e -> e.reader().startsWith(PARENT)))
        .forEach(envelope -> tryOpen(ring, envelope));
    ring.tried(missing);
  }

  /** {@code K17} or, for a person who reads in place of a team, {@code K17:OFFICE}. */
  private static long keyId(String reader) {
    var end = reader.indexOf(':');
    return Long.parseLong(reader.substring(KEY.length(), end < 0 ? reader.length() : end));
  }

  private static String parentOf(String reader) {
    return reader.substring(reader.indexOf(':', PARENT.length()) + 1);
  }

  private void tryOpen(Keyring ring, KeyTables.Envelope envelope) {
    var known = ring.keys(envelope.subject());
    var keys =
        known != null
            ? known
            : new SubjectKeys(envelope.subject(), envelope.root(), envelope.share());
    unwrap(ring, keys, envelope)
        .ifPresent(
            packed -> {
              keys.unpack(packed);
              ring.put(keys);
            });
  }

  private Optional<byte[]> unwrap(Keyring ring, SubjectKeys keys, KeyTables.Envelope envelope) {
    var reader = envelope.reader();
    if (reader.startsWith(KEY)) {
      return trust
          .pair(ring, keyId(reader))
          .flatMap(
              pair -> {
                var label = label(keys, reader);
                return lately.open(
                    label, envelope.sealed(), () -> pair.unwrap(envelope.sealed().bytes(), label));
              });
    }
    if (reader.startsWith(PARENT)) {
      var compartment =
          Compartment.valueOf(
              reader.substring(PARENT.length(), reader.indexOf(':', PARENT.length())));
      var above = ring.keys(parentOf(reader));
      return above == null || !above.has(compartment)
          ? Optional.empty()
          : UnderKey.open(parentKey(above, compartment), purpose(keys, reader), envelope.sealed());
    }
    return Optional.empty();
  }

  /**
   * Keeps somebody out of a subject and of everything that hangs on it (of a case with its
   * referrals and agenda items, or of an agenda item alone): each team's envelope that this person
   * could open is replaced by one for each other member (and one for the escrow), and the person's
   * own are taken away. Who acts must have it open. What the person read before stays read; what
   * else of the team's is opened by the team's key stays so.
   *
   * @return the teams whose envelopes were replaced
   * @throws Problem conflict "exclude-by-the-team" when the person belongs to a team that reads
   *     more than who acts: one of that team has to do it
   */
  public Set<Team> exclude(String scope, long accountId) {
    return exclude(scope, accountId, Set.of());
  }

  /**
   * The same for somebody who may come to belong to these teams later: their envelopes are replaced
   * also while the person is not a member, because a team's earlier keys are given to who joins.
   */
  public Set<Team> exclude(String scope, long accountId, Set<Team> joining) {
    if (unsealed.isOn()) {
      return Set.of();
    }
    tables.addExclusion(scope, accountId);
    Keyring.current().tryAnew();
    var teams = new HashSet<Team>();
    for (var envelope : tables.envelopesWithin(scope)) {
      if (!envelope.reader().startsWith(KEY)) {
        continue;
      }
      var holder = tables.key(keyId(envelope.reader())).holder();
      var team = holder.team();
      if (holder.accountId() == accountId) {
        tables.removeEnvelope(envelope.subject(), envelope.reader());
      } else if (team != null && (joining.contains(team) || trust.isMember(team, accountId))) {
        replace(envelope, team);
        teams.add(team);
      }
    }
    return teams;
  }

  /**
   * Somebody is kept out of a subject that who acts cannot open, and that the person cannot open
   * either: nothing is wrapped anew, and nothing will be wrapped for them.
   */
  public void excludeLater(String scope, long accountId) {
    tables.addExclusion(scope, accountId);
  }

  private void replace(KeyTables.Envelope envelope, Team team) {
    for (var compartment : envelope.compartments()) {
      if (find(envelope.subject(), compartment).isEmpty()) {
        // who cannot open it cannot wrap it for the others: one of that team has to act
        throw Problem.conflict("exclude-by-the-team");
      }
    }
    tables.removeEnvelope(envelope.subject(), envelope.reader());
    // with the exclusion on record, the team becomes its other members
    add(envelope.subject(), new For(team.holder(), envelope.compartments()));
  }

  /**
   * Lets somebody read again what they were kept out of, by an envelope for this person alone.
   *
   * @param instead the team in whose place the person reads: with it they lose this, too
   */
  public void letBack(String scope, long accountId, Team instead, Set<Compartment> compartments) {
    readmit(scope, accountId);
    if (!unsealed.isOn()) {
      add(scope, new For(Holder.person(accountId), compartments, instead));
    }
  }

  /** Somebody is no longer kept out: what is wrapped for their team later is for them, too. */
  public void readmit(String scope, long accountId) {
    tables.removeExclusion(scope, accountId);
    Keyring.current().tryAnew();
  }

  /**
   * Before somebody joins a team, whose earlier keys they get: where they are kept out, the team's
   * envelopes are replaced. Who acts is a member and can open them.
   */
  public void beforeJoining(Team team, long accountId) {
    for (var scope : tables.exclusionsOf(accountId)) {
      exclude(scope, accountId, Set.of(team));
    }
  }

  /**
   * After somebody has joined: where members read one by one, because somebody is kept out, the
   * newcomer gets an envelope, too, unless it is they who are kept out.
   */
  public void afterJoining(Team team, long accountId) {
    var mine = KEY + Keyring.current().personKeyId() + ":" + team.name();
    for (var envelope : tables.envelopesFor(mine)) {
      if (!tables.exclusions(envelope.subject(), envelope.root()).contains(accountId)) {
        add(envelope.subject(), new For(Holder.person(accountId), envelope.compartments(), team));
      }
    }
  }

  /** Accounts of the persons who can open the content of a subject, by themselves or by a team. */
  public Set<Long> readersOf(String subject) {
    var accounts = new HashSet<Long>();
    if (unsealed.isOn()) {
      trust.members(Team.OFFICE).forEach(member -> accounts.add(member.accountId()));
      return accounts;
    }
    for (var envelope : tables.envelopes(List.of(subject))) {
      if (envelope.reader().startsWith(KEY)
          && !isLent(envelope.reader())
          && envelope.compartments().contains(Compartment.CONTENT)) {
        var holder = tables.key(keyId(envelope.reader())).holder();
        if (holder.team() != null) {
          trust.members(holder.team()).forEach(member -> accounts.add(member.accountId()));
        } else if (holder.accountId() != 0) {
          accounts.add(holder.accountId());
        }
      }
    }
    return accounts;
  }

  /** Destroys the share: from now on nothing of this case opens for anybody, also from a backup. */
  public void erase(String root) {
    ledger.note(Ledger.Kind.ERASED, root);
    eraseAgain(root);
  }

  /** After a restore: the ledger knows of it already. */
  public void eraseAgain(String root) {
    tables.envelopesOfRoot(root).forEach(e -> Keyring.current().forget(e.subject()));
    tables.removeShare(root);
    tables.removeEnvelopesOfRoot(root);
  }

  /** Subjects of this root and who could open them, by the codes of the readers; for tests. */
  Map<String, List<String>> readers(String root) {
    return tables.envelopesOfRoot(root).stream()
        .collect(
            Collectors.groupingBy(
                KeyTables.Envelope::subject,
                Collectors.mapping(KeyTables.Envelope::reader, Collectors.toList())));
  }

  private static Problem sealed() {
    return Problem.forbidden("sealed");
  }
}
