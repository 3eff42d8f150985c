package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.casework.CaseEvent.CaseClosed;
import org.isonomia.casework.domain.Need;
import org.isonomia.casework.domain.Needs;
import org.isonomia.casework.domain.Translation;
import org.isonomia.casework.domain.Translations;
import org.isonomia.workflow.Workflow;

/**
 * The case is closed, or its reporter took it back: what stood beside it ends, too. Nobody arranges
 * any more what was still open, and a text that a translator has opens for them no more.
 */
@ApplicationScoped
@Transactional
public class EndBeside {
  @Inject Needs needs;
  @Inject Translations translations;
  @Inject Pairs pairs;
  @Inject Workflow workflow;

  @Allowed(Permission.ANYONE)
  public void handle(@Observes CaseClosed closed) {
    for (var open : needs.of(closed.number()).stream().filter(Need::isOpen).toList()) {
      // somebody may see to it at this very moment: what they wrote stays
      needs
          .lock(open.key())
          .filter(Need::isOpen)
          .ifPresent(
              need -> {
                need.endWithCase(closed.at());
                workflow.end(OpenNeeds.PICTURE, need.key());
              });
    }
    translations.of(closed.number()).stream()
        .filter(Translation::isWithTranslator)
        .forEach(pairs::breakOff);
  }
}
