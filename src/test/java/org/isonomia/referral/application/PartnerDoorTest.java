package org.isonomia.referral.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.isonomia.access.Actor;
import org.isonomia.access.Role;
import org.isonomia.privacy.Compartment;
import org.isonomia.privacy.Keyring;
import org.isonomia.privacy.LinkKeys;
import org.isonomia.privacy.Safes;
import org.isonomia.privacy.SafesInMemory;
import org.isonomia.referral.CaseDoor;
import org.isonomia.referral.ReferralNumber;
import org.isonomia.referral.domain.Consent;
import org.isonomia.referral.domain.PinTry;
import org.isonomia.referral.domain.Referral;
import org.isonomia.referral.domain.Referrals;
import org.isonomia.referral.domain.Visit;
import org.isonomia.referral.domain.Visits;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who comes to a referral, and who does not: links, PINs, aliases and other people's institutions.
 */
class PartnerDoorTest {
  private static final Instant NOW = Instant.parse("2027-03-09T09:00:00Z");
  private static final long PARTNER_A = 7;
  private static final long PARTNER_B = 8;
  private static final String PIN = "042917";

  private final SafesInMemory keys = new SafesInMemory().enter();
  private final Map<String, String> secrets = new HashMap<>();
  private final Map<Long, PinTry> tries = new HashMap<>();
  private final Map<String, Visit> visits = new HashMap<>();
  private final List<String> locked = new ArrayList<>();
  private final List<Referral> stored = new ArrayList<>();
  private final PartnerDoor door = new PartnerDoor();
  private final OpenLink open = new OpenLink();
  private Referral referral;

  /** As if in memory. */
  private final class StoredReferrals extends Referrals {
    @Override
    public Optional<CaseNumber> caseByAlias(long institution, String alias) {
      return stored.stream()
          .filter(r -> r.institutionId() == institution && r.alias().equals(alias))
          .map(Referral::caseNumber)
          .findFirst();
    }

    @Override
    public Optional<Referral> byLink(String hash) {
      return stored.stream().filter(r -> Objects.equals(r.linkHash(), hash)).findFirst();
    }

    @Override
    public Optional<Referral> lockByAlias(long institution, String alias) {
      locked.add("referral");
      return stored.stream()
          .filter(r -> r.institutionId() == institution && r.alias().equals(alias))
          .findFirst();
    }

    @Override
    public Referral lock(ReferralNumber number) {
      locked.add("referral");
      return stored.stream().filter(r -> r.number().equals(number)).findFirst().orElseThrow();
    }
  }

  /** As if in memory. */
  private final class StoredVisits extends Visits {
    @Override
    public void add(Visit visit) {
      visits.put("last", visit);
    }

    @Override
    public Optional<Visit> find(String hash) {
      return Optional.ofNullable(visits.get(hash));
    }

    @Override
    public void endExpired(Instant now) {}

    @Override
    public PinTry lockTry(long id) {
      return tries.getOrDefault(id, new PinTry(0, null));
    }

    @Override
    public void keepTry(long id, PinTry pinTry) {
      tries.put(id, pinTry);
    }
  }

  @BeforeEach
  void a_sent_referral_of_partner_a() {
    door.referrals = new StoredReferrals();
    door.visits = new StoredVisits();
    door.cases =
        Stand.in(
            CaseDoor.class,
            (asked, arguments) -> {
              locked.add(asked.equals("hold") ? "case" : asked);
              return null;
            });
    open.door = door;
    open.visits = door.visits;
    open.safes = keys.safes();
    door.safes = keys.safes();
    referral = sent("RF-2027-00001", "A-7F3");
  }

  private Referral sent(String number, String alias) {
    var categories = Set.of("SUMMARY");
    keys.make(number);
    var made =
        new Referral(
            new ReferralNumber(number),
            new CaseNumber("ET-2027-00001"),
            PARTNER_A,
            "SUPPORT",
            alias,
            new Consent(Consent.Status.GIVEN, PARTNER_A, categories, "uk", null, NOW),
            Map.of("SUMMARY", keys.vault().seal(number, "shared.SUMMARY", "words")),
            1,
            NOW);
    made.send(LocalDate.of(2027, 3, 9), LocalDate.of(2027, 3, 16), NOW);
    issue(made, 1);
    stored.add(made);
    return made;
  }

