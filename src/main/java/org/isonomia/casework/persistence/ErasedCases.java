package org.isonomia.casework.persistence;

import static org.isonomia.privacy.ErasedRows.of;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import org.isonomia.privacy.Erasable;
import org.isonomia.privacy.ErasedRows;
import org.isonomia.privacy.Erasure;
import org.isonomia.shared.CaseNumber;

/** What casework keeps of a case goes as a whole: the file, who read it, who was refused. */
@ApplicationScoped
public class ErasedCases implements Erasable {
  private static final String OF_CASE =
      "case_id in (select id from casework_case where number = ?1)";
  private static final String OF_MATTER =
      "matter_id in (select m.id from casework_matter m join casework_case c on c.id = m.case_id"
          + " where c.number = ?1)";
  private static final List<ErasedRows> ROWS =
      List.of(
          of("casework_name_index", "case_number = ?1"),
          of("casework_identity_opening", "case_number = ?1"),
          of("casework_need", "case_number = ?1"),
          of("casework_translation", "case_number = ?1"),
          of("casework_reading", "number = ?1"),
          of("casework_refused_opening", "number = ?1"),
          of("casework_conflict", OF_CASE),
          of("casework_note", OF_CASE),
          of("casework_outcome", OF_CASE),
          of("casework_deadline", OF_MATTER),
          of("casework_summons", OF_MATTER),
          of("casework_qualification", OF_MATTER),
          of("casework_matter", OF_CASE),
          of("casework_case", "number = ?1"));

  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  @Override
  @SuppressWarnings("unchecked")
  public Set<String> names(CaseNumber number) {
    List<String> keys =
        em.createNativeQuery(
                "select key from casework_need where case_number = ?1"
                    + " union all select key from casework_translation where case_number = ?1")
            .setParameter(1, number.value())
            .getResultList();
    return Set.copyOf(keys);
  }

  @Override
  public List<String> tables() {
    return ErasedRows.tables(ROWS);
  }

  @Override
  public void erase(Erasure erasure) {
    ErasedRows.delete(em, ROWS, erasure.number().value());
  }
}
