package org.isonomia.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The key tables in PostgreSQL; written by statements, because a filing writes several rows. */
@ApplicationScoped
class KeyRows implements KeyTables {
  private static final String KEY =
      "k.id, k.holder, k.generation, k.suite, k.wrap_key, k.sign_key, k.signed_by,"
          + " k.trust_signature, k.made_at";
  private static final String ENVELOPE =
      "select e.subject, e.reader, e.root, e.compartments, e.keys_sealed, s.share_key"
          + " from privacy_envelope e join privacy_shares.share s on s.root = e.root where ";

  /** Any number that nobody else locks by. */
  private static final long LOCK = 71_002_027L;

  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  @Override
  public void lock() {
    rows("select 1, 2 from (select pg_advisory_xact_lock(?)) locked", LOCK);
  }

  @Override
  public boolean isInUse() {
    return !rows("select subject, 1 from privacy_envelope limit 1").isEmpty();
  }

  @Override
  public long addKey(Key key) {
    var id =
        ((Number) em.createNativeQuery("select nextval('privacy_key_id')").getSingleResult())
            .longValue();
    query(
            "insert into privacy_key (id, holder, generation, suite, wrap_key, sign_key, signed_by,"
                + " trust_signature, made_at) values (?,?,?,?,?,?,?,?,?)",
            id,
            key.holder().code(),
            key.generation(),
            key.publicKeys().suite(),
            key.publicKeys().wrapKey(),
            key.publicKeys().signKey(),
            key.signedBy(),
            key.signature(),
            Timestamp.from(key.madeAt()))
        .executeUpdate();
    return id;
  }

  @Override
  public Key key(long id) {
    return keys("k.id = ?", id).stream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no such key"));
  }

  @Override
  public Optional<Key> currentKey(Holder holder) {
    return keys("k.holder = ? and k.retired_at is null order by k.generation desc", holder.code())
        .stream()
        .findFirst();
  }

  @Override
  public List<Key> keysOf(Holder holder) {
    return keys("k.holder = ? order by k.generation", holder.code());
  }

  @Override
  public void sign(long keyId, long signedBy, byte[] signature) {
    query(
            "update privacy_key set signed_by = ?, trust_signature = ? where id = ?",
            signedBy,
            signature,
            keyId)
        .executeUpdate();
  }

  @Override
  public void forgetFounding() {
    var founding = "(select id from privacy_key where holder = 'ESCROW' or holder like 'TEAM/%')";
    query("delete from privacy_member where signed_by in " + founding).executeUpdate();
    query("delete from privacy_secret where key_id in " + founding).executeUpdate();
    query("delete from privacy_key where id in " + founding).executeUpdate();
  }

  @Override
  public void retire(long keyId, Instant at) {
    query("update privacy_key set retired_at = ? where id = ?", Timestamp.from(at), keyId)
        .executeUpdate();
  }

  @Override
  public void addSecret(long keyId, String reader, Sealed wrapped) {
    query(
            "insert into privacy_secret (key_id, reader, secret_sealed) values (?,?,?)"
                + " on conflict (key_id, reader) do update set secret_sealed = excluded.secret_sealed",
            keyId,
            reader,
            wrapped.bytes())
        .executeUpdate();
  }

  @Override
  public Optional<Sealed> secret(long keyId, String reader) {
    return rows(
            "select secret_sealed, 1 from privacy_secret where key_id = ? and reader = ?",
            keyId,
            reader)
        .stream()
        .map(row -> Sealed.ofBytes((byte[]) row[0]))
        .findFirst();
  }

  @Override
  public Map<Long, Secret> secretsFor(String reader) {
    var secrets = new LinkedHashMap<Long, Secret>();
    rows(
            "select "
                + KEY
                + ", p.secret_sealed from privacy_secret p join privacy_key k on k.id = p.key_id"
                + " where p.reader = ? order by k.id",
            reader)
        .forEach(
            row -> {
              var key = key(row);
              secrets.put(key.id(), new Secret(key, Sealed.ofBytes((byte[]) row[9])));
            });
    return secrets;
  }

