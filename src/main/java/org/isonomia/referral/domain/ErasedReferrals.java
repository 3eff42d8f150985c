package org.isonomia.referral.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.isonomia.privacy.Erasable;
import org.isonomia.privacy.ErasedRows;
import org.isonomia.privacy.Erasure;
import org.isonomia.shared.CaseNumber;

/** Referrals of a case go with it: words, told names, links, visits and what partners answered. */
@ApplicationScoped
public class ErasedReferrals implements Erasable {
  private static final List<ErasedRows> ROWS =
      List.of(
          ofReferral("referral_link_waiting"),
          ofReferral("referral_told_name"),
          ofReferral("referral_visit"),
          ofReferral("referral_pin_try"),
          ofReferral("referral_status_step"),
          ofReferral("referral_shared_words"),
          ErasedRows.of("referral_referral", "case_number = ?1"));

  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  private static ErasedRows ofReferral(String table) {
    return ErasedRows.of(
        table, "referral_id in (select id from referral_referral where case_number = ?1)");
  }

  @Override
  @SuppressWarnings("unchecked")
  public Set<String> names(CaseNumber number) {
    List<String> numbers =
        em.createNativeQuery("select number from referral_referral where case_number = ?1")
            .setParameter(1, number.value())
            .getResultList();
    return numbers.stream().collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public List<String> tables() {
    return ErasedRows.tables(ROWS);
  }

  @Override
  public void erase(Erasure erasure) {
    ErasedRows.delete(em, ROWS, erasure.number().value());
  }
}
