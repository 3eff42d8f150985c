package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.Mailbox;
import org.isonomia.shared.CaseNumber;

/** Somebody of the office has read what the reporter wrote. */
@ApplicationScoped
@Transactional
public class ReadMessages {
  @Inject Register register;
  @Inject Mailbox mailbox;

  @Allowed(Permission.MESSAGE_REPORTER)
  public void handle(CaseNumber number) {
    var file = register.take(number);
    file.heardReporter();
    mailbox.markRead(file.number());
  }
}