  @Override
  public void removeSecret(long keyId, String reader) {
    query("delete from privacy_secret where key_id = ? and reader = ?", keyId, reader)
        .executeUpdate();
  }

  @Override
  public void removeLocks(long keyId) {
    query("delete from privacy_secret where key_id = ? and reader like 'LOCK%'", keyId)
        .executeUpdate();
  }

  @Override
  public void removeSecrets(Holder of, String reader) {
    query(
            "delete from privacy_secret p using privacy_key k where k.id = p.key_id"
                + " and k.holder = ? and p.reader = ?",
            of.code(),
            reader)
        .executeUpdate();
  }

  @Override
  public void addMembership(Membership m) {
    query(
            "insert into privacy_member (team, key_id, signed_by, trust_signature, admitted_by, since)"
                + " values (?,?,?,?,?,?) on conflict (team, key_id) do update set"
                + " signed_by = excluded.signed_by, trust_signature = excluded.trust_signature,"
                // signed anew by the team's next key, who stays has been there since they came
                + " admitted_by = case when privacy_member.ended_at is null"
                + " then privacy_member.admitted_by else excluded.admitted_by end,"
                + " since = case when privacy_member.ended_at is null"
                + " then privacy_member.since else excluded.since end, ended_at = null",
            m.team().code(),
            m.person().id(),
            m.signedBy(),
            m.signature(),
            m.admittedBy(),
            Timestamp.from(m.since()))
        .executeUpdate();
  }

  @Override
  public List<Membership> memberships(Holder team) {
    return rows(
            "select "
                + KEY
                + ", m.signed_by as vouched_by, m.trust_signature as vouched, m.admitted_by, m.since"
                + " from privacy_member m join privacy_key k on k.id = m.key_id"
                + " where m.team = ? and m.ended_at is null and k.retired_at is null"
                + " order by m.since, k.id",
            team.code())
        .stream()
        .map(
            row ->
                new Membership(
                    team,
                    key(row),
                    number(row[9]),
                    (byte[]) row[10],
                    number(row[11]),
                    instant(row[12])))
        .toList();
  }

  @Override
  public void endMembership(Holder team, long personKeyId, Instant at) {
    query(
            "update privacy_member set ended_at = ? where team = ? and key_id = ? and ended_at is null",
            Timestamp.from(at),
            team.code(),
            personKeyId)
        .executeUpdate();
  }

  @Override
  public List<Belonging> membershipsOf(long accountId) {
    return rows(
            "select m.team, m.key_id, m.since, m.ended_at from privacy_member m"
                + " join privacy_key k on k.id = m.key_id where k.holder = ? order by m.since",
            Holder.person(accountId).code())
        .stream()
        .map(
            row ->
                new Belonging(
                    new Holder((String) row[0]),
                    number(row[1]),
                    instant(row[2]),
                    row[3] == null ? null : instant(row[3])))
        .toList();
  }

  @Override
  public void addShare(String root, byte[] share) {
    query("insert into privacy_shares.share (root, share_key) values (?,?)", root, share)
        .executeUpdate();
  }

  @Override
  public void removeShare(String root) {
    query("delete from privacy_shares.share where root = ?", root).executeUpdate();
  }

  @Override
  public void addEnvelopes(List<Envelope> envelopes) {
    var values = envelopes.stream().map(e -> "(?,?,?,?,?)").collect(Collectors.joining(","));
    var parameters =
        envelopes.stream()
            .flatMap(
                e ->
                    java.util.stream.Stream.of(
                        e.subject(),
                        e.reader(),
                        e.root(),
                        e.compartments().stream()
                            .sorted()
                            .map(Enum::name)
                            .collect(Collectors.joining(",")),
                        e.sealed().bytes()))
            .toArray();
    query(
            "insert into privacy_envelope (subject, reader, root, compartments, keys_sealed) values "
                + values,
            parameters)
        .executeUpdate();
  }

