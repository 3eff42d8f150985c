package org.isonomia.council.web;

import org.isonomia.access.Actor;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;

/** Which buttons a page shows. The acts behind them ask again. */
public record Rights(
    boolean propose,
    boolean accept,
    boolean release,
    boolean schedule,
    boolean run,
    boolean record,
    boolean keepTerm) {
  static Rights now() {
    var actor = Actor.current();
    return new Rights(
        // the office brings an item from a case, on the case's own page
        Permission.PROPOSE_ITEM.heldBy(actor) && ofTheCouncil(actor),
        Permission.ACCEPT_ITEM.heldBy(actor),
        Permission.RELEASE_BRIEF.heldBy(actor),
        Permission.SCHEDULE_ITEM.heldBy(actor),
        Permission.RUN_MEETING.heldBy(actor),
        Permission.RECORD_DECISION.heldBy(actor),
        Permission.KEEP_TERM.heldBy(actor));
  }

  private static boolean ofTheCouncil(Actor actor) {
    return actor.is(Role.COUNCIL_MEMBER)
        || actor.is(Role.COUNCIL_CHAIR)
        || actor.is(Role.COUNCIL_SECRETARY);
  }
}
