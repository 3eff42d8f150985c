package org.isonomia.casework.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.isonomia.casework.domain.NameIndex;
import org.isonomia.shared.CaseNumber;

/** The blind index in the database. */
@ApplicationScoped
public class StoredNameIndex implements NameIndex {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  @Override
  public List<CaseNumber> missing(long keyId, int most) {
    return numbers(
        em.createNativeQuery(
                "select c.number from casework_case c where c.respondent = 'PRIVATE_PERSON'"
                    + " and not exists (select 1 from casework_name_index n"
                    + " where n.case_number = c.number and n.key_id = ?) order by c.id desc")
            .setParameter(1, keyId)
            .setMaxResults(most)
            .getResultList());
  }

  @Override
  public void put(CaseNumber number, long keyId, byte[] tag) {
    em.createNativeQuery("delete from casework_name_index where case_number = ? and key_id <> ?")
        .setParameter(1, number.value())
        .setParameter(2, keyId)
        .executeUpdate();
    // two custodians at once write the same
    var insert =
        tag == null
            ? em.createNativeQuery(
                "insert into casework_name_index (case_number, key_id) values (?, ?)"
                    + " on conflict do nothing")
            : em.createNativeQuery(
                    "insert into casework_name_index (case_number, key_id, tag_hash)"
                        + " values (?, ?, ?) on conflict do nothing")
                .setParameter(3, tag);
    insert.setParameter(1, number.value()).setParameter(2, keyId).executeUpdate();
  }

  @Override
  public void forget(CaseNumber number) {
    em.createNativeQuery("delete from casework_name_index where case_number = ?")
        .setParameter(1, number.value())
        .executeUpdate();
  }

  @Override
  public List<CaseNumber> find(long keyId, byte[] tag) {
    return numbers(
        em.createNativeQuery(
                "select n.case_number from casework_name_index n where n.key_id = ?"
                    + " and n.tag_hash = ? order by n.case_number desc")
            .setParameter(1, keyId)
            .setParameter(2, tag)
            .getResultList());
  }

  private static List<CaseNumber> numbers(List<?> rows) {
    return rows.stream().map(row -> new CaseNumber((String) row)).toList();
  }
}
