package org.isonomia.rights.persistence;

import static org.isonomia.privacy.ErasedRows.of;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.isonomia.privacy.Erasable;
import org.isonomia.privacy.ErasedRows;
import org.isonomia.privacy.Erasure;

/**
 * Requests go with their case. That an erasure was asked for and answered stays, as the list in
 * which it was decided does: number, dates and codes (GDPR art. 5(2)).
 */
@ApplicationScoped
public class ErasedRequests implements Erasable {
  private static final List<ErasedRows> ROWS =
      List.of(of("rights_request", "case_number = ?1 and kind <> 'ERASURE'"));

  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  @Override
  public List<String> tables() {
    return ErasedRows.tables(ROWS);
  }

  @Override
  public void erase(Erasure erasure) {
    ErasedRows.delete(em, ROWS, erasure.number().value());
  }
}
