package org.isonomia.page;

/** Who a page is made for; decides the header of the layout. */
public enum Audience {
  /** Someone who tells or asks: language links, exit button, no session, a neutral title. */
  RESIDENT,
  /** A signed-in member of staff, the Council or a partner: navigation and sign-out. */
  STAFF,
  /** Not signed in and not on a resident's address: the sign-in page, a partner's link. */
  GUEST
}
