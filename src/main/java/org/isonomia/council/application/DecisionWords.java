package org.isonomia.council.application;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.isonomia.council.domain.Decision;
import org.isonomia.council.domain.DecisionCode;
import org.isonomia.privacy.Sealed;
import org.isonomia.privacy.Vault;

/**
 * The words of decisions: what is published is for everybody and sealed for the house only; the
 * rest opens with its agenda item.
 */
@Dependent
class DecisionWords {
  @Inject Vault vault;

  Sealed seal(DecisionCode code, String item, String field, String text) {
    return code.isPublished()
        ? vault.sealForHouse(item, field, text)
        : vault.seal(item, field, text);
  }

  String title(Decision decision) {
    return open(decision, "decisionTitle", decision.title());
  }

  String text(Decision decision) {
    return open(decision, "decisionText", decision.text());
  }

  private String open(Decision decision, String field, Sealed sealed) {
    return decision.code().isPublished()
        ? vault.openForHouse(decision.itemNumber(), field, sealed)
        : vault.openIfMine(decision.itemNumber(), field, sealed);
  }
}
