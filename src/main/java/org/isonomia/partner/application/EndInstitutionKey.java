package org.isonomia.partner.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.partner.domain.Institutions;
import org.isonomia.privacy.Holder;
import org.isonomia.privacy.Ledger;
import org.isonomia.privacy.Trust;
import org.isonomia.shared.Problem;

/**
 * The office ends an institution's key: nobody there can open it any more, or its fingerprint is
 * not the institution's. New referrals go by link, until the institution enrols anew.
 */
@ApplicationScoped
@Transactional
public class EndInstitutionKey {
  @Inject Institutions institutions;
  @Inject Trust trust;
  @Inject Ledger ledger;

  /**
   * @throws Problem not-found; conflict "no-key"
   */
  @Allowed(Permission.VOUCH_FOR_INSTITUTION)
  public void handle(String code) {
    var holder = Holder.institution(institutions.get(code).id());
    if (!trust.hasKey(holder)) {
      throw Problem.conflict("no-key");
    }
    trust.retireInstitution(holder);
    ledger.note(Ledger.Kind.DEPARTED, holder.code());
  }
}
