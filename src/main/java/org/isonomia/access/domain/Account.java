package org.isonomia.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.isonomia.access.Actor;
import org.isonomia.access.Role;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.CodesColumn;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/**
 * A person who may sign in. It is invited without a password, gets one by its one-time link, and is
 * closed when the person leaves; it is never deleted, because the record of what was done names it.
 */
@Personal(
    purpose = Purpose.STAFF,
    about = {About.STAFF, About.PARTNER},
    category = {Category.IDENTITY, Category.SECRETS})
@Entity
@Table(name = "access_account")
public class Account {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private long id;

  private String login;

  @Column(name = "name_sealed")
  private Sealed name;

  @Convert(converter = CodesColumn.class)
  private Set<String> roles = Set.of();

  private String language;

  @Column(name = "institution_id")
  private Long institutionId;

  @Column(name = "password_hash")
  private String passwordHash;

  private boolean active;
  private boolean demo;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "last_used_on")
  private LocalDate lastUsedOn;

  @Column(name = "sso_until")
  private Instant ssoUntil;

  @Version private long version;

  protected Account() {}

  /**
   * @param login what is typed at sign-in; lower case, see {@link #normalise}
   * @param name sealed under (login, "name")
   */
  public Account(
      String login,
      Sealed name,
      Set<Role> roles,
      String language,
      Long institutionId,
      boolean demo,
      Instant at) {
    this.login = normalise(login);
    this.name = name;
    this.roles = codes(roles);
    this.language = language;
    this.institutionId = institutionId;
    this.active = true;
    this.demo = demo;
    this.createdAt = at;
  }

  /** A login is compared without regard to case and surrounding blanks. */
  public static String normalise(String login) {
    return login == null ? "" : login.strip().toLowerCase(java.util.Locale.ROOT);
  }

  public void setPassword(String hash) {
    this.passwordHash = hash;
  }

  public void close() {
    this.active = false;
    this.ssoUntil = null;
    this.passwordHash = null;
  }

  /** The next single sign-on with this login is this person's, until then. */
  public void awaitSso(Instant until) {
    this.ssoUntil = until;
  }

  /**
   * Whether a single sign-on with this login may be joined to this account; once.
   *
   * @param now real time
   */
  public boolean takeSso(Instant now) {
    var awaits = active && ssoUntil != null && now.isBefore(ssoUntil);
    ssoUntil = awaits ? null : ssoUntil;
    return awaits;
  }

  /** One role less; a name that is no role (any more) changes nothing. */
  public void lose(String role) {
    var left = new java.util.HashSet<>(roles);
    if (left.remove(role)) {
      roles = left;
    }
  }

  /** Other roles from the next request on. */
  public void become(Set<Role> roles) {
    this.roles = codes(roles);
  }

  public void readIn(String language) {
    this.language = language;
  }

  /** How this person acts in a request. */
  public Actor actor() {
    return new Actor(id, login, roles(), institutionId, language);
  }

  public Set<Role> roles() {
    var set = EnumSet.noneOf(Role.class);
    roles.forEach(code -> set.add(Role.valueOf(code)));
    return set;
  }

  private static Set<String> codes(Set<Role> roles) {
    return roles.stream()
        .sorted()
        .map(Role::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  public long id() {
    return id;
  }

  public String login() {
    return login;
  }

  public Sealed name() {
    return name;
  }

  public String language() {
    return language;
  }

  public Long institutionId() {
    return institutionId;
  }

  public String passwordHash() {
    return passwordHash;
  }

  public boolean isActive() {
    return active;
  }

  /** The last day on which the person signed in; {@code null} when never. */
  public LocalDate lastUsedOn() {
    return lastUsedOn;
  }

  public boolean isDemo() {
    return demo;
  }
}
