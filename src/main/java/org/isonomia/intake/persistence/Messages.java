package org.isonomia.intake.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.isonomia.intake.Mailbox.From;
import org.isonomia.intake.domain.MailboxMessage;
import org.isonomia.shared.CaseNumber;

/** The messages behind the receipts, as if in memory. */
@ApplicationScoped
public class Messages {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  public void add(MailboxMessage message) {
    em.persist(message);
  }

  /** Oldest first. */
  public List<MailboxMessage> of(CaseNumber number) {
    return em.createQuery(
            "select m from MailboxMessage m where m.number = :number order by m.writtenAt, m.id",
            MailboxMessage.class)
        .setParameter("number", number.value())
        .getResultList();
  }

  /** Messages of the reporter that nobody of the office has read. */
  public int unread(CaseNumber number) {
    return em.createQuery(
            "select count(m) from MailboxMessage m"
                + " where m.number = :number and m.sender = :reporter and m.readAt is null",
            Long.class)
        .setParameter("number", number.value())
        .setParameter("reporter", From.REPORTER)
        .getSingleResult()
        .intValue();
  }

  public void markRead(CaseNumber number, Instant at) {
    em.createQuery(
            "update MailboxMessage m set m.readAt = :at"
                + " where m.number = :number and m.sender = :reporter and m.readAt is null")
        .setParameter("at", at)
        .setParameter("number", number.value())
        .setParameter("reporter", From.REPORTER)
        .executeUpdate();
  }
}
