package org.isonomia.intake.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.isonomia.intake.domain.FormalAcknowledgement;
import org.isonomia.shared.CaseNumber;

/**
 * Which acknowledgements were issued, and on which day; nothing leads from one to a report; and
 * those of formal letters, which the reporter can show again.
 */
@ApplicationScoped
public class Acknowledgements {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  /** Notes it unless it is there. */
  public void add(String codeHash, LocalDate issuedOn) {
    em.createNativeQuery(
            "insert into intake_acknowledgement (code_hash, issued_on) values (?1, cast(?2 as date))"
                + " on conflict (code_hash) do nothing")
        .setParameter(1, codeHash)
        .setParameter(2, issuedOn.toString())
        .executeUpdate();
  }

  /** With the report that became formal. */
  public void add(FormalAcknowledgement formal) {
    em.persist(formal);
  }

  /** The last one of this report. */
  public Optional<FormalAcknowledgement> formal(CaseNumber number) {
    return em.createQuery(
            "select f from FormalAcknowledgement f where f.number = :number order by f.id desc",
            FormalAcknowledgement.class)
        .setParameter("number", number.value())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** One look into a unique index, for a hit and for a miss. */
  @SuppressWarnings("unchecked")
  public Optional<LocalDate> issuedOn(String codeHash) {
    List<String> rows =
        em.createNativeQuery(
                "select cast(issued_on as text) from intake_acknowledgement where code_hash = ?1")
            .setParameter(1, codeHash)
            .getResultList();
    return rows.stream().findFirst().map(LocalDate::parse);
  }
}
