package org.isonomia.intake.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.isonomia.intake.domain.BlindNotice;
import org.isonomia.shared.CaseNumber;

/** Addresses for the one sentence that there is news. Most reports have none. */
@ApplicationScoped
public class BlindNotices {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  public void add(BlindNotice notice) {
    em.persist(notice);
  }

  public boolean isThere(CaseNumber number) {
    return !em.createQuery("select 1 from BlindNotice n where n.number = :number")
        .setParameter("number", number.value())
        .getResultList()
        .isEmpty();
  }

  /** What the keys of its mails begin with; empty where no address is kept. */
  @SuppressWarnings("unchecked")
  public Set<String> mails(CaseNumber number) {
    return Set.copyOf(
        (List<String>)
            em.createNativeQuery(
                    "select 'notice-' || token from intake_blind_notice where number = ?1")
                .setParameter(1, number.value())
                .getResultList());
  }

  /** The mails that went go with it: see {@link #mails}. */
  public void remove(CaseNumber number) {
    em.createQuery("delete from BlindNotice n where n.number = :number")
        .setParameter("number", number.value())
        .executeUpdate();
  }

  /** Something new lies in the mailbox. */
  public void news(CaseNumber number, Instant now) {
    em.createNativeQuery(
            "update intake_blind_notice set news = true, next_at = ?2 where number = ?1"
                + " and not told and not news")
        .setParameter(1, number.value())
        .setParameter(2, Timestamp.from(now))
        .executeUpdate();
  }

  /** The mailbox was opened: what is new from now on is told again. */
  public void seen(CaseNumber number) {
    em.createNativeQuery(
            "update intake_blind_notice set news = false, told = false where number = ?1"
                + " and (told or news)")
        .setParameter(1, number.value())
        .executeUpdate();
  }

  /** Numbers whose mail is due. */
  public List<CaseNumber> due(Instant now, int most) {
    return em.createQuery(
            "select n.number from BlindNotice n where n.news = true and n.told = false"
                + " and n.nextAt <= :now order by n.nextAt",
            String.class)
        .setParameter("now", now)
        .setMaxResults(most)
        .getResultStream()
        .map(CaseNumber::new)
        .toList();
  }

  /** All of them, for the end of their cases. */
  public List<CaseNumber> all() {
    return em.createQuery("select n.number from BlindNotice n", String.class)
        .getResultStream()
        .map(CaseNumber::new)
        .toList();
  }

  /** To change it; nobody else sends the same mail meanwhile. */
  public Optional<BlindNotice> lock(CaseNumber number) {
    return Optional.ofNullable(
        em.find(BlindNotice.class, number.value(), LockModeType.PESSIMISTIC_WRITE));
  }
}
