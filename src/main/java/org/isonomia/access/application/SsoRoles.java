package org.isonomia.access.application;

import java.util.LinkedHashMap;
import java.util.Map;
import org.isonomia.access.Role;

/** Which value of the claim gives which role: {@code office=CASE_HANDLER,chair=COUNCIL_CHAIR}. */
final class SsoRoles {
  private SsoRoles() {}

  /**
   * @throws IllegalArgumentException for something that is no role, or the role of an institution's
   *     user, who belongs to an institution that no claim names
   */
  static Map<String, Role> parse(String setting) {
    var map = new LinkedHashMap<String, Role>();
    for (var pair : setting.split(",")) {
      if (pair.isBlank()) {
        continue;
      }
      var at = pair.lastIndexOf('=');
      if (at < 1) {
        throw new IllegalArgumentException("not value=ROLE: " + pair);
      }
      var role = Role.valueOf(pair.substring(at + 1).strip());
      if (role == Role.PARTNER_USER) {
        throw new IllegalArgumentException("not by single sign-on: " + role);
      }
      map.put(pair.substring(0, at).strip(), role);
    }
    return map;
  }
}
