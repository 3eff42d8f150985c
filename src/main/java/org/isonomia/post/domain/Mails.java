package org.isonomia.post.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The mails that have gone. */
@ApplicationScoped
public class Mails {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  public boolean isKnown(String key) {
    return !em.createQuery("select m.id from Mail m where m.key = :k", Long.class)
        .setParameter("k", key)
        .getResultList()
        .isEmpty();
  }

  public void add(Mail mail) {
    em.persist(mail);
  }

  /** This mail did not go, again or for the first time. */
  public void failed(String key, String template, String code, Instant at) {
    var failure = em.find(Failure.class, key);
    if (failure == null) {
      failure = new Failure(key, template, at);
      em.persist(failure);
    }
    failure.again(code, at);
  }

  /** It went, or it is no more wanted. */
  public void noLongerFails(String key) {
    em.createQuery("delete from MailFailure f where f.key = :k")
        .setParameter("k", key)
        .executeUpdate();
  }

  /** A name holds no character that means something in a pattern. */
  public void forget(String name) {
    for (var entity : List.of("Mail", "MailFailure")) {
      em.createQuery("delete from " + entity + " m where m.key = :name or m.key like :below")
          .setParameter("name", name)
          .setParameter("below", name + "/%")
          .executeUpdate();
    }
  }

  public List<Failure> failures(int most) {
    return em.createQuery("select f from MailFailure f order by f.firstAt, f.key", Failure.class)
        .setMaxResults(most)
        .getResultList();
  }

  public long failureCount() {
    return em.createQuery("select count(f) from MailFailure f", Long.class).getSingleResult();
  }

  public Optional<Mail> findKept(long id) {
    return Optional.ofNullable(em.find(Mail.class, id)).filter(mail -> mail.body() != null);
  }

  /** What lies in the box, newest first. */
  public List<Mail> kept(int size) {
    return em.createQuery(
            "select m from Mail m where m.body is not null order by m.id desc", Mail.class)
        .setMaxResults(size)
        .getResultList();
  }
}
