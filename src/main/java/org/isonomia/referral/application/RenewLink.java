package org.isonomia.referral.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.referral.ReferralNumber;
import org.isonomia.workflow.Workflow;

/**
 * The partner lost the link, or somebody else may have it: a new link and a new PIN; the old ones
 * are dead.
 */
@ApplicationScoped
@Transactional
public class RenewLink {
  @Inject StaffDoor door;
  @Inject SendingReferral sending;
  @Inject Workflow workflow;

  @Allowed(Permission.SEND_REFERRAL)
  public void handle(ReferralNumber number) {
    sending.issueLink(door.take(number));
    workflow.tell(StaffDesk.PICTURE, number.value(), "referral.LinkRenewed", Map.of());
  }
}
