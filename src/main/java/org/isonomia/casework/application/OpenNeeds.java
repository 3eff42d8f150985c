package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.isonomia.casework.domain.Need;
import org.isonomia.casework.domain.Needs;
import org.isonomia.page.Language;
import org.isonomia.page.Texts;
import org.isonomia.privacy.Compartment;
import org.isonomia.privacy.Safes;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.CaseNumber;
import org.isonomia.workflow.Workflow;

/**
 * Makes a task of what somebody needs: the one way in which that happens. Its keys hang on the
 * case: who reads the case reads it. With the case it ends ({@link EndBeside}).
 */
@ApplicationScoped
class OpenNeeds {
  static final String PICTURE = "needArrangement";

  @Inject Needs needs;
  @Inject Safes safes;
  @Inject Vault vault;
  @Inject Workflow workflow;

  /**
   * @param keptOut accounts that must not see it
   */
  void open(CaseNumber number, String code, Collection<Long> keptOut, Instant at) {
    var need = new Need(needs.nextKey(), number, code, at);
    needs.add(need);
    safes.makeUnder(need.key(), number.value(), Compartment.CONTENT, List.of());
    workflow.start(
        PICTURE, need.key(), vault.seal(need.key(), "title", title(number, code)), Map.of());
    keptOut.forEach(account -> workflow.hideFrom(need.key(), account));
  }

  /** In Polish, the language of the office. */
  private static String title(CaseNumber number, String code) {
    var t = Texts.of(Language.PL);
    return t.t("casework.need.task", "need", t.t("intake.needs." + code), "number", number.value());
  }
}
