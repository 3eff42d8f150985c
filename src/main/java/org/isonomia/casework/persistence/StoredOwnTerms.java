package org.isonomia.casework.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.isonomia.casework.domain.OwnTerm;
import org.isonomia.casework.domain.OwnTermBook;
import org.isonomia.casework.domain.Term;

/** The terms of persons as they stand in the table. */
@ApplicationScoped
public class StoredOwnTerms implements OwnTermBook {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  @Override
  @SuppressWarnings("unchecked")
  public List<OwnTerm> all() {
    List<Object[]> rows =
        em.createNativeQuery(
                "select code, areas, conduct, grounds, respondents, starts, amount, unit, moves,"
                    + " basis, cast(valid_from as text), cast(valid_to as text) from casework_own_term"
                    + " order by position, code")
            .getResultList();
    return rows.stream()
        .map(
            r ->
                new OwnTerm(
                    (String) r[0],
                    codes(r[1]),
                    codes(r[2]),
                    codes(r[3]),
                    codes(r[4]),
                    (String) r[5],
                    new Term(((Number) r[6]).intValue(), Term.Unit.valueOf((String) r[7])),
                    (Boolean) r[8],
                    (String) r[9],
                    LocalDate.parse((String) r[10]),
                    r[11] == null ? null : LocalDate.parse((String) r[11])))
        .toList();
  }

  private static Set<String> codes(Object column) {
    return column == null || column.toString().isEmpty()
        ? Set.of()
        : Set.of(column.toString().split(","));
  }
}
