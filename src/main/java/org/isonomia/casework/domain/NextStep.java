package org.isonomia.casework.domain;

import org.isonomia.casework.CaseEvent;
import org.isonomia.casework.CaseEvent.*;

/**
 * What a case handler chooses when they have assessed a case; the gateway of the picture reads the
 * code. Each step opens a task at which something happens, so it is offered only while that may
 * happen to a matter of the case.
 */
public enum NextStep {
  INFORM(ReporterInformed.class),
  REFER(MatterReferred.class),
  COUNCIL(BriefProposed.class),
  FORWARD(MatterForwarded.class),
  CONCLUDE(OutcomeProposed.class);

  private final Class<? extends CaseEvent> opens;

  NextStep(Class<? extends CaseEvent> opens) {
    this.opens = opens;
  }

  /** What happens at the task that this step opens. */
  public Class<? extends CaseEvent> opens() {
    return opens;
  }
}
