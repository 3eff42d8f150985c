package org.isonomia.referral.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.isonomia.privacy.Compartment;
import org.isonomia.privacy.Holder;
import org.isonomia.privacy.PublicKeys;
import org.isonomia.privacy.Safes;
import org.isonomia.privacy.Trust;
import org.isonomia.privacy.Vault;
import org.isonomia.referral.ReferralEvent.NameTakenBack;
import org.isonomia.referral.ReferralEvent.NameTold;
import org.isonomia.referral.domain.Consent;
import org.isonomia.referral.domain.Referral;
import org.isonomia.referral.domain.ToldName;
import org.isonomia.referral.domain.ToldNames;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.DomainEvent;
import org.isonomia.shared.Problem;

/**
 * A reporter tells one partner their name; inside the act's transaction and behind the receipt. It
 * is wrapped for the partner alone. The link itself is not at hand then, so it is wrapped for the
 * public half of the link's key pair, which lies sealed with the referral.
 */
@ApplicationScoped
class TellingName {
  private static final Set<Compartment> CONTENT = Set.of(Compartment.CONTENT);

  @Inject ToldNames names;
  @Inject Safes safes;
  @Inject Trust trust;
  @Inject Vault vault;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  /** Whether there is a partner to tell: the reporter agreed, and the partner still reads. */
  static boolean mayTell(Referral referral) {
    return referral.consent().status() == Consent.Status.GIVEN
        && referral.status().isReadByPartner();
  }

  void tell(Referral referral, String name, String contact) {
    if (!mayTell(referral)) {
      throw Problem.conflict("referral-closed");
    }
    var institution = Holder.institution(referral.institutionId());
    var toInstitution = trust.isVouched(institution);
    var readers = new ArrayList<Safes.Reader>();
    readers.add(new Safes.HavingLink(linkKeys(referral), CONTENT));
    if (toInstitution) {
      readers.add(new Safes.For(institution, CONTENT));
    }
    var subject = ToldName.subject(referral.number());
    wrap(subject, referral, readers);
    var sealedName = vault.seal(subject, "name", name);
    var sealedContact = vault.seal(subject, "contact", contact);
    var now = clock.instant();
    names
        .of(referral)
        .ifPresentOrElse(
            told -> told.tellAnew(referral, sealedName, sealedContact, toInstitution, now),
            () -> names.add(new ToldName(referral, sealedName, sealedContact, toInstitution, now)));
    events.fire(new NameTold(referral.caseNumber(), referral.number(), now));
  }

  /** Told a second time, it is the same subject: its keys lie with the reporter already. */
  private void wrap(String subject, Referral referral, List<Safes.Reader> readers) {
    if (names.of(referral).isPresent() && safes.isOpen(subject, Compartment.CONTENT)) {
      readers.forEach(reader -> safes.add(subject, reader));
    } else {
      safes.makeUnder(subject, referral.caseNumber().value(), Compartment.IDENTITY, readers);
    }
  }

  private PublicKeys linkKeys(Referral referral) {
    return PublicKeys.decoded(
        vault.openBytes(referral.number().value(), "link", referral.linkPublicKeys()));
  }

  /** The partner reads it no more; twice is as once. */
  void takeBack(Referral referral) {
    names
        .of(referral)
        .filter(told -> told.takenBackAt() == null)
        .ifPresent(
            told -> {
              var subject = ToldName.subject(referral.number());
              safes.remove(subject, Safes.LINK);
              safes.remove(subject, Holder.institution(referral.institutionId()));
              told.takeBack(clock.instant());
              events.fire(
                  new NameTakenBack(referral.caseNumber(), referral.number(), clock.instant()));
            });
  }
}
