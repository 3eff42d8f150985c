package org.isonomia.access.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.isonomia.shared.Problem;

/** Accounts, their sessions and their links, as if in memory. */
@ApplicationScoped
public class Accounts {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  public void add(Account account) {
    em.persist(account);
  }

  public Account get(long id) {
    var account = em.find(Account.class, id);
    if (account == null) {
      throw Problem.notFound("no-such-account");
    }
    return account;
  }

  public Optional<Account> find(String login) {
    return em.createQuery("select a from Account a where a.login = :login", Account.class)
        .setParameter("login", Account.normalise(login))
        .getResultStream()
        .findFirst();
  }

  public List<Account> all() {
    return em.createQuery("select a from Account a order by a.login", Account.class)
        .setMaxResults(1000)
        .getResultList();
  }

  public List<Account> demo() {
    return em.createQuery(
            "select a from Account a where a.demo = true and a.active = true order by a.id",
            Account.class)
        .getResultList();
  }

  public boolean isEmpty() {
    return em.createQuery("select a.id from Account a", Long.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  public void addSession(Session session) {
    em.persist(session);
  }

  /** An open session and its account. */
  public record Resumed(Account account, Session session) {}

  /** The open session of a token; {@code now} and {@code idleSince} are real time. */
  public Optional<Resumed> bySession(String tokenHash, Instant now, Instant idleSince) {
    return em.createQuery(
            "select a, s from Account a, Session s where s.tokenHash = :hash and s.accountId = a.id"
                + " and s.expiresAt > :now and s.lastSeenAt > :idle and a.active = true",
            Object[].class)
        .setParameter("hash", tokenHash)
        .setParameter("now", now)
        .setParameter("idle", idleSince)
        .getResultStream()
        .findFirst()
        .map(row -> new Resumed((Account) row[0], (Session) row[1]));
  }

  /**
   * Notes that the session is in use, at most once a minute, so that reading a page rarely writes.
   */
  public void touchSession(String tokenHash, Instant now) {
    em.createQuery(
            "update Session s set s.lastSeenAt = :now where s.tokenHash = :hash and s.lastSeenAt < :before")
        .setParameter("now", now)
        .setParameter("hash", tokenHash)
        .setParameter("before", now.minusSeconds(60))
        .executeUpdate();
  }

  public Optional<Account> findById(long id) {
    return Optional.ofNullable(em.find(Account.class, id));
  }

  public void endSession(String tokenHash) {
    em.createQuery("delete from Session s where s.tokenHash = :hash")
        .setParameter("hash", tokenHash)
        .executeUpdate();
  }

  public void endSessionsOf(long accountId) {
    em.createQuery("delete from Session s where s.accountId = :id")
        .setParameter("id", accountId)
        .executeUpdate();
  }

  public void endExpired(Instant now) {
    em.createQuery("delete from Session s where s.expiresAt < :now")
        .setParameter("now", now)
        .executeUpdate();
    em.createQuery("delete from OneTimeLink l where l.expiresAt < :now")
        .setParameter("now", now)
        .executeUpdate();
  }

  public void addLink(OneTimeLink link) {
    em.persist(link);
  }

  /** The link, locked: two people using it at once are one after the other. */
  public Optional<OneTimeLink> lockLink(String token) {
    return Optional.ofNullable(
        em.find(
            OneTimeLink.class,
            Tokens.hash(token),
            jakarta.persistence.LockModeType.PESSIMISTIC_WRITE));
  }

  public Optional<OneTimeLink> findLink(String token) {
    return Optional.ofNullable(em.find(OneTimeLink.class, Tokens.hash(token)));
  }

  public void closeLinks(OneTimeLink.Purpose purpose) {
    em.createQuery("delete from OneTimeLink l where l.purpose = :purpose")
        .setParameter("purpose", purpose)
        .executeUpdate();
  }
}
