package org.isonomia.intake.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.isonomia.intake.domain.Correction;
import org.isonomia.intake.domain.ReceiptRenewal;
import org.isonomia.shared.CaseNumber;

/** Earlier words of reports, and receipts that were made anew. */
@ApplicationScoped
public class Rectifications {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  public void add(Correction correction) {
    em.persist(correction);
  }

  public void add(ReceiptRenewal renewal) {
    em.persist(renewal);
  }

  /** Oldest first. */
  public List<Correction> of(CaseNumber number) {
    return em.createQuery(
            "select c from Correction c where c.number = :number order by c.at, c.id",
            Correction.class)
        .setParameter("number", number.value())
        .getResultList();
  }

  /** How much lies there of what stood before, sealed. */
  public record Kept(long versions, long bytes) {}

  public Kept kept(CaseNumber number) {
    var row =
        (Object[])
            em.createNativeQuery(
                    "select count(*), coalesce(sum(octet_length(before_sealed)), 0)"
                        + " from intake_correction where number = ?")
                .setParameter(1, number.value())
                .getSingleResult();
    return new Kept(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
  }

  /** Oldest first. */
  public List<ReceiptRenewal> renewals(CaseNumber number) {
    return em.createQuery(
            "select r from ReceiptRenewal r where r.number = :number order by r.at, r.id",
            ReceiptRenewal.class)
        .setParameter("number", number.value())
        .getResultList();
  }

  /** Whoever reads this mailbox now, with what the old receipt opened, reads it no more. */
  public void endVisits(CaseNumber number) {
    em.createQuery("delete from MailboxSession s where s.number = :number")
        .setParameter("number", number.value())
        .executeUpdate();
  }
}
