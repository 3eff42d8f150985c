package org.isonomia.rights.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.isonomia.shared.Problem;

/** All breaches and their cases, as if in memory. */
@ApplicationScoped
public class Incidents {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  public String nextNumber() {
    return "NR-%03d"
        .formatted(
            ((Number)
                    em.createNativeQuery("select nextval('rights_incident_number')")
                        .getSingleResult())
                .longValue());
  }

  public void add(Incident incident, List<IncidentCase> cases) {
    em.persist(incident);
    em.flush();
    cases.forEach(em::persist);
  }

  public Incident get(String number) {
    return em.createQuery("select i from Incident i where i.number = :number", Incident.class)
        .setParameter("number", number)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> Problem.notFound("no-such-incident"));
  }

  /** Newest first. */
  public List<Incident> all() {
    return em.createQuery("select i from Incident i order by i.id desc", Incident.class)
        .getResultList();
  }

  /** Forgets which cases breaches concerned that were closed before; that there was one stays. */
  public int forgetCasesClosedBefore(Instant at) {
    return em.createQuery(
            "delete from IncidentCase c where c.incident in"
                + " (select i.number from Incident i where i.closedAt < :at)")
        .setParameter("at", at)
        .executeUpdate();
  }

  public List<IncidentCase> cases(String number) {
    return em.createQuery(
            "select c from IncidentCase c where c.incident = :number order by c.number",
            IncidentCase.class)
        .setParameter("number", number)
        .getResultList();
  }
}
