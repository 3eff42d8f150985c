package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.stream.Collectors;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.casework.domain.Case;
import org.isonomia.casework.domain.Cases;
import org.isonomia.casework.domain.NameIndex;
import org.isonomia.casework.domain.Need;
import org.isonomia.casework.domain.Needs;
import org.isonomia.intake.IntakeEvent.ReportCorrected;
import org.isonomia.page.Language;
import org.isonomia.page.Texts;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.DomainEvent;

/**
 * The reporter corrected answers (GDPR art. 16). What the register tells of the case follows; what
 * a person decided from them does not: whoever handles the case reads what changed and decides
 * again. Danger now is the exception, which raises priority and risk at once. A need that was not
 * told before becomes a task; one that is not told any more is settled by a person, who may have
 * begun with it.
 */
@ApplicationScoped
@Transactional
public class HearCorrection {
  @Inject Cases cases;
  @Inject NameIndex names;
  @Inject Needs needs;
  @Inject OpenNeeds openNeeds;
  @Inject Vault vault;
  @Inject Event<DomainEvent> events;

  @Allowed(Permission.ANYONE)
  public void handle(@Observes ReportCorrected corrected) {
    var file = cases.get(corrected.number());
    file.reporterCorrected(corrected.facts());
    if (corrected.fields().contains("danger") && file.isMoreUrgentNow(corrected.facts())) {
      var key = corrected.number().value();
      var why = Texts.of(Language.PL).t("casework.danger.told");
      events.fire(file.dangerTold(corrected.facts(), vault.seal(key, "note", why), corrected.at()));
    }
    if (corrected.fields().contains("respondentName")) {
      names.forget(corrected.number());
    }
    if (corrected.fields().contains("needs") && file.closedAt() == null) {
      openNew(file, corrected);
    }
  }

  private void openNew(Case file, ReportCorrected corrected) {
    var known = needs.of(corrected.number()).stream().map(Need::code).collect(Collectors.toSet());
    corrected.facts().needs().stream()
        .filter(code -> !known.contains(code))
        .forEach(code -> openNeeds.open(corrected.number(), code, file.keptOut(), corrected.at()));
  }
}
