package org.isonomia.council.persistence;

import static org.isonomia.privacy.ErasedRows.of;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.isonomia.privacy.Erasable;
import org.isonomia.privacy.ErasedRows;
import org.isonomia.privacy.Erasure;
import org.isonomia.shared.CaseNumber;

/**
 * Agenda items that came from a case. One that never came before a meeting goes as a whole. Of one
 * that did, what the Council did stays, because it is the record of a public body and names no
 * person: that there was an item, who took part, how the votes fell, and a published decision with
 * its words. Title, question, brief, reasons and the way back to the case go.
 */
@ApplicationScoped
public class ErasedItems implements Erasable {
  /** Came before a meeting. */
  private static final String HELD =
      "(exists (select 1 from council_agenda_entry e where e.item_id = i.id)"
          + " or exists (select 1 from council_decision d where d.item_id = i.id))";

  private static final String GOING =
      "select i.id from council_agenda_item i where i.origin = ?1 and not " + HELD;
  private static final List<ErasedRows> ROWS =
      List.of(
          of("council_recusal", "item_id in (" + GOING + ")"),
          of("council_agenda_item", "id in (" + GOING + ")"));

  private static final String STAYING =
      "(select i.id from council_agenda_item i where i.origin = ?1 and " + HELD + ")";

  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  @Override
  @SuppressWarnings("unchecked")
  public Set<String> names(CaseNumber number) {
    List<String> numbers =
        em.createNativeQuery("select number from council_agenda_item where origin = ?1")
            .setParameter(1, number.value())
            .getResultList();
    return numbers.stream().collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public List<String> tables() {
    return ErasedRows.tables(ROWS);
  }

  @Override
  public void erase(Erasure erasure) {
    var number = erasure.number().value();
    ErasedRows.delete(em, ROWS, number);
    change("update council_recusal set reason_sealed = null where item_id in " + STAYING, number);
    change(
        "update council_decision set title_sealed = null, text_sealed = null"
            + " where code in ('PROCEDURAL_DECISION', 'NO_DECISION') and item_id in "
            + STAYING,
        number);
    change(
        "update council_agenda_item set title_sealed = null, question_sealed = null,"
            + " brief_sealed = null, reason_sealed = null, concerns = '', origin = null"
            + " where id in "
            + STAYING,
        number);
  }

  private void change(String sql, String number) {
    em.createNativeQuery(sql).setParameter(1, number).executeUpdate();
  }
}
