package org.isonomia.casework.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.isonomia.casework.domain.CaseList;
import org.isonomia.shared.CaseNumber;

/** Numbers of cases from the tables. */
@ApplicationScoped
public class StoredCaseList implements CaseList {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  @Override
  public List<CaseNumber> openedUntil(Instant at) {
    return em
        .createQuery(
            "select c.number from CaseFile c where c.openedAt <= :at order by c.number",
            String.class)
        .setParameter("at", at)
        .getResultList()
        .stream()
        .map(CaseNumber::new)
        .toList();
  }

  @Override
  @SuppressWarnings("unchecked")
  public Set<CaseNumber> readBetween(Long account, Instant from, Instant until) {
    // the first and the last opening are kept: whoever read before and after may have read between
    var rows =
        em.createNativeQuery(
                "select distinct number from casework_reading"
                    + " where first_at <= ?1 and last_at >= ?2 and (?3 = 0 or account = ?3)")
            .setParameter(1, Timestamp.from(until))
            .setParameter(2, Timestamp.from(from))
            .setParameter(3, account == null ? 0 : account)
            .getResultList();
    var numbers = new TreeSet<CaseNumber>();
    ((List<Object>) (List<?>) rows).forEach(row -> numbers.add(new CaseNumber((String) row)));
    return numbers;
  }
}
