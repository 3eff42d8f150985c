package org.isonomia.access.web;

import static org.isonomia.access.Permission.*;

import java.util.ArrayList;
import java.util.List;
import org.isonomia.access.Actor;
import org.isonomia.access.Permission;
import org.isonomia.page.Language;
import org.isonomia.page.Reader;

/**
 * What the layout shows of the signed-in person: name, language, and the rooms this person may
 * enter.
 */
record SignedInReader(Actor actor, String displayName) implements Reader {
  private record Door(Permission permission, NavItem item) {}

  private static final List<Door> DOORS =
      List.of(
          new Door(SEE_WORKLIST, new NavItem("access.nav.myWork", "/casework")),
          new Door(READ_CASE, new NavItem("access.nav.cases", "/casework/cases")),
          new Door(FILE_AT_DESK, new NavItem("access.nav.desk", "/intake/desk")),
          new Door(OPEN_IDENTITY, new NavItem("access.nav.identity", "/casework/identity")),
          new Door(SEE_REFERRALS, new NavItem("access.nav.referrals", "/referral/referrals")),
          new Door(
              ANSWER_REFERRAL, new NavItem("access.nav.partnerReferrals", "/partner/referrals")),
          new Door(SEE_COUNCIL, new NavItem("access.nav.council", "/council")),
          new Door(SEE_STATISTICS, new NavItem("access.nav.statistics", "/statistics")),
          new Door(SEE_RETENTION, new NavItem("access.nav.retention", "/privacy/retention")),
          new Door(KEEP_HOLDS, new NavItem("access.nav.holds", "/privacy/retention/holds")),
          new Door(SEARCH_AUDIT, new NavItem("access.nav.audit", "/audit")),
          new Door(SEE_RIGHTS, new NavItem("access.nav.rights", "/privacy/requests")),
          new Door(KEEP_BREACHES, new NavItem("access.nav.breaches", "/privacy/breach")),
          new Door(KEEP_ACCOUNTS, new NavItem("access.nav.accounts", "/accounts")),
          new Door(SEE_DIRECTORY, new NavItem("access.nav.institutions", "/partner/institutions")),
          new Door(SEE_HEALTH, new NavItem("access.nav.administration", "/administration")),
          new Door(SEE_MATRIX, new NavItem("access.nav.matrix", "/access/matrix")),
          new Door(KEEP_TEAM, new NavItem("access.nav.keys", "/keys")),
          new Door(SIGNED_IN, new NavItem("access.nav.me", "/me")));

  @Override
  public boolean signedIn() {
    return true;
  }

  @Override
  public Language language() {
    return Language.of(actor.language()).orElse(Language.PL);
  }

  @Override
  public List<NavItem> nav() {
    var items = new ArrayList<NavItem>();
    DOORS.stream()
        .filter(door -> door.permission().heldBy(actor))
        .forEach(door -> items.add(door.item()));
    return items;
  }

  /** Where a person lands after signing in: the first room they may enter. */
  String home() {
    return nav().get(0).href();
  }
}
