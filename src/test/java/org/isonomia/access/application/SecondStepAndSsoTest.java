package org.isonomia.access.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isonomia.access.Role;
import org.isonomia.access.domain.Account;
import org.isonomia.access.domain.Accounts;
import org.isonomia.access.domain.CodesForTests;
import org.isonomia.access.domain.HalfSession;
import org.isonomia.access.domain.Identities;
import org.isonomia.access.domain.Identity;
import org.isonomia.access.domain.RecoveryCode;
import org.isonomia.access.domain.SecondStep;
import org.isonomia.access.domain.Session.Method;
import org.isonomia.privacy.HouseSecret;
import org.isonomia.privacy.Team;
import org.isonomia.privacy.Trust;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may become whom by a second step or by the single sign-on; with tables in memory. */
class SecondStepAndSsoTest {
  private static final byte[] LOCK = new byte[32];
  private static final SignIn.Visit HERE = new SignIn.Visit("Firefox, Linux", null);

  private static final class InMemory extends Accounts {
    private final Map<Long, Account> people = new HashMap<>();
    private final Map<String, HalfSession> halves = new HashMap<>();
    private final Map<Long, SecondStep> steps = new HashMap<>();

    @Override
    public Account get(long id) {
      return people.get(id);
    }

    @Override
    public Optional<Account> find(String login) {
      return people.values().stream().filter(a -> a.login().equals(login)).findFirst();
    }

    @Override
    public void addHalfSession(HalfSession half) {
      halves.values().removeIf(h -> h == half);
      halves.put(hashOf(half), half);
    }

    private static String hashOf(HalfSession half) {
      return (String) read(half, "tokenHash");
    }

    @Override
    public Optional<Account> lockAccountOfHalfSession(String hash) {
      return findHalfSession(hash).map(half -> people.get(half.accountId()));
    }

    @Override
    public Optional<HalfSession> lockHalfSession(String hash) {
      return findHalfSession(hash);
    }

    @Override
    public Optional<HalfSession> findHalfSession(String hash) {
      return Optional.ofNullable(halves.get(hash));
    }

    @Override
    public void endHalfSession(String hash) {
      halves.remove(hash);
    }

    @Override
    public void endHalfSessionsOf(long accountId) {
      halves.values().removeIf(half -> half.accountId() == accountId);
    }

    @Override
    public Optional<SecondStep> findSecondStep(long accountId) {
      return Optional.ofNullable(steps.get(accountId));
    }

    @Override
    public boolean hasSecondStep(long accountId) {
      return steps.containsKey(accountId);
    }

    @Override
    public Optional<SecondStep> lockSecondStep(long accountId) {
      return findSecondStep(accountId);
    }

    @Override
    public void setSecondStep(long accountId, SecondStep step, List<RecoveryCode> codes) {
      steps.put(accountId, step);
    }

    @Override
    public void endSessionsOf(long accountId) {
      endHalfSessionsOf(accountId);
    }
  }

  private static final class IdentitiesInMemory extends Identities {
    private int joined;

    @Override
    public Optional<Identity> find(String issuer, String subject) {
      return Optional.empty();
    }

    @Override
    public void add(Identity identity) {
      joined++;
    }
  }

  private static final class Opens extends SignIn {
    @Override
    Entered open(Account account, Trust.Opened opened, Method method, String device) {
      return new Entered("session", false, "known");
    }

    @Override
    boolean isKnown(String login, Visit visit) {
      return visit.known() != null;
    }
  }

  private final InMemory accounts = new InMemory();
  private final PassSecondStep second = new PassSecondStep();
  private final EnterBySso sso = new EnterBySso();
  private final IdentitiesInMemory identities = new IdentitiesInMemory();
  private final Account anna = person(1, "anna", Role.CASE_HANDLER);

  private Account person(long id, String login, Role... roles) {
    var account = new Account(login, null, Set.of(roles), "pl", null, false, Instant.now());
    write(account, "id", id);
    accounts.people.put(id, account);
    return account;
  }

