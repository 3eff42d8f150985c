package org.isonomia.casework.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.transaction.Transactional;
import org.isonomia.workflow.Hands;

/** The hands of the picture {@code textTranslation}: a text waits for any of the translators. */
@Named("textTranslation")
@ApplicationScoped
@Transactional
public class TextTranslation implements Hands {
  @Override
  public Plan plan(String key, String task) {
    return Plan.OPEN;
  }
}
