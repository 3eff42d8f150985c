package org.isonomia.referral.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.referral.ReferralNumber;
import org.isonomia.workflow.Workflow;

/**
 * The mail to the partner was not taken, however often it was tried; a person has it tried once
 * more. A second click finds it under way.
 */
@ApplicationScoped
@Transactional
public class SendAgain {
  @Inject StaffDoor door;
  @Inject Workflow workflow;

  @Allowed(Permission.SEND_REFERRAL)
  public void handle(ReferralNumber number) {
    door.take(number);
    workflow.tryAgain(StaffDesk.PICTURE, number.value());
  }
}
