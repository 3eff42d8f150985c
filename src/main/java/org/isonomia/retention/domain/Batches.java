package org.isonomia.retention.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/** The lists. */
@ApplicationScoped
public class Batches {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  /** {@code L-2029-00001}; gaps are allowed. */
  public String nextNumber(int year) {
    var next =
        (Number) em.createNativeQuery("select nextval('retention_batch_number')").getSingleResult();
    return "L-%04d-%05d".formatted(year, next.longValue());
  }

  /**
   * @throws Problem conflict "list-already-proposed" when somebody has just listed one of its cases
   */
  public void add(Batch batch) {
    try {
      em.persist(batch);
      em.flush();
    } catch (PersistenceException e) {
      throw Problem.conflict("list-already-proposed");
    }
  }

  public Batch get(String number) {
    return found(
        em.createQuery("select b from RetentionBatch b where b.number = :n", Batch.class)
            .setParameter("n", number)
            .getResultStream()
            .findFirst());
  }

  /** Locked: of two who decide, one is second. */
  public Batch lock(String number) {
    return found(
        em.createQuery("select b from RetentionBatch b where b.number = :n", Batch.class)
            .setParameter("n", number)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream()
            .findFirst());
  }

  private static Batch found(Optional<Batch> batch) {
    return batch.orElseThrow(() -> Problem.notFound("no-such-list"));
  }

  /** Newest first. */
  public List<Batch> latest(int most) {
    return em.createQuery("select b from RetentionBatch b order by b.id desc", Batch.class)
        .setMaxResults(most)
        .getResultList();
  }

  /** Numbers of approved lists that are not finished. */
  public List<String> toWorkOff() {
    return em.createQuery(
            "select b.number from RetentionBatch b where b.state = :s order by b.id", String.class)
        .setParameter("s", Batch.State.APPROVED)
        .getResultList();
  }

  /** Cases that wait, in an order that tells nothing. */
  @SuppressWarnings("unchecked")
  public List<Long> waiting(String number) {
    List<Number> ids =
        em.createNativeQuery(
                "select c.id from retention_batch_case c join retention_batch b"
                    + " on b.id = c.batch_id where b.number = ?1 and c.state = 'WAITING'"
                    + " order by random()")
            .setParameter(1, number)
            .getResultList();
    return ids.stream().map(Number::longValue).toList();
  }

  /** A case that still waits, locked; empty when another node was quicker. */
  public Optional<BatchCase> lockWaiting(long id) {
    return Optional.ofNullable(em.find(BatchCase.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(one -> one.state() == BatchCase.State.WAITING);
  }

  /** The same by the number of the case; a case waits in one list at a time. */
  public Optional<BatchCase> lockWaiting(CaseNumber number) {
    return em.createQuery(
            "select c from BatchCase c where c.state = :s and c.number = :n", BatchCase.class)
        .setParameter("s", BatchCase.State.WAITING)
        .setParameter("n", number.value())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** Those of these cases that wait in some list. */
  public Set<CaseNumber> listed(Collection<CaseNumber> numbers) {
    return numbers.isEmpty()
        ? Set.of()
        : em
            .createQuery(
                "select c.number from BatchCase c where c.state = :s and c.number in :n",
                String.class)
            .setParameter("s", BatchCase.State.WAITING)
            .setParameter("n", numbers.stream().map(CaseNumber::value).toList())
            .getResultList()
            .stream()
            .map(CaseNumber::new)
            .collect(Collectors.toUnmodifiableSet());
  }
}
