package org.isonomia.intake.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is told to a receipt whose report is no more. */
@ApplicationScoped
public class RemovedReports {
  /**
   * @param onRequest whether a person asked for it; else its time was over
   */
  public record Removed(LocalDate on, boolean onRequest) {}

  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  @SuppressWarnings("unchecked")
  public Optional<Removed> find(String receiptHash) {
    List<Object[]> rows =
        em.createNativeQuery(
                "select cast(removed_on as text), on_request from intake_removed"
                    + " where receipt_hash = ?1")
            .setParameter(1, receiptHash)
            .getResultList();
    return rows.stream()
        .findFirst()
        .map(row -> new Removed(LocalDate.parse((String) row[0]), (Boolean) row[1]));
  }

  /** Forgets what was removed before this day. */
  public void forgetBefore(LocalDate day) {
    em.createNativeQuery("delete from intake_removed where removed_on < ?1")
        .setParameter(1, day)
        .executeUpdate();
  }
}
