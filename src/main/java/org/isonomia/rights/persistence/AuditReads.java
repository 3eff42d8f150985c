package org.isonomia.rights.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.isonomia.shared.CaseNumber;

/**
 * Which cases the audit says were opened or changed in a time. The one place of this room that
 * reads its table; an installation without it knows only what the case's page keeps.
 */
@ApplicationScoped
public class AuditReads {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  /**
   * @param account whose acts; {@code null} for everybody's
   */
  @SuppressWarnings("unchecked")
  public Set<CaseNumber> between(Long account, Instant from, Instant until) {
    var numbers = new TreeSet<CaseNumber>();
    if (em.createNativeQuery("select cast(to_regclass('audit_record') as text)").getSingleResult()
        == null) {
      return numbers;
    }
    var rows =
        em.createNativeQuery(
                "select distinct cast(case_number as text) from audit_record"
                    + " where case_number is not null and kind in ('READ', 'CHANGE')"
                    // jobs hold no key and open nothing; who files opens nothing either
                    + " and actor_kind <> 'HOUSE'"
                    + " and (kind = 'READ' or actor_kind <> 'RESIDENT')"
                    + " and city_at between ?1 and ?2 and (?3 = 0 or actor_id = ?3)")
            .setParameter(1, Timestamp.from(from))
            .setParameter(2, Timestamp.from(until))
            .setParameter(3, account == null ? 0 : account)
            .getResultList();
    for (var row : (List<Object>) (List<?>) rows) {
      if (((String) row).matches("ET-\\d{4}-\\d{5,}")) {
        numbers.add(new CaseNumber((String) row));
      }
    }
    return numbers;
  }
}
