package org.isonomia.access;

import java.util.Set;
import java.util.function.Supplier;

/**
 * Who is acting on this thread: nobody in particular (a resident, known only by a receipt), a
 * signed-in person, or the house itself (a timer, a picture's hands).
 *
 * @param accountId key of the account; 0 for nobody and the house
 * @param institutionId the partner institution a PARTNER_USER belongs to, else {@code null}
 * @param language tag of the language the person reads ({@code pl})
 * @param standsInFor accounts of those whose deputy the person is today; what is done for them is
 *     done, and recorded, as oneself
 */
public record Actor(
    long accountId,
    String login,
    Set<Role> roles,
    Long institutionId,
    String language,
    Set<Long> standsInFor) {
  public static final Actor NOBODY = new Actor(0, "", Set.of(), null, "pl");
  public static final Actor HOUSE = new Actor(0, "house", Set.of(), null, "pl");

  private static final ThreadLocal<Actor> CURRENT = new ThreadLocal<>();

  /** Somebody who stands in for nobody. */
  public Actor(long accountId, String login, Set<Role> roles, Long institutionId, String language) {
    this(accountId, login, roles, institutionId, language, Set.of());
  }

  /** The same person, standing in for these colleagues. */
  public Actor inFor(Set<Long> absent) {
    return new Actor(accountId, login, roles, institutionId, language, Set.copyOf(absent));
  }

  /** Who acts now: set by the sign-in filter for a request, by the engine's door for a job. */
  public static Actor current() {
    var actor = CURRENT.get();
    return actor == null ? NOBODY : actor;
  }

  /** Runs something as this actor and restores who was there before. */
  public <T> T run(Supplier<T> work) {
    var before = CURRENT.get();
    CURRENT.set(this);
    try {
      return work.get();
    } finally {
      if (before == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    }
  }

  /** Enters for the rest of a request; the filter that calls it also calls {@link #leave}. */
  public void enter() {
    CURRENT.set(this);
  }

  public static void leave() {
    CURRENT.remove();
  }

  public boolean isHouse() {
    return this == HOUSE;
  }

  public boolean isSignedIn() {
    return accountId != 0;
  }

  /** Whether what belongs to this account is theirs: their own, or that of somebody who is away. */
  public boolean actsFor(long account) {
    return account != 0 && (account == accountId || standsInFor.contains(account));
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }
}
