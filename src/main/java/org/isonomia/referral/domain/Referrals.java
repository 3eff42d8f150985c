package org.isonomia.referral.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.isonomia.referral.ReferralNumber;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/**
 * Referrals, as if in memory. Acts lock the one they change: two answers at once come one after the
 * other.
 */
@ApplicationScoped
public class Referrals {
  /** How many rows of one partner and state. */
  public record Count(long institutionId, ReferralStatus status, long count) {}

  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  /**
   * The next number of this year; a number of a transaction that failed is lost, which is allowed.
   */
  public ReferralNumber nextNumber(int year) {
    // a sequence's name cannot be a parameter; the year is a number, so nothing can be injected
    var next =
        (Number)
            em.createNativeQuery("select nextval('referral_number_" + year + "')")
                .getSingleResult();
    return new ReferralNumber("RF-%04d-%05d".formatted(year, next.longValue()));
  }

  public boolean isTaken(long institutionId, String alias) {
    return !em.createQuery(
            "select r.id from Referral r where r.institutionId = :i and r.alias = :a", Long.class)
        .setParameter("i", institutionId)
        .setParameter("a", alias)
        .getResultList()
        .isEmpty();
  }

  public void add(Referral referral) {
    em.persist(referral);
  }

  /**
   * @throws Problem forbidden "not-yours": a number one may not open is answered alike, whether it
   *     exists or not
   */
  public Referral get(ReferralNumber number) {
    return find(number, LockModeType.NONE).orElseThrow(() -> Problem.forbidden("not-yours"));
  }

  /**
   * Which case it belongs to, without loading it: the case is locked first, and the referral is
   * read only afterwards, so that nothing old is read.
   */
  public Optional<CaseNumber> caseOf(ReferralNumber number) {
    return em.createQuery("select r.caseNumber from Referral r where r.number = :n", String.class)
        .setParameter("n", number.value())
        .getResultStream()
        .findFirst()
        .map(CaseNumber::new);
  }

  /** The same for the referral an institution knows by this alias. */
  public Optional<CaseNumber> caseByAlias(long institutionId, String alias) {
    return em.createQuery(
            "select r.caseNumber from Referral r where r.institutionId = :i and r.alias = :a",
            String.class)
        .setParameter("i", institutionId)
        .setParameter("a", alias)
        .getResultStream()
        .findFirst()
        .map(CaseNumber::new);
  }

  /** To change it: locked until the end of the transaction. Its case was locked before it. */
  public Referral lock(ReferralNumber number) {
    return find(number, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(() -> Problem.forbidden("not-yours"));
  }

  private Optional<Referral> find(ReferralNumber number, LockModeType mode) {
    return em.createQuery("select r from Referral r where r.number = :n", Referral.class)
        .setParameter("n", number.value())
        .setLockMode(mode)
        .getResultStream()
        .findFirst();
  }

  /** The referral an institution knows by this alias; locked. */
  public Optional<Referral> lockByAlias(long institutionId, String alias) {
    return em.createQuery(
            "select r from Referral r where r.institutionId = :i and r.alias = :a", Referral.class)
        .setParameter("i", institutionId)
        .setParameter("a", alias)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  public Optional<Referral> byLink(String linkHash) {
    return em.createQuery("select r from Referral r where r.linkHash = :h", Referral.class)
        .setParameter("h", linkHash)
        .getResultStream()
        .findFirst();
  }

  /** Of one case, newest first. */
  public List<Referral> of(CaseNumber caseNumber) {
    return em.createQuery(
            "select r from Referral r where r.caseNumber = :c order by r.id desc", Referral.class)
        .setParameter("c", caseNumber.value())
        .setMaxResults(100)
        .getResultList();
  }

  /** What this institution may know of: from sending on, newest first. */
  public List<Referral> of(long institutionId) {
    return em.createQuery(
            "select r from Referral r where r.institutionId = :i and r.sentOn is not null order by r.id desc",
            Referral.class)
        .setParameter("i", institutionId)
        .setMaxResults(200)
        .getResultList();
  }

  /**
   * @param institutionId {@code null} for all
   * @param before only those with a smaller key: where the page before ended
   */
  public List<Referral> in(
      Collection<ReferralStatus> statuses, Long institutionId, long before, int size) {
    var query =
        em.createQuery(
            "select r from Referral r where r.status in :s and r.id < :b"
                + (institutionId == null ? "" : " and r.institutionId = :i")
                + " order by r.id desc",
            Referral.class);
    query.setParameter("s", statuses.stream().map(Enum::name).toList()).setParameter("b", before);
    if (institutionId != null) {
      query.setParameter("i", institutionId);
    }
    return query.setMaxResults(size).getResultList();
  }

  public List<Count> counts() {
    return em
        .createQuery(
            "select r.institutionId, r.status, count(r) from Referral r group by r.institutionId, r.status",
            Object[].class)
        .getResultList()
        .stream()
        .map(
            row -> new Count((long) row[0], ReferralStatus.valueOf((String) row[1]), (long) row[2]))
        .toList();
  }
}
