package org.isonomia.post.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.isonomia.privacy.Erasable;
import org.isonomia.privacy.Erasure;

/**
 * Mails about a case, a referral or an item, and those of them that could not be sent: their key
 * begins with its number.
 */
@ApplicationScoped
public class ErasedMails implements Erasable {
  private static final List<String> TABLES = List.of("post_mail", "post_failure");

  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  @Override
  public List<String> tables() {
    return TABLES;
  }

  @Override
  public void erase(Erasure erasure) {
    for (var name : erasure.names()) {
      for (var table : TABLES) {
        // a number holds no character that means something in a pattern
        em.createNativeQuery("delete from " + table + " where mail_key = ?1 or mail_key like ?2")
            .setParameter(1, name)
            .setParameter(2, name + "/%")
            .executeUpdate();
      }
    }
  }
}
