package org.isonomia.privacy;

import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * Rows of one table that go with a case.
 *
 * @param where condition in SQL, with {@code ?1} for the number of the case
 */
public record ErasedRows(String table, String where) {
  public static ErasedRows of(String table, String where) {
    return new ErasedRows(table, where);
  }

  /** Deletes them in this order. */
  public static void delete(EntityManager em, List<ErasedRows> rows, String number) {
    for (var one : rows) {
      em.createNativeQuery("delete from " + one.table() + " where " + one.where())
          .setParameter(1, number)
          .executeUpdate();
    }
  }

  public static List<String> tables(List<ErasedRows> rows) {
    return rows.stream().map(ErasedRows::table).toList();
  }
}
