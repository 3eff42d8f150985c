package org.isonomia.page;

import java.util.List;

/**
 * The signed-in person a page is made for. Room access answers it: either as a CDI bean of this
 * type, or by {@code request.setProperty(Reader.PROPERTY, reader)} in its filter.
 */
public interface Reader {
  /** Name of the request property that holds the reader. */
  String PROPERTY = "org.isonomia.page.Reader";

  /** False for a visitor without a session; the other answers are then not asked for. */
  boolean signedIn();

  /** The language of the person's profile. */
  Language language();

  /** The name shown beside the sign-out button. */
  String displayName();

  /** What this person may open, in order; the first is also where the service name leads. */
  List<NavItem> nav();

  /** Where the sign-out button posts to. */
  default String signOutPath() {
    return "/sign-out";
  }

  /**
   * One link of the navigation.
   *
   * @param labelKey text key, for example {@code casework.nav.myWork}
   * @param href absolute path
   */
  record NavItem(String labelKey, String href) {}
}
