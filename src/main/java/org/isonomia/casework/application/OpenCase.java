package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.casework.domain.Case;
import org.isonomia.casework.domain.Cases;
import org.isonomia.intake.IntakeEvent.ReportFiled;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.DomainEvent;
import org.isonomia.workflow.Workflow;

/**
 * A report was filed: its case, its clocks and its process begin in the same transaction, so that
 * an answered filing is whole and a failed one leaves nothing.
 */
@ApplicationScoped
@Transactional
public class OpenCase {
  /** The picture of a case; its business key is the case number. */
  static final String PICTURE = "complaintHandling";

  @Inject Cases cases;
  @Inject LawInForce law;
  @Inject Vault vault;
  @Inject Workflow workflow;
  @Inject OpenNeeds needs;
  @Inject Event<DomainEvent> events;

  @Allowed(Permission.ANYONE)
  public void handle(@Observes ReportFiled filed) {
    var number = filed.number().value();
    var title = vault.seal(number, "title", FirstTitle.of(filed.facts()));
    var opened = Case.open(filed.facts(), title, law.current());
    cases.add(opened);
    events.fire(opened.opened());
    workflow.start(PICTURE, number, title, Map.of());
    filed.facts().needs().forEach(code -> needs.open(filed.number(), code, List.of(), filed.at()));
  }
}
