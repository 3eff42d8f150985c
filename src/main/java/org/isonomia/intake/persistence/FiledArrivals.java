package org.isonomia.intake.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.isonomia.intake.domain.Arrival;
import org.isonomia.shared.CaseNumber;

/** Through which door reports came, as if in memory. */
@ApplicationScoped
public class FiledArrivals {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  public void add(Arrival arrival) {
    em.persist(arrival);
  }

  public Optional<Arrival> find(CaseNumber number) {
    return Optional.ofNullable(em.find(Arrival.class, number.value()));
  }
}
