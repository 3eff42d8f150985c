package org.isonomia.retention.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.isonomia.shared.Problem;

/** The classes in force and their history. */
@ApplicationScoped
public class Classes {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  public List<RetentionClass> all() {
    return em.createQuery(
            "select c from RetentionClass c order by c.qualification", RetentionClass.class)
        .getResultList();
  }

  /** By qualification. */
  public Map<String, RetentionClass> inForce() {
    return all().stream()
        .collect(Collectors.toMap(RetentionClass::qualification, Function.identity()));
  }

  public RetentionClass get(String qualification) {
    return found(em.find(RetentionClass.class, qualification));
  }

  public RetentionClass lock(String qualification) {
    return found(em.find(RetentionClass.class, qualification, LockModeType.PESSIMISTIC_WRITE));
  }

  private static RetentionClass found(RetentionClass one) {
    if (one == null) {
      throw Problem.notFound("no-such-class");
    }
    return one;
  }

  public void add(ClassChange change) {
    em.persist(change);
  }

  /** Newest first. */
  public List<ClassChange> changes(String qualification) {
    return em.createQuery(
            "select c from ClassChange c where c.qualification = :q order by c.at desc, c.id desc",
            ClassChange.class)
        .setParameter("q", qualification)
        .getResultList();
  }
}
