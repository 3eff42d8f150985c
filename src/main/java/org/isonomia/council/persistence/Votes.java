package org.isonomia.council.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isonomia.council.domain.AgendaItem;
import org.isonomia.council.domain.Ballot;
import org.isonomia.council.domain.Choice;
import org.isonomia.council.domain.Decision;
import org.isonomia.council.domain.Vote;
import org.isonomia.shared.Problem;

/** Votes, their ballots, and the decisions they carry. */
@ApplicationScoped
public class Votes {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  public void add(Vote vote) {
    em.persist(vote);
  }

  public void add(Ballot ballot) {
    em.persist(ballot);
  }

  public void add(Decision decision) {
    em.persist(decision);
  }

  /** All votes on an item, first to last, the blocked ones among them. */
  public List<Vote> of(AgendaItem item) {
    return em.createQuery(
            "select v from Vote v where v.itemId = :item order by v.ordinal", Vote.class)
        .setParameter("item", item.id())
        .getResultList();
  }

  public Optional<Vote> open(AgendaItem item) {
    return of(item).stream().filter(Vote::isOpen).findFirst();
  }

  /**
   * The open vote on an item, locked: ballots and the closing come one after the other.
   *
   * @throws Problem conflict "vote-closed"
   */
  public Vote lockOpen(AgendaItem item) {
    var vote = open(item).orElseThrow(() -> Problem.conflict("vote-closed"));
    em.lock(vote, LockModeType.PESSIMISTIC_WRITE);
    em.refresh(vote);
    if (!vote.isOpen()) {
      throw Problem.conflict("vote-closed");
    }
    return vote;
  }

  /** The last vote that counts: a blocked one decided nothing. */
  public Optional<Vote> last(AgendaItem item) {
    return of(item).stream().filter(vote -> !vote.isBlocked()).reduce((first, second) -> second);
  }

  public Vote get(long id) {
    return em.find(Vote.class, id);
  }

  public List<Ballot> ballots(Vote vote) {
    return em.createQuery(
            "select b from Ballot b where b.voteId = :vote order by b.id", Ballot.class)
        .setParameter("vote", vote.id())
        .getResultList();
  }

  /** Who said what. */
  public Map<Long, Choice> choices(Vote vote) {
    var choices = new LinkedHashMap<Long, Choice>();
    ballots(vote).forEach(ballot -> choices.put(ballot.memberId(), ballot.choice()));
    return choices;
  }

  public Optional<Decision> decision(AgendaItem item) {
    return em.createQuery("select d from Decision d where d.itemId = :item", Decision.class)
        .setParameter("item", item.id())
        .getResultStream()
        .findFirst();
  }

  /** Published decisions, newest first. */
  public List<Decision> newestPublished(int first, int size) {
    return em.createQuery(
            "select d from Decision d where d.publishedAt is not null order by d.year desc, d.ordinal desc",
            Decision.class)
        .setFirstResult(first)
        .setMaxResults(size)
        .getResultList();
  }

  public Optional<Decision> findPublished(int year, int ordinal) {
    return em.createQuery(
            "select d from Decision d where d.year = :year and d.ordinal = :ordinal and d.publishedAt is not null",
            Decision.class)
        .setParameter("year", year)
        .setParameter("ordinal", ordinal)
        .getResultStream()
        .findFirst();
  }
}
