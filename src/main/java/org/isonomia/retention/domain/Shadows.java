package org.isonomia.retention.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/**
 * What remains of destroyed cases for counting. A row must not lead back to its case, not even for
 * somebody who has the files of the database and the protocol: its key is random, and when a list
 * is finished all rows are written anew in a random order, so that neither their order nor the
 * transaction that wrote them tells which case they come from.
 */
@ApplicationScoped
public class Shadows {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  public void add(Shadow shadow) {
    em.createNativeQuery(
            "insert into retention_shadow (id, month, ground, area, form, outcome, first)"
                + " values (cast(?1 as uuid), ?2, ?3, ?4, ?5, ?6, ?7)")
        .setParameter(1, UUID.randomUUID().toString())
        .setParameter(2, shadow.month().atDay(1))
        .setParameter(3, shadow.ground())
        .setParameter(4, shadow.area())
        .setParameter(5, shadow.form())
        .setParameter(6, shadow.outcome())
        .setParameter(7, shadow.first())
        .executeUpdate();
  }

  /** Writes all rows anew, in one transaction. */
  public void shuffle() {
    em.createNativeQuery(
            "with gone as (delete from retention_shadow"
                + " returning month, ground, area, form, outcome, first)"
                + " insert into retention_shadow (id, month, ground, area, form, outcome, first)"
                + " select gen_random_uuid(), month, ground, area, form, outcome, first from gone"
                + " order by random()")
        .executeUpdate();
  }
}
