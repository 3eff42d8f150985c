package org.isonomia.intake.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.isonomia.intake.domain.Draft;
import org.isonomia.intake.domain.DraftFile;
import org.isonomia.intake.domain.MailboxSession;

/** Reports being written and the mailboxes that are open, as if in memory. Times are real time. */
@ApplicationScoped
public class Drafts {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  public void add(Draft draft) {
    em.persist(draft);
  }

  public Optional<Draft> find(String tokenHash, Instant now) {
    return em.createQuery(
            "select d from Draft d where d.tokenHash = :hash and d.expiresAt > :now", Draft.class)
        .setParameter("hash", tokenHash)
        .setParameter("now", now)
        .getResultStream()
        .findFirst();
  }

  /** The draft, locked until the act is over: two clicks at once are one after the other. */
  public Optional<Draft> lock(String tokenHash, Instant now) {
    return em.createQuery(
            "select d from Draft d where d.tokenHash = :hash and d.expiresAt > :now", Draft.class)
        .setParameter("hash", tokenHash)
        .setParameter("now", now)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /**
   * The draft that a code leads to, locked until the act is over; one look into a unique index, for
   * a hit and for a miss.
   */
  public Optional<Draft> lockByCode(String codeIndex, Instant now) {
    return em.createQuery(
            "select d from Draft d where d.codeIndex = :index and d.expiresAt > :now", Draft.class)
        .setParameter("index", codeIndex)
        .setParameter("now", now)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /**
   * Bounds unfinished reports, in number and in bytes with their files: the oldest go first, which
   * are those that were not touched for longest. In number those without a code go before: their
   * words lie in the page, too, and a code costs whoever makes thousands of them more than us.
   *
   * @return how many went
   */
  public int keepLatest(long most, long bytes) {
    return em.createNativeQuery(
            "delete from intake_draft where token_hash in (select token_hash from"
                + " (select d.token_hash,"
                + " row_number() over (order by d.code_index is null, d.expires_at desc, d.token_hash) as nth,"
                + " sum(octet_length(d.answers_sealed) + coalesce(f.size, 0)) over latest as bytes"
                + " from intake_draft d"
                + " left join (select token_hash, sum(size) as size from intake_draft_file group by token_hash) f using (token_hash)"
                + " where d.number is null"
                + " window latest as (order by d.expires_at desc, d.token_hash"
                + " rows between unbounded preceding and current row)) ranked"
                // one that is being filed meanwhile holds a receipt that nobody else has
                + " where nth > ?1 or bytes > ?2) and number is null")
        .setParameter(1, most)
        .setParameter(2, bytes)
        .executeUpdate();
  }

  /**
   * A draft that became a report, was thrown away or made again: no copy of it that a page carries
   * becomes a draft any more.
   *
   * @return whether it was not so before
   */
  public boolean spend(String tokenHash, Instant until) {
    return em.createNativeQuery(
                "insert into intake_spent_draft (token_hash, kept_until) values (?1, ?2)"
                    + " on conflict (token_hash) do nothing")
            .setParameter(1, tokenHash)
            .setParameter(2, until.atOffset(ZoneOffset.UTC))
            .executeUpdate()
        == 1;
  }

  public boolean isSpent(String tokenHash) {
    return !em.createNativeQuery("select 1 from intake_spent_draft where token_hash = ?1")
        .setParameter(1, tokenHash)
        .getResultList()
        .isEmpty();
  }

  /** From now on the draft, with its files, is found by another value, and by this one no more. */
  public void rename(String tokenHash, String other) {
    em.flush();
    em.createNativeQuery("update intake_draft set token_hash = ?2 where token_hash = ?1")
        .setParameter(1, tokenHash)
        .setParameter(2, other)
        .executeUpdate();
    // what was read stands under the value of before
    em.clear();
  }

  public void forget(String tokenHash) {
    em.createQuery("delete from DraftFile f where f.tokenHash = :hash")
        .setParameter("hash", tokenHash)
        .executeUpdate();
    em.createQuery("delete from Draft d where d.tokenHash = :hash")
        .setParameter("hash", tokenHash)
        .executeUpdate();
  }

  public void addFile(DraftFile file) {
    em.persist(file);
  }

  public List<DraftFile> files(String tokenHash) {
    return em.createQuery(
            "select f from DraftFile f where f.tokenHash = :hash order by f.id", DraftFile.class)
        .setParameter("hash", tokenHash)
        .getResultList();
  }

  /** Of these contents, those that some draft keeps. */
  public List<Long> kept(Collection<Long> contents) {
    var kept = new ArrayList<Long>();
    for (var column : List.of("contentId", "originalId")) {
      kept.addAll(
          em.createQuery(
                  "select f.copies."
                      + column
                      + " from DraftFile f where f.copies."
                      + column
                      + " in :ids",
                  Long.class)
              .setParameter("ids", contents)
              .getResultList());
    }
    return kept;
  }

  public Optional<DraftFile> file(String tokenHash, long id) {
    return files(tokenHash).stream().filter(f -> f.id() == id).findFirst();
  }

  public void removeFile(String tokenHash, long id) {
    em.createQuery("delete from DraftFile f where f.tokenHash = :hash and f.id = :id")
        .setParameter("hash", tokenHash)
        .setParameter("id", id)
        .executeUpdate();
  }

  public void removeFiles(String tokenHash) {
    em.createQuery("delete from DraftFile f where f.tokenHash = :hash")
        .setParameter("hash", tokenHash)
        .executeUpdate();
  }

  public void forgetExpired(Instant now) {
    em.createQuery(
            "delete from DraftFile f where f.tokenHash in (select d.tokenHash from Draft d where d.expiresAt < :now)")
        .setParameter("now", now)
        .executeUpdate();
    em.createQuery("delete from Draft d where d.expiresAt < :now")
        .setParameter("now", now)
        .executeUpdate();
    em.createNativeQuery("delete from intake_spent_draft where kept_until < ?1")
        .setParameter(1, now.atOffset(ZoneOffset.UTC))
        .executeUpdate();
    em.createQuery("delete from MailboxSession s where s.expiresAt < :now")
        .setParameter("now", now)
        .executeUpdate();
  }

  public void open(MailboxSession visit) {
    em.persist(visit);
  }

  public Optional<MailboxSession> opened(String tokenHash, Instant now) {
    return em.createQuery(
            "select s from MailboxSession s where s.tokenHash = :hash and s.expiresAt > :now",
            MailboxSession.class)
        .setParameter("hash", tokenHash)
        .setParameter("now", now)
        .getResultStream()
        .findFirst();
  }

  /** Puts the end off, at most once in a while, so that reading a page rarely writes. */
  public void prolong(String tokenHash, Instant expiresAt, Instant unlessAfter) {
    em.createQuery(
            "update MailboxSession s set s.expiresAt = :end where s.tokenHash = :hash and s.expiresAt < :unless")
        .setParameter("end", expiresAt)
        .setParameter("hash", tokenHash)
        .setParameter("unless", unlessAfter)
        .executeUpdate();
  }

  public void close(String tokenHash) {
    em.createQuery("delete from MailboxSession s where s.tokenHash = :hash")
        .setParameter("hash", tokenHash)
        .executeUpdate();
  }
}
