package org.isonomia.post.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.isonomia.privacy.Erasable;
import org.isonomia.privacy.Erasure;

/** Mails about a case, a referral or an item: their key begins with its number. */
@ApplicationScoped
public class ErasedMails implements Erasable {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  @Override
  public List<String> tables() {
    return List.of("post_mail");
  }

  @Override
  public void erase(Erasure erasure) {
    for (var name : erasure.names()) {
      // a number holds no character that means something in a pattern
      em.createNativeQuery("delete from post_mail where mail_key = ?1 or mail_key like ?2")
          .setParameter(1, name)
          .setParameter(2, name + "/%")
          .executeUpdate();
    }
  }
}
