package org.isonomia.post.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
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
