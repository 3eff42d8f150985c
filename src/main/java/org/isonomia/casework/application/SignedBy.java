package org.isonomia.casework.application;

import org.isonomia.access.Actor;
import org.isonomia.access.Role;

/** As whom the office signs a message to a reporter: by role, never by name. */
final class SignedBy {
  private SignedBy() {}

  /** Code of the role of the person who acts, or the usual one when the house acts. */
  static String role(Role usual) {
    var actor = Actor.current();
    if (actor.is(usual)) {
      return usual.name();
    }
    return actor.roles().stream().sorted().findFirst().orElse(usual).name();
  }
}
