package org.isonomia.rights.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.isonomia.access.Actor;
import org.isonomia.access.Permission;
import org.isonomia.casework.CaseFiles;
import org.isonomia.rights.domain.RightsRequest;

/**
 * Whose requests who acts may see and decide: the office those of its cases, a custodian those of
 * CONFIDENTIAL ones, neither where they are kept out. Who has no case at all, the data protection
 * officer, sees all of them by number.
 */
@ApplicationScoped
class Rows {
  @Inject CaseFiles files;

  /**
   * @throws org.isonomia.shared.Problem forbidden "case-not-yours"; of somebody who is kept out the
   *     refusal is kept
   */
  void require(RightsRequest asked) {
    var actor = Actor.current();
    if (Permission.READ_CASE.heldBy(actor)) {
      files.toOffice(asked.about());
    } else if (Permission.OPEN_IDENTITY.heldBy(actor)) {
      files.toCustodian(asked.about());
    }
  }

  /** The same without a trace, for a list. */
  boolean may(RightsRequest asked) {
    var actor = Actor.current();
    if (Permission.READ_CASE.heldBy(actor)) {
      return files.isTheirs(asked.about());
    }
    return !Permission.OPEN_IDENTITY.heldBy(actor) || files.isCustodians(asked.about());
  }
}
