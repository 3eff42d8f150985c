package org.isonomia.access.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Passkeys, the questions put to them, and vault phrases, as if in memory. */
@ApplicationScoped
public class Passkeys {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  public void add(Passkey passkey) {
    em.persist(passkey);
  }

  public List<Passkey> of(long accountId) {
    return em.createQuery(
            "select p from Passkey p where p.accountId = :account order by p.since", Passkey.class)
        .setParameter("account", accountId)
        .getResultList();
  }

  public Optional<Passkey> find(String credential) {
    return em.createQuery("select p from Passkey p where p.credential = :credential", Passkey.class)
        .setParameter("credential", credential)
        .getResultStream()
        .findFirst();
  }

  /** The same, locked: two uses of one passkey are one after the other. */
  public Optional<Passkey> lock(String credential) {
    return find(credential)
        .map(
            passkey -> {
              em.lock(passkey, LockModeType.PESSIMISTIC_WRITE);
              em.refresh(passkey);
              return passkey;
            });
  }

  public Optional<Long> accountOf(String userHandle) {
    return em.createQuery(
            "select p.accountId from Passkey p where p.userHandle = :handle", Long.class)
        .setParameter("handle", userHandle)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  public void remove(Passkey passkey) {
    em.remove(passkey);
  }

  /** The passkey of this number, if there is one. */
  public void remove(long id) {
    em.createQuery("delete from Passkey p where p.id = :id").setParameter("id", id).executeUpdate();
  }

  /** A new question; those whose time is over are forgotten with it. */
  public void ask(PasskeyChallenge challenge, Instant now) {
    em.createQuery("delete from PasskeyChallenge c where c.expiresAt < :now")
        .setParameter("now", now)
        .executeUpdate();
    em.persist(challenge);
  }

  /** The question, which is used up with this; of two who answer it at once one finds it. */
  public Optional<PasskeyChallenge> take(String challengeHash, Instant now) {
    var challenge = em.find(PasskeyChallenge.class, challengeHash, LockModeType.PESSIMISTIC_WRITE);
    if (challenge != null) {
      em.remove(challenge);
    }
    return Optional.ofNullable(challenge).filter(c -> c.isOpen(now));
  }

  public Optional<VaultPhrase> phraseOf(long accountId) {
    return Optional.ofNullable(em.find(VaultPhrase.class, accountId));
  }

  public void add(VaultPhrase phrase) {
    em.persist(phrase);
  }

  public void forgetPhraseOf(long accountId) {
    em.createQuery("delete from VaultPhrase p where p.accountId = :account")
        .setParameter("account", accountId)
        .executeUpdate();
  }

  /** Nothing that a person has added opens anything any more. */
  public void forgetAllOf(long accountId) {
    forgetPhraseOf(accountId);
    em.createQuery("delete from Passkey p where p.accountId = :account")
        .setParameter("account", accountId)
        .executeUpdate();
    em.createQuery("delete from PasskeyChallenge c where c.accountId = :account")
        .setParameter("account", accountId)
        .executeUpdate();
  }
}
