package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.util.logging.Logger;
import org.isonomia.page.Left;

/**
 * Somebody pressed Exit: the visit to the mailbox ends, and an unfinished report that no code leads
 * to is destroyed. Exit does not wait for it.
 */
@ApplicationScoped
public class LeaveAtOnce {
  private static final Logger LOG = Logger.getLogger(LeaveAtOnce.class.getName());

  /** Names of the cookies, as the pages set them. */
  public static final String DRAFT = "__Host-draft";

  public static final String VISIT = "__Host-visit";

  @Inject KeepDraft drafts;
  @Inject MailboxVisit visits;

  void left(@ObservesAsync Left left) {
    try {
      if (left.cookies().containsKey(DRAFT)) {
        drafts.leave(left.cookies().get(DRAFT));
      }
      if (left.cookies().containsKey(VISIT)) {
        visits.end(left.cookies().get(VISIT));
      }
    } catch (RuntimeException e) {
      // nobody has the cookie any more; the row goes when its time is over
      LOG.warning("what was left at once is not removed yet: " + e.getClass().getName());
    }
  }
}
