package org.isonomia.council.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.isonomia.council.domain.Member;
import org.isonomia.council.domain.Term;
import org.isonomia.shared.Problem;

/** Terms and their members. */
@ApplicationScoped
public class Terms {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  /** Written at once: its members lock it in the same transaction, and only a row can be locked. */
  public void add(Term term) {
    em.persist(term);
    em.flush();
  }

  public void add(Member member) {
    em.persist(member);
  }

  /** The term of this day; when terms overlap, the newer one. */
  public Optional<Term> findOn(LocalDate day) {
    return em.createQuery(
            "select t from Term t where t.startsOn <= :day and t.endsOn >= :day order by t.number desc",
            Term.class)
        .setParameter("day", day)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /**
   * @throws Problem conflict "no-term": the Council has no term on this day
   */
  public Term getOn(LocalDate day) {
    return findOn(day).orElseThrow(() -> Problem.conflict("no-term"));
  }

  public Term get(long id) {
    return em.find(Term.class, id);
  }

  /** The term, locked: two people who change it are one after the other. */
  public Term lock(long id) {
    return em.find(Term.class, id, LockModeType.PESSIMISTIC_WRITE);
  }

  public boolean has(int number) {
    return !em.createQuery("select t.id from Term t where t.number = :number", Long.class)
        .setParameter("number", number)
        .getResultList()
        .isEmpty();
  }

  /** All members the term has had, by number. */
  public List<Member> members(long termId) {
    return em.createQuery(
            "select m from Member m where m.termId = :term order by m.number", Member.class)
        .setParameter("term", termId)
        .getResultList();
  }

  public List<Member> activeMembers(long termId, LocalDate day) {
    return members(termId).stream().filter(member -> member.isActiveOn(day)).toList();
  }

  /** The seat this account has on this day. */
  public Optional<Member> findMember(long accountId, LocalDate day) {
    if (accountId == 0) {
      return Optional.empty();
    }
    return em.createQuery(
            "select m from Member m where m.accountId = :account order by m.id desc", Member.class)
        .setParameter("account", accountId)
        .getResultStream()
        .filter(member -> member.isActiveOn(day))
        .filter(member -> get(member.termId()).covers(day))
        .findFirst();
  }

  /** Every seat this account ever had: a conflict of interest does not end with a term. */
  public List<Long> memberships(long accountId) {
    return em.createQuery("select m.id from Member m where m.accountId = :account", Long.class)
        .setParameter("account", accountId)
        .getResultList();
  }

  public Member getMember(String number) {
    return em.createQuery("select m from Member m where m.number = :number", Member.class)
        .setParameter("number", number)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> Problem.notFound("no-such-member"));
  }

  public List<Member> membersOf(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : em.createQuery("select m from Member m where m.id in :ids", Member.class)
            .setParameter("ids", ids)
            .getResultList();
  }
}