  private void issue(Referral made, int issue) {
    var number = made.number().value();
    var secret = LinkKeys.newSecret();
    var link = LinkKeys.of(secret, PIN, number);
    secrets.put(number + issue, secret);
    made.issueLink(
        issue,
        new Referral.Link(
            PartnerLinks.hash(secret),
            PartnerLinks.hex(link.verifier()),
            null,
            keys.vault().seal(number, "pin", PIN)),
        NOW);
    keys.safes().add(number, Safes.byLink(link, Set.of(Compartment.CONTENT)));
  }

  private String token() {
    return token(referral, 1);
  }

  private String token(Referral of, int issue) {
    return secrets.get(of.number().value() + issue);
  }

  private PartnerKey visitor() {
    var visit = open.handle(token(), PIN).visit();
    visits.put(PartnerLinks.hash(visit), visits.remove("last"));
    return PartnerKey.link(token(), visit);
  }

  private static Actor partner_user_of(Long institution) {
    return new Actor(5, "p", Set.of(Role.PARTNER_USER), institution, "pl");
  }

  @Test
  void a_link_alone_opens_nothing() {
    refused("unauthenticated", () -> door.enter(PartnerKey.link(token(), null)));
    refused("unauthenticated", () -> door.enter(PartnerKey.link(token(), "a guess")));
  }

  @Test
  void a_guessed_link_is_a_dead_link() {
    refused("link-dead", () -> door.enter(PartnerKey.link("AAAAAAAAAAAAAAAAAAAAAA", null)));
    refused("link-dead", () -> open.handle("AAAAAAAAAAAAAAAAAAAAAA", PIN));
    refused("link-dead", () -> open.handle(LinkKeys.newSecret(), PIN));
  }

  @Test
  void link_and_pin_together_open_it() {
    assertThat(door.enter(visitor())).isSameAs(referral);
  }

  @Test
  void what_the_pin_opened_is_open_in_the_next_request_and_nothing_is_without_it() {
    Keyring.empty().enter();
    var key = visitor();
    Keyring.empty().enter();
    assertThat(keys.safes().isOpen("RF-2027-00001", Compartment.CONTENT)).isFalse();
    door.enter(key);
    assertThat(
            keys.vault().open("RF-2027-00001", "shared.SUMMARY", referral.words().get("SUMMARY")))
        .isEqualTo("words");
  }

  @Test
  void what_lies_in_the_tables_does_not_tell_a_right_pin_from_a_wrong_one() {
    // whoever has the row and not the link tries the one right PIN, and learns nothing
    var guessed = LinkKeys.of(referral.linkHash(), PIN, "RF-2027-00001");
    assertThat(PartnerLinks.hex(guessed.verifier())).isNotEqualTo(referral.linkVerifier());
    Keyring.empty().enter();
    assertThat(keys.safes().openWith("RF-2027-00001", guessed)).isFalse();
  }

  @Test
  void what_a_visit_keeps_opens_nothing_once_the_partner_may_not_read() {
    var key = visitor();
    referral.decline("NO_CAPACITY", null, NOW);
    Keyring.empty().enter();
    assertThat(door.enter(key)).isSameAs(referral);
    assertThat(keys.safes().isOpen("RF-2027-00001", Compartment.CONTENT)).isFalse();
  }

  @Test
  void a_user_who_was_not_let_into_the_institutions_key_is_told_so() {
    Keyring.empty().enter();
    partner_user_of(PARTNER_A)
        .run(
            () -> {
              refused("partner-without-key", () -> door.enter(PartnerKey.alias("A-7F3")));
              return null;
            });
  }

