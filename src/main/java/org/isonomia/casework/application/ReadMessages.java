package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.shared.CaseNumber;

/** Somebody of the office has read what the reporter wrote. */
@ApplicationScoped
@Transactional
public class ReadMessages {
  @Inject Register register;
  @Inject Correspondence correspondence;

  @Allowed(Permission.MESSAGE_REPORTER)
  public void handle(CaseNumber number) {
    correspondence.read(register.take(number));
  }
}
