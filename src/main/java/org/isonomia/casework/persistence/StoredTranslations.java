package org.isonomia.casework.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.isonomia.casework.domain.Translation;
import org.isonomia.casework.domain.Translations;
import org.isonomia.shared.CaseNumber;

/** Translations in the database. */
@ApplicationScoped
public class StoredTranslations implements Translations {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  @Override
  public String nextKey() {
    return "TX-"
        + em.createNativeQuery("select nextval('casework_translation_number')").getSingleResult();
  }

  @Override
  public void add(Translation translation) {
    em.persist(translation);
  }

  @Override
  public void putBy(Translation translation) {
    translation.putBy();
    // before the other one comes: of one text there is one pair
    em.flush();
  }

  @Override
  public Optional<Translation> find(String key) {
    return em.createQuery("select t from Translation t where t.key = :key", Translation.class)
        .setParameter("key", key)
        .getResultStream()
        .findFirst();
  }

  @Override
  public Optional<Translation> find(CaseNumber number, String text) {
    return em.createQuery(
            "select t from Translation t where t.number = :number and t.text = :text",
            Translation.class)
        .setParameter("number", number.value())
        .setParameter("text", text)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<Translation> of(CaseNumber number) {
    return em.createQuery(
            "select t from Translation t where t.number = :number order by t.id", Translation.class)
        .setParameter("number", number.value())
        .getResultList();
  }
}
