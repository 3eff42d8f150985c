package org.isonomia.access;

import java.util.List;
import java.util.Optional;

/** Who works here, for rooms that show a name or choose a person. */
public interface People {
  /**
   * @param name opened, for people who work together; never shown to residents or partners
   */
  record Person(long accountId, String name, java.util.Set<Role> roles, Long institutionId) {}

  Optional<Person> find(long accountId);

  /**
   * The roles alone, without opening a name: also a resident may be told in which role somebody
   * read. Empty for an account that is no more.
   */
  default java.util.Set<Role> rolesOf(long accountId) {
    return find(accountId).map(Person::roles).orElse(java.util.Set.of());
  }

  /** Active people with this role, by name. */
  List<Person> withRole(Role role);
}
