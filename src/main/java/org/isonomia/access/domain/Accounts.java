package org.isonomia.access.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.isonomia.shared.AppClock;
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

  public Optional<Account> find(long id) {
    return Optional.ofNullable(em.find(Account.class, id));
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

  /**
   * Administrators who can sign in, locked: of two who end each other's role at once the second
   * finds the first's done.
   */
  public List<Account> lockAdministrators() {
    return em
        .createQuery(
            "select a from Account a where a.active = true and a.roles like :role order by a.id",
            Account.class)
        .setParameter("role", "%SYSTEM_ADMINISTRATOR%")
        .setLockMode(jakarta.persistence.LockModeType.PESSIMISTIC_WRITE)
        .getResultList()
        .stream()
        .filter(a -> a.isDemo() || a.passwordHash() != null)
        .toList();
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
    em.createQuery("update Account a set a.lastUsedOn = :day where a.id = :id")
        .setParameter("day", day(session.createdAt()))
        .setParameter("id", session.accountId())
        .executeUpdate();
  }

  private static LocalDate day(Instant realTime) {
    return LocalDate.ofInstant(realTime, AppClock.CITY);
  }

  /** A session and its account. */
  public record Resumed(Account account, Session session) {}

  /** The session of a token, whatever it still is good for, of a person who is still here. */
  public Optional<Resumed> bySession(String tokenHash) {
    return em.createQuery(
            "select a, s from Account a, Session s where s.tokenHash = :hash and s.accountId = a.id"
                + " and a.active = true",
            Object[].class)
        .setParameter("hash", tokenHash)
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

  /** Sign-out: nothing is left of it. */
  public void endSession(String tokenHash) {
    em.createQuery("delete from Session s where s.tokenHash = :hash")
        .setParameter("hash", tokenHash)
        .executeUpdate();
  }

  /** All sessions of a person that have not ended, the latest first. */
  public List<Session> sessionsOf(long accountId, Instant now) {
    return em.createQuery(
            "select s from Session s where s.accountId = :id and s.endedAt is null"
                + " and s.expiresAt > :now order by s.lastSeenAt desc, s.id",
            Session.class)
        .setParameter("id", accountId)
        .setParameter("now", now)
        .getResultList();
  }

  /** Ends all sessions of a person, and what was begun with a password. */
  public void endSessionsOf(long accountId) {
    var now = Instant.now();
    sessionsOf(accountId, now).forEach(session -> session.end(now));
    endHalfSessionsOf(accountId);
  }

  /**
   * Forgets what ended a day ago, and takes the keys out of sessions that nobody used for a while.
   */
  public void endExpired(Instant now, Instant idleSince) {
    em.createQuery("delete from Session s where s.expiresAt < :past")
        .setParameter("past", now.minus(Duration.ofDays(1)))
        .executeUpdate();
    em.createQuery(
            "select s from Session s where s.opened is not null"
                + " and (s.lastSeenAt <= :idle or s.expiresAt <= :now)",
            Session.class)
        .setParameter("idle", idleSince)
        .setParameter("now", now)
        .getResultList()
        .forEach(session -> session.lock(now));
    em.createQuery("delete from HalfSession h where h.expiresAt < :now")
        .setParameter("now", now)
        .executeUpdate();
    em.createQuery("delete from OneTimeLink l where l.expiresAt < :now")
        .setParameter("now", now)
        .executeUpdate();
  }

  public void addHalfSession(HalfSession half) {
    em.persist(half);
  }

  /** Whose half session it is; the account is locked: its half sessions go one after the other. */
  public Optional<Account> lockAccountOfHalfSession(String tokenHash) {
    return em.createQuery(
            "select h.accountId from HalfSession h where h.tokenHash = :hash", Long.class)
        .setParameter("hash", tokenHash)
        .getResultStream()
        .findFirst()
        .map(id -> em.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** What was begun with a password and not finished is over. */
  public void endHalfSessionsOf(long accountId) {
    em.createQuery("delete from HalfSession h where h.accountId = :id")
        .setParameter("id", accountId)
        .executeUpdate();
  }

  /** Locked: codes are tried one after the other. */
  public Optional<HalfSession> lockHalfSession(String tokenHash) {
    return Optional.ofNullable(
        em.find(HalfSession.class, tokenHash, LockModeType.PESSIMISTIC_WRITE));
  }

  public Optional<HalfSession> findHalfSession(String tokenHash) {
    return Optional.ofNullable(em.find(HalfSession.class, tokenHash));
  }

  public void endHalfSession(String tokenHash) {
    em.createQuery("delete from HalfSession h where h.tokenHash = :hash")
        .setParameter("hash", tokenHash)
        .executeUpdate();
  }

  public Optional<SecondStep> findSecondStep(long accountId) {
    return Optional.ofNullable(em.find(SecondStep.class, accountId));
  }

  /** Asked without loading it, so that another can take its place. */
  public boolean hasSecondStep(long accountId) {
    return em.createQuery("select count(s) from SecondStep s where s.accountId = :id", Long.class)
            .setParameter("id", accountId)
            .getSingleResult()
        > 0;
  }

  /** Locked: one code is not used twice at once. */
  public Optional<SecondStep> lockSecondStep(long accountId) {
    return Optional.ofNullable(
        em.find(SecondStep.class, accountId, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Telephone and codes on paper, instead of those there were. */
  public void setSecondStep(long accountId, SecondStep step, List<RecoveryCode> codes) {
    endSecondStep(accountId);
    em.persist(step);
    codes.forEach(em::persist);
  }

  public void endSecondStep(long accountId) {
    em.createQuery("delete from RecoveryCode c where c.accountId = :id")
        .setParameter("id", accountId)
        .executeUpdate();
    em.createQuery("delete from SecondStep s where s.accountId = :id")
        .setParameter("id", accountId)
        .executeUpdate();
  }

  /** An unused code on paper. */
  public Optional<RecoveryCode> recoveryCode(long accountId, String hash) {
    return em.createQuery(
            "select c from RecoveryCode c where c.accountId = :id and c.codeHash = :hash"
                + " and c.usedAt is null",
            RecoveryCode.class)
        .setParameter("id", accountId)
        .setParameter("hash", hash)
        .getResultStream()
        .findFirst();
  }

  public long recoveryCodesLeft(long accountId) {
    return em.createQuery(
            "select count(c) from RecoveryCode c where c.accountId = :id and c.usedAt is null",
            Long.class)
        .setParameter("id", accountId)
        .getSingleResult();
  }

  public void addLink(OneTimeLink link) {
    em.persist(link);
  }

  /** The link, locked: two people using it at once are one after the other. */
  public Optional<OneTimeLink> lockLink(String token) {
    return Optional.ofNullable(
        em.find(OneTimeLink.class, Tokens.hash(token), LockModeType.PESSIMISTIC_WRITE));
  }

  public Optional<OneTimeLink> findLink(String token) {
    return Optional.ofNullable(em.find(OneTimeLink.class, Tokens.hash(token)));
  }

  /** Unused links of a person open nothing any more. */
  public void closeLinksOf(long accountId) {
    em.createQuery("delete from OneTimeLink l where l.accountId = :id and l.usedAt is null")
        .setParameter("id", accountId)
        .executeUpdate();
  }

  public void closeLinks(OneTimeLink.Purpose purpose) {
    em.createQuery("delete from OneTimeLink l where l.purpose = :purpose")
        .setParameter("purpose", purpose)
        .executeUpdate();
  }
}
