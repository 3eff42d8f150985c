package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.privacy.Trust;

/** Whether reports can be taken: not before there are people who can read them. */
@ApplicationScoped
@Transactional
public class SeeWhetherOpen {
  @Inject Trust trust;

  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public boolean isOpen() {
    return trust.isOpenForFiling();
  }
}
