package org.isonomia.intake.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.isonomia.intake.domain.MailboxQuestion;
import org.isonomia.shared.CaseNumber;

/** Questions of the office that are answered in fields, as if in memory. */
@ApplicationScoped
public class Questions {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  public void add(MailboxQuestion question) {
    em.persist(question);
  }

  /** Oldest first. */
  public List<MailboxQuestion> of(CaseNumber number) {
    return em.createQuery(
            "select q from MailboxQuestion q where q.number = :number"
                + " order by q.message, q.position",
            MailboxQuestion.class)
        .setParameter("number", number.value())
        .getResultList();
  }

  /** The same, locked until the act is over: two tabs at once are one after the other. */
  public List<MailboxQuestion> lock(CaseNumber number) {
    return em.createQuery(
            "select q from MailboxQuestion q where q.number = :number order by q.id",
            MailboxQuestion.class)
        .setParameter("number", number.value())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }
}
