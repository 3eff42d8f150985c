package org.isonomia.partner.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.isonomia.shared.Problem;

/** The entries of the directory, as if in memory. It is small: a few dozen rows. */
@ApplicationScoped
public class Institutions {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  /**
   * @throws Problem not-found "no-such-institution"
   */
  public DirectoryEntry get(String code) {
    return find(code).orElseThrow(() -> Problem.notFound("no-such-institution"));
  }

  public Optional<DirectoryEntry> find(String code) {
    return em.createQuery(
            "select e from DirectoryEntry e where e.code = :code", DirectoryEntry.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  public Optional<DirectoryEntry> find(long id) {
    return Optional.ofNullable(em.find(DirectoryEntry.class, id));
  }

  /** All that are not retired, by name as a Polish reader expects it. */
  public List<DirectoryEntry> active() {
    return em.createQuery(
            "select e from DirectoryEntry e where e.active = true", DirectoryEntry.class)
        .getResultList();
  }
}
