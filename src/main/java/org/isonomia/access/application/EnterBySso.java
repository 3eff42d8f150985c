package org.isonomia.access.application;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.access.Role;
import org.isonomia.access.Teams;
import org.isonomia.access.application.SingleSignOn.Outcome;
import org.isonomia.access.application.SingleSignOn.Result;
import org.isonomia.access.domain.Account;
import org.isonomia.access.domain.Accounts;
import org.isonomia.access.domain.Identities;
import org.isonomia.access.domain.Identity;
import org.isonomia.access.domain.Session.Method;
import org.isonomia.access.domain.SsoAttempt;
import org.isonomia.access.domain.Tokens;
import org.isonomia.privacy.Ledger;
import org.isonomia.privacy.Team;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;

/**
 * What the single sign-on writes: attempts, identities, accounts, and the roles that follow from
 * the claims at each sign-in. A role that is gone ends every session of that person; their keys are
 * their team's to take away. For {@link SingleSignOn} only, whose tokens were checked.
 */
@ApplicationScoped
@Transactional
class EnterBySso {
  private static final String LOGIN = "[\\p{L}\\p{N}._@+-]{3,80}";
  private static final int LONGEST_NAME = 100;

  @Inject Accounts accounts;
  @Inject Identities identities;
  @Inject SignIn signIn;
  @Inject Vault vault;
  @Inject Ledger ledger;
  @Inject AppClock clock;

  @Inject
  @ConfigProperty(name = "isonomia.oidc.roles.claim", defaultValue = "roles")
  String claim;

  @Inject
  @ConfigProperty(name = "isonomia.oidc.roles.map")
  Optional<String> map;

  @Inject
  @ConfigProperty(name = "isonomia.oidc.create", defaultValue = "true")
  boolean create;

  void begin(String token, String then) {
    var now = Instant.now();
    identities.begin(new SsoAttempt(Tokens.hash(token), then, now), now);
  }

  Optional<String> take(String token) {
    return identities.take(Tokens.hash(token), Instant.now()).map(SsoAttempt::then);
  }

  Result enter(String issuer, JWTClaimsSet claims, String then, String device) {
    var roles = roles(claims.getClaim(claim), SsoRoles.parse(map.orElse("")));
    var known =
        identities.find(issuer, claims.getSubject()).map(found -> accounts.get(found.accountId()));
    if (known.filter(a -> !a.isActive()).isPresent()) {
      return new Result(Outcome.CLOSED, null, then);
    }
    var apart = areApart(roles);
    if (apart || roles.isEmpty()) {
      known.ifPresent(account -> follow(account, Set.of()));
      return new Result(apart ? Outcome.APART : Outcome.NO_ROLE, null, then);
    }
    if (known.isEmpty()
        && !create
        && namesakes(claims).noneMatch(l -> accounts.find(l).isPresent())) {
      return new Result(Outcome.NO_ROLE, null, then);
    }
    var namesake =
        known.isPresent()
            ? null
            : namesakes(claims).flatMap(l -> accounts.find(l).stream()).findFirst().orElse(null);
    if (namesake != null && !join(namesake, issuer, claims)) {
      return new Result(Outcome.SAME_LOGIN, null, then);
    }
    var account =
        known.or(() -> Optional.ofNullable(namesake)).orElseGet(() -> add(issuer, claims, roles));
    follow(account, roles);
    return new Result(Outcome.IN, signIn.open(account, null, Method.SSO, device), then);
  }

  /**
   * Logins that would be the same person's, most likely. Two accounts of one person could be the
   * two pairs of eyes that something needs, so nobody gets a second one silently.
   */
  static Stream<String> namesakes(JWTClaimsSet claims) {
    return Stream.concat(claims(claims, "preferred_username"), claims(claims, "email")).distinct();
  }

  private static Stream<String> claims(JWTClaimsSet claims, String name) {
    var said = Account.normalise(text(claims, name));
    return Stream.of(said, said.replaceFirst("@.*", "")).filter(login -> !login.isEmpty());
  }

  /**
   * The administrator has said that it is the same person; an institution's user is never. An
   * address of mail that the provider has not checked is no proof.
   */
  private boolean join(Account account, String issuer, JWTClaimsSet claims) {
    var sure =
        claims(claims, "preferred_username").anyMatch(account.login()::equals)
            || Boolean.TRUE.equals(claims.getClaim("email_verified"));
    if (!sure || account.institutionId() != null || !account.takeSso(Instant.now())) {
      return false;
    }
    identities.add(new Identity(issuer, claims.getSubject(), account.id(), Instant.now()));
    return true;
  }

  private void follow(Account account, Set<Role> roles) {
    var lost = account.roles().stream().anyMatch(role -> !roles.contains(role));
    ChangeRoles.noteLost(ledger, account, roles);
    if (!account.roles().equals(roles)) {
      account.become(roles);
    }
    if (lost) {
      accounts.endSessionsOf(account.id());
    }
  }

  static Set<Role> roles(Object claimed, Map<String, Role> map) {
    var values = claimed instanceof Collection<?> many ? many : List.of(String.valueOf(claimed));
    var roles = EnumSet.noneOf(Role.class);
    values.stream().map(String::valueOf).map(map::get).filter(r -> r != null).forEach(roles::add);
    return roles;
  }

  /** Whether somebody would be administrator and reader at once. */
  static boolean areApart(Set<Role> roles) {
    return roles.contains(Role.SYSTEM_ADMINISTRATOR)
        && Arrays.stream(Team.values())
            .anyMatch(team -> roles.stream().anyMatch(Teams.roles(team)::contains));
  }

  private Account add(String issuer, JWTClaimsSet claims, Set<Role> roles) {
    var login = freeLogin(text(claims, "preferred_username"), issuer, claims.getSubject());
    var said = text(claims, "name").strip();
    var name = said.isEmpty() || said.length() > LONGEST_NAME ? login : said;
    var account =
        new Account(
            login,
            vault.sealForHouse(login, "name", name),
            roles,
            "pl",
            null,
            false,
            clock.instant());
    accounts.add(account);
    identities.add(new Identity(issuer, claims.getSubject(), account.id(), Instant.now()));
    return account;
  }

  /** A login that nobody has: whoever said one that somebody has did not come so far. */
  private String freeLogin(String wanted, String issuer, String subject) {
    var tail = Tokens.hash(issuer + "\n" + subject).substring(0, 10);
    var login = Account.normalise(wanted);
    if (!login.matches(LOGIN)) {
      return "sso-" + tail;
    }
    return login;
  }

  private static String text(JWTClaimsSet claims, String name) {
    return claims.getClaim(name) instanceof String text ? text : "";
  }
}