  @Test
  void by_link_or_by_alias_the_case_is_locked_before_the_referral() {
    door.enter(visitor());
    assertThat(locked).containsExactly("case", "referral");
    locked.clear();
    partner_user_of(PARTNER_A).run(() -> door.enter(PartnerKey.alias("A-7F3")));
    assertThat(locked).containsExactly("case", "referral");
  }

  @Test
  void blanks_and_hyphens_in_a_pin_do_not_matter() {
    assertThat(open.handle(token(), " 042 917 ").visit()).isNotNull();
    assertThat(open.handle(token(), "042-917").visit()).isNotNull();
  }

  @Test
  void ten_wrong_pins_close_the_link_even_for_the_right_one() {
    for (var i = 0; i < PinTry.TRIES; i++) {
      assertThat(open.handle(token(), "000000").visit()).isNull();
    }
    var right = open.handle(token(), PIN);
    assertThat(right.visit()).isNull();
    assertThat(right.closed()).isTrue();
  }

  @Test
  void nonsense_in_place_of_a_pin_is_a_wrong_pin() {
    for (var typed : new String[] {null, "", "abc", "4".repeat(100_000), "042917'--", "042918"}) {
      assertThat(open.handle(token(), typed).visit()).isNull();
    }
  }

  @Test
  void a_visit_to_one_referral_does_not_open_another() {
    var key = visitor();
    var other = sent("RF-2027-00002", "B-1C9");
    setId(other, 99);
    refused("unauthenticated", () -> door.enter(PartnerKey.link(token(other, 1), key.visit())));
  }

  @Test
  void a_new_link_ends_the_visits_of_the_old_one() {
    var key = visitor();
    issue(referral, 2);
    refused("link-dead", () -> door.enter(key));
    refused("unauthenticated", () -> door.enter(PartnerKey.link(token(referral, 2), key.visit())));
  }

  @Test
  void after_it_was_taken_back_neither_link_nor_alias_opens_it() {
    var key = visitor();
    referral.revoke(true, NOW);
    refused("referral-revoked", () -> door.enter(key));
    partner_user_of(PARTNER_A)
        .run(
            () -> {
              refused("referral-revoked", () -> door.enter(PartnerKey.alias("A-7F3")));
              return null;
            });
  }

  @Test
  void an_alias_opens_it_for_its_own_institution_only() {
    partner_user_of(PARTNER_A)
        .run(
            () -> {
              assertThat(door.enter(PartnerKey.alias("A-7F3"))).isSameAs(referral);
              return null;
            });
    for (var stranger :
        List.of(
            partner_user_of(PARTNER_B),
            partner_user_of(null),
            new Actor(6, "h", Set.of(Role.CASE_HANDLER), PARTNER_A, "pl"))) {
      stranger.run(
          () -> {
            refused("not-yours", () -> door.enter(PartnerKey.alias("A-7F3")));
            refused("not-yours", () -> door.enter(PartnerKey.alias("Z-000")));
            return null;
          });
    }
    refused("unauthenticated", () -> door.enter(PartnerKey.alias("A-7F3")));
  }

  @Test
  void aliases_are_random_and_say_nothing_of_their_order() {
    var aliases = new ArrayList<String>();
    for (var i = 0; i < 200; i++) {
      aliases.add(PartnerLinks.alias());
    }
    assertThat(aliases).allMatch(alias -> alias.matches("[A-Z]-[0-9A-F]{3}"));
    assertThat(aliases).isNotEqualTo(aliases.stream().sorted().toList());
    assertThat(Set.copyOf(aliases)).hasSizeGreaterThan(190);
    assertThat(aliases.stream().map(alias -> alias.substring(2)).distinct())
        .hasSizeGreaterThan(180);
  }

  private static void setId(Referral referral, long id) {
    try {
      var field = Referral.class.getDeclaredField("id");
      field.setAccessible(true);
      field.setLong(referral, id);
    } catch (ReflectiveOperationException missing) {
      throw new AssertionError(missing);
    }
  }

  private static void refused(String code, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
  }
}
