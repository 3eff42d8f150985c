package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.Arrivals;
import org.isonomia.intake.persistence.FiledArrivals;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.CaseNumber;

/** How a report came, for whoever handles its case: its acts ask who may. */
@ApplicationScoped
@Transactional
public class TellArrival implements Arrivals {
  @Inject FiledArrivals arrivals;
  @Inject Vault vault;

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Optional<Told> of(CaseNumber number) {
    var subject = number.value();
    return arrivals
        .find(number)
        .map(
            a ->
                new Told(
                    a.channel(),
                    a.receivedOn(),
                    a.postedOn(),
                    a.enteredAt(),
                    a.enteredBy(),
                    a.institutionId(),
                    a.personConsents(),
                    a.isSigned(),
                    a.isReceiptGiven(),
                    vault.openIfMine(subject, "identifier", a.identifier()),
                    vault.openIfMine(subject, "source", a.source()),
                    vault.openIfMine(subject, "backdated", a.reason())));
  }
}
