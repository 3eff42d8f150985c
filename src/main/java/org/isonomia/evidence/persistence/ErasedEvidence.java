package org.isonomia.evidence.persistence;

import static org.isonomia.privacy.ErasedRows.of;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.isonomia.privacy.Erasable;
import org.isonomia.privacy.ErasedRows;
import org.isonomia.privacy.Erasure;

/** The blocks of a case's files go with it. */
@ApplicationScoped
public class ErasedEvidence implements Erasable {
  private static final List<ErasedRows> ROWS =
      List.of(
          of("evidence_block", "content_id in (select id from evidence_content where number = ?1)"),
          of("evidence_content", "number = ?1"));

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
