package org.isonomia.evidence.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.isonomia.evidence.domain.Block;
import org.isonomia.evidence.domain.Content;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.CaseNumber;

/** Contents and their blocks, as if in memory. */
@ApplicationScoped
public class Contents {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  public void add(Content content) {
    em.persist(content);
  }

  public void add(Block block) {
    em.persist(block);
  }

  public Optional<Content> find(long id) {
    return Optional.ofNullable(em.find(Content.class, id));
  }

  public Optional<Sealed> block(long content, int position) {
    return Optional.ofNullable(em.find(Block.class, new Block.Key(content, position)))
        .map(Block::bytes);
  }

  /**
   * @return how many there were: one that was forgotten a moment ago is of no case
   */
  public int file(Collection<Long> contents, CaseNumber number) {
    return contents.isEmpty()
        ? 0
        : em.createQuery(
                "update Content c set c.number = :number where c.id in :ids and c.number is null")
            .setParameter("number", number.value())
            .setParameter("ids", contents)
            .executeUpdate();
  }

  /**
   * Their blocks go with them. What is of a case by now stays: it may have been filed a moment ago.
   */
  public void forget(Collection<Long> contents) {
    if (!contents.isEmpty()) {
      em.createQuery("delete from Content c where c.id in :ids and c.number is null")
          .setParameter("ids", contents)
          .executeUpdate();
    }
  }

  public List<Long> unfiled(Instant before, long after, int most) {
    return em.createQuery(
            "select c.id from Content c where c.number is null and c.begunAt < :before"
                + " and c.id > :after order by c.id",
            Long.class)
        .setParameter("before", before)
        .setParameter("after", after)
        .setMaxResults(most)
        .getResultList();
  }
}
