package org.isonomia.casework.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.transaction.Transactional;
import org.isonomia.casework.domain.Case;
import org.isonomia.casework.domain.Cases;
import org.isonomia.casework.domain.Need;
import org.isonomia.casework.domain.Needs;
import org.isonomia.workflow.Hands;

/** The hands of the picture {@code needArrangement}: whoever has the case sees to the need. */
@Named("needArrangement")
@ApplicationScoped
@Transactional
public class NeedArrangement implements Hands {
  @Inject Needs needs;
  @Inject Cases cases;

  @Override
  public Plan plan(String key, String task) {
    return new Plan(
        null,
        needs.find(key).map(Need::number).flatMap(cases::find).map(Case::assignee).orElse(null));
  }
}