  @Override
  public List<Envelope> envelopes(Collection<String> subjects) {
    var places = subjects.stream().map(s -> "?").collect(Collectors.joining(","));
    return rows(ENVELOPE + "e.subject in (" + places + ")", subjects.toArray()).stream()
        .map(KeyRows::envelope)
        .toList();
  }

  @Override
  public List<Envelope> envelopesOfRoot(String root) {
    return rows(ENVELOPE + "e.root = ? order by e.subject, e.reader", root).stream()
        .map(KeyRows::envelope)
        .toList();
  }

  @Override
  public List<Envelope> envelopesWithin(String scope) {
    return rows(
            ENVELOPE + "(e.root = ? or e.subject = ?) order by e.subject, e.reader", scope, scope)
        .stream()
        .map(KeyRows::envelope)
        .toList();
  }

  @Override
  public void removeEnvelope(String subject, String reader) {
    query("delete from privacy_envelope where subject = ? and reader = ?", subject, reader)
        .executeUpdate();
  }

  @Override
  public void removeEnvelopesOfRoot(String root) {
    query("delete from privacy_envelope where root = ?", root).executeUpdate();
  }

  @Override
  public List<Envelope> envelopesFor(String reader) {
    return rows(ENVELOPE + "e.reader = ? order by e.subject", reader).stream()
        .map(KeyRows::envelope)
        .toList();
  }

  @Override
  public void removeEnvelopesFor(long personKeyId, Holder team) {
    var name = "K" + personKeyId;
    query(
            "delete from privacy_envelope where reader = ? or reader = ?",
            name,
            team.team() == null ? name : name + ":" + team.team().name())
        .executeUpdate();
  }

  @Override
  public void addExclusion(String root, long accountId) {
    query(
            "insert into privacy_exclusion (scope, account_id) values (?,?) on conflict do nothing",
            root,
            accountId)
        .executeUpdate();
  }

  @Override
  public void removeExclusion(String root, long accountId) {
    query("delete from privacy_exclusion where scope = ? and account_id = ?", root, accountId)
        .executeUpdate();
  }

  @Override
  public Set<Long> exclusions(String subject, String root) {
    return rows(
            "select account_id, 1 from privacy_exclusion where scope = ? or scope = ?",
            subject,
            root)
        .stream()
        .map(row -> number(row[0]))
        .collect(Collectors.toSet());
  }

  @Override
  public Set<String> exclusionsOf(long accountId) {
    return rows("select scope, 1 from privacy_exclusion where account_id = ?", accountId).stream()
        .map(row -> (String) row[0])
        .collect(Collectors.toSet());
  }

  private List<Key> keys(String where, Object... parameters) {
    return rows("select " + KEY + " from privacy_key k where " + where, parameters).stream()
        .map(KeyRows::key)
        .toList();
  }

  private static Key key(Object[] row) {
    return new Key(
        number(row[0]),
        new Holder((String) row[1]),
        (int) number(row[2]),
        new PublicKeys((int) number(row[3]), (byte[]) row[4], (byte[]) row[5]),
        number(row[6]),
        (byte[]) row[7],
        instant(row[8]));
  }

  private static Envelope envelope(Object[] row) {
    return new Envelope(
        (String) row[0],
        (String) row[1],
        (String) row[2],
        compartments((String) row[3]),
        Sealed.ofBytes((byte[]) row[4]),
        (byte[]) row[5]);
  }

  private static Set<Compartment> compartments(String codes) {
    return Arrays.stream(codes.split(","))
        .map(Compartment::valueOf)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Query query(String sql, Object... parameters) {
    var query = em.createNativeQuery(sql);
    for (var i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    return query;
  }

  @SuppressWarnings("unchecked")
  private List<Object[]> rows(String sql, Object... parameters) {
    return query(sql, parameters).getResultList();
  }

  private static long number(Object column) {
    return ((Number) column).longValue();
  }

  private static Instant instant(Object column) {
    return column instanceof Timestamp stamp
        ? stamp.toInstant()
        : ((OffsetDateTime) column).toInstant();
  }
}
