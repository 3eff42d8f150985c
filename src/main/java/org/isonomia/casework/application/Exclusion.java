package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.stream.Stream;
import org.isonomia.access.Actor;
import org.isonomia.casework.domain.Case;
import org.isonomia.casework.domain.Need;
import org.isonomia.casework.domain.Needs;
import org.isonomia.casework.domain.Translation;
import org.isonomia.casework.domain.Translations;
import org.isonomia.privacy.Safes;
import org.isonomia.privacy.Vault;
import org.isonomia.referral.ReferralDesk;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.DomainEvent;
import org.isonomia.workflow.Workflow;

/**
 * Keeps somebody out of a case (KPA art. 24), the one way in which that happens: the file says so,
 * the case goes back to the team if it was theirs, its keys are wrapped anew for the others, and no
 * worklist of theirs shows it.
 */
@ApplicationScoped
class Exclusion {
  @Inject OfficeTeam office;
  @Inject Assignment assignment;
  @Inject ReferralDesk referrals;
  @Inject Workflow workflow;
  @Inject Needs needs;
  @Inject Translations translations;
  @Inject Safes safes;
  @Inject Vault vault;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  /**
   * @param file taken by whoever acts
   */
  void keepOut(Case file, long account, String reason) {
    var number = file.number();
    var sealed = vault.seal(number.value(), "conflict", reason);
    events.fire(
        file.keepOut(
            account,
            office.readersOf(number),
            sealed,
            Actor.current().accountId(),
            clock.instant()));
    if (Objects.equals(file.assignee(), account)) {
      assignment.give(file, null);
    }
    businessKeys(file).forEach(key -> workflow.hideFrom(key, account));
    safes.exclude(number.value(), account);
  }

  /** The case and all that has a picture of its own: referrals, needs, texts to be translated. */
  Stream<String> businessKeys(Case file) {
    var sent = Actor.HOUSE.run(() -> referrals.of(file.number()));
    return Stream.of(
            Stream.of(file.number().value()),
            sent.stream().map(r -> r.number().value()),
            needs.of(file.number()).stream().map(Need::key),
            translations.of(file.number()).stream().map(Translation::key))
        .flatMap(keys -> keys);
  }
}