  private static Object read(Object of, String name) {
    try {
      return field(of, name).get(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(Object of, String name, Object value) {
    try {
      field(of, name).set(of, value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Field field(Object of, String name) throws NoSuchFieldException {
    var field = of.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  @BeforeEach
  void wire() {
    second.accounts = accounts;
    second.signIn = new Opens();
    second.house = new HouseSecret("a secret of the tests");
    second.required = true;
    sso.accounts = accounts;
    sso.identities = identities;
    sso.signIn = second.signIn;
    sso.map = Optional.of("office=CASE_HANDLER");
    sso.claim = "roles";
    sso.create = true;
  }

  private SignIn.Entered passwordTyped() {
    return second.after(anna, null, LOCK, "Firefox, Linux");
  }

  private String codeOf(SignIn.Entered half) {
    return CodesForTests.now(second.show(half.token()).orElseThrow().letters());
  }

  @Test
  void the_first_telephone_ends_whatever_else_was_begun_with_the_same_password() {
    var owners = passwordTyped();
    var others = passwordTyped();
    var othersCode = codeOf(others);
    assertThat(second.handle(owners.token(), codeOf(owners), HERE).outcome())
        .isEqualTo(PassSecondStep.Outcome.IN);
    var kept = accounts.steps.get(1L);
    assertThat(second.handle(others.token(), othersCode, HERE).outcome())
        .isEqualTo(PassSecondStep.Outcome.OVER);
    assertThat(accounts.steps.get(1L)).isSameAs(kept);
  }

  @Test
  void a_telephone_that_is_there_is_replaced_only_by_who_asked_for_that() {
    var begun = passwordTyped();
    var code = codeOf(begun);
    var kept = new SecondStep(1, null, 0, Instant.now());
    accounts.steps.put(1L, kept);
    assertThat(second.handle(begun.token(), code, HERE).outcome())
        .isEqualTo(PassSecondStep.Outcome.OVER);
    assertThat(accounts.steps.get(1L)).isSameAs(kept);

    var asked = second.anew(anna, null, LOCK);
    assertThat(second.handle(asked.token(), codeOf(asked), HERE).outcome())
        .isEqualTo(PassSecondStep.Outcome.IN);
    assertThat(accounts.steps.get(1L)).isNotSameAs(kept);
  }

  @Test
  void another_password_does_not_begin_the_count_of_wrong_codes_anew() {
    var owner = passwordTyped();
    second.handle(owner.token(), codeOf(owner), HERE);
    for (int i = 0; i < SecondStep.FREE; i += HalfSession.MOST_WRONG) {
      var half = passwordTyped();
      for (int j = 0; j < HalfSession.MOST_WRONG; j++) {
        second.handle(half.token(), "not six", HERE);
      }
    }
    var next = second.handle(passwordTyped().token(), "000000", HERE);
    assertThat(next.outcome()).isEqualTo(PassSecondStep.Outcome.LATER);
    assertThat(next.pause()).isPositive();
    var known = new SignIn.Visit("Firefox, Linux", "known");
    assertThat(second.handle(passwordTyped().token(), "not six", known).outcome())
        .as("a browser of hers is not slowed")
        .isEqualTo(PassSecondStep.Outcome.WRONG);
  }

  private SingleSignOn.Outcome comes(String name, String value) {
    var claims =
        new JWTClaimsSet.Builder()
            .subject("subject-7")
            .claim("roles", List.of("office"))
            .claim(name, value)
            .build();
    return sso.enter("https://sso.city.example", claims, "", "Firefox, Linux").outcome();
  }

  @Test
  void nobody_gets_a_second_account_silently_whose_login_is_here_already() {
    assertThat(comes("preferred_username", "Anna")).isEqualTo(SingleSignOn.Outcome.SAME_LOGIN);
    assertThat(comes("preferred_username", "anna@city.example"))
        .isEqualTo(SingleSignOn.Outcome.SAME_LOGIN);
    assertThat(comes("email", "anna@city.example")).isEqualTo(SingleSignOn.Outcome.SAME_LOGIN);
    assertThat(identities.joined).isZero();
  }

  @Test
  void who_was_said_to_be_the_same_person_keeps_the_account_and_only_once() {
    anna.awaitSso(Instant.now().plusSeconds(60));
    assertThat(comes("email", "anna@elsewhere.example"))
        .as("nobody has checked that address")
        .isEqualTo(SingleSignOn.Outcome.SAME_LOGIN);
    assertThat(comes("preferred_username", "anna")).isEqualTo(SingleSignOn.Outcome.IN);
    assertThat(identities.joined).isEqualTo(1);
    assertThat(comes("preferred_username", "anna")).isEqualTo(SingleSignOn.Outcome.SAME_LOGIN);
    anna.awaitSso(Instant.now().minusSeconds(1));
    assertThat(comes("preferred_username", "anna")).isEqualTo(SingleSignOn.Outcome.SAME_LOGIN);
  }

  @Test
  void who_founds_a_city_is_told_whom_to_invite_and_who_has_no_password_yet() {
    var coordinator = person(2, "celina", Role.COORDINATOR);
    var people = List.of(anna, coordinator);
    var path = HoldCeremony.path(people, id -> id == 1, false);
    assertThat(path.coordinator()).isFalse();
    assertThat(path.steps())
        .contains(
            new HoldCeremony.Step(Team.OFFICE, 2, 1), new HoldCeremony.Step(Team.CUSTODIANS, 0, 0));
    assertThat(path.isReady()).isFalse();
  }
}
