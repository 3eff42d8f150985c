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

  /** The draft that a code leads to; one look into a unique index, for a hit and for a miss. */
  public Optional<Draft> findByCode(String codeIndex, Instant now) {
    return em.createQuery(
            "select d from Draft d where d.codeIndex = :index and d.expiresAt > :now", Draft.class)
        .setParameter("index", codeIndex)
        .setParameter("now", now)
        .getResultStream()
        .findFirst();
  }

  /**
   * Bounds unfinished reports. In number: those that were hardly begun go first, then those without
   * a code, of these the longest untouched; a code costs whoever makes many of them more than us.
   * One that was touched just now stays as long as one with a code: between sending a page and
   * seeing the next nothing carries its words. In bytes with their files: the largest go first, so
   * that a few with large files push out nobody's words.
   *
   * @param touched ends of drafts that were touched just now lie behind this; real time
   * @return how many went
   */
  public int keepLatest(long most, long bytes, Instant touched) {
    return em.createNativeQuery(
            "delete from intake_draft where token_hash in (select token_hash from"
                + " (select token_hash, row_number() over (order by kind, expires_at desc, token_hash) as nth,"
                + " sum(size) over (order by size, expires_at desc, token_hash) as bytes"
                + " from (select d.token_hash, d.expires_at, case when d.code_index is not null or d.expires_at > ?3 then 0"
                + " when d.version >= 3 or octet_length(d.answers_sealed) > 600 then 1 else 2 end as kind,"
                + " octet_length(d.answers_sealed) + coalesce(f.size, 0) as size from intake_draft d"
                + " left join (select token_hash, sum(size) as size from intake_draft_file group by token_hash) f using (token_hash)"
                + " where d.number is null) sized) ranked"
                // one that is being filed meanwhile holds a receipt that nobody else has
                + " where nth > ?1 or bytes > ?2) and number is null")
        .setParameter(1, most)
        .setParameter(2, bytes)
        .setParameter(3, touched.atOffset(ZoneOffset.UTC))
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
