package org.isonomia.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.isonomia.privacy.Teamwork.*;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isonomia.privacy.Trust.Way;
import org.isonomia.shared.AppClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrustTest {
  private static final String CASE = "ET-2027-00001";
  private static final Holder OFFICE = Team.OFFICE.holder();
  private final Teamwork city = new Teamwork();

  @AfterEach
  void leave() {
    Keyring.leave();
  }

  @Test
  void a_newcomer_reads_earlier_cases_once_a_member_lets_them_in() {
    city.filed(CASE, "NAMED");
    city.person(9);
    assertThat(city.reads(9, CASE)).isFalse();
    city.acts(ANNA);
    city.trust.admit(OFFICE, 9, city.trust.fingerprint(9).orElseThrow(), ANNA);
    assertThat(city.reads(9, CASE)).isTrue();
    assertThat(city.trust.members(Team.OFFICE))
        .anySatisfy(
            m -> {
              assertThat(m.accountId()).isEqualTo(9);
              assertThat(m.admittedBy()).isEqualTo(ANNA);
            });
  }

  @Test
  void nobody_lets_in_who_is_not_a_member_themselves() {
    city.person(9);
    var print = city.trust.fingerprint(9).orElseThrow();
    for (var account : List.of(9L, MAREK, BARBARA)) {
      city.acts(account);
      assertThatThrownBy(() -> city.trust.admit(OFFICE, 9, print, account))
          .hasMessageContaining("not-a-member");
    }
    city.nobody();
    assertThatThrownBy(() -> city.trust.admit(OFFICE, 9, print, 0))
        .hasMessageContaining("not-a-member");
  }

  @Test
  void a_key_that_changed_after_it_was_compared_is_not_let_in() {
    city.person(9);
    var seen = city.trust.fingerprint(9).orElseThrow();
    city.person(9);
    city.acts(ANNA);
    assertThatThrownBy(() -> city.trust.admit(OFFICE, 9, seen, ANNA))
        .hasMessageContaining("fingerprint-differs");
  }

  @Test
  void who_leaves_opens_neither_old_nor_new_and_the_others_open_both() {
    city.filed(CASE, "NAMED");
    city.acts(PIOTR);
    city.trust.remove(OFFICE, Set.of(EWA), PIOTR);
    city.filed("ET-2027-00002", "NAMED");
    assertThat(city.reads(EWA, CASE)).isFalse();
    assertThat(city.reads(EWA, "ET-2027-00002")).isFalse();
    for (var account : List.of(ANNA, PIOTR)) {
      assertThat(city.reads(account, CASE)).isTrue();
      assertThat(city.reads(account, "ET-2027-00002")).isTrue();
    }
  }

  @Test
  void with_what_they_once_opened_the_gone_do_not_read_what_comes_later() {
    var before = city.acts(EWA);
    assertThat(before.trust.holds(OFFICE)).isTrue();
    var ring = Keyring.current(); // as if somebody had kept the opened team key
    city.acts(PIOTR);
    city.trust.remove(OFFICE, Set.of(EWA), PIOTR);
    city.filed(CASE, "NAMED");
    ring.enter();
    assertThat(city.safes.isOpen(CASE, Compartment.CONTENT)).isFalse();
  }

  @Test
  void at_least_two_stay() {
    city.acts(PIOTR);
    assertThatThrownBy(() -> city.trust.remove(OFFICE, Set.of(EWA, ANNA), PIOTR))
        .hasMessageContaining("team-needs-two");
  }

  @Test
  void at_the_end_of_a_term_all_of_the_old_ones_go_at_once() {
    city.person(28);
    city.person(29);
    city.acts(TOMASZ);
    for (var account : List.of(28L, 29L)) {
      city.trust.admit(
          Team.COUNCIL.holder(), account, city.trust.fingerprint(account).orElseThrow(), TOMASZ);
    }
    city.acts(28);
    city.trust.remove(Team.COUNCIL.holder(), Set.of(BARBARA, TOMASZ), 28);
    city.nobody();
    city.safes.make(
        "AI-1",
        Set.of(Compartment.CONTENT),
        List.of(new Safes.For(Team.COUNCIL.holder(), Set.of(Compartment.CONTENT))));
    assertThat(city.reads(BARBARA, "AI-1")).isFalse();
    assertThat(city.reads(TOMASZ, "AI-1")).isFalse();
    assertThat(city.reads(28, "AI-1")).isTrue();
    assertThat(city.reads(29, "AI-1")).isTrue();
  }

  @Test
  void a_reset_password_leaves_no_path_open_until_the_person_is_let_in_again() {
    city.filed(CASE, "NAMED");
    var oldLock = city.locks.get(EWA);
    city.person(EWA);
    assertThat(city.trust.open(EWA, oldLock)).as("the old password").isEmpty();
    assertThat(city.reads(EWA, CASE)).isFalse();
    assertThat(city.trust.isMember(Team.OFFICE, EWA)).isFalse();
    city.acts(ANNA);
    city.trust.admit(OFFICE, EWA, city.trust.fingerprint(EWA).orElseThrow(), ANNA);
    assertThat(city.reads(EWA, CASE)).isTrue();
  }

  @Test
  void a_removed_passkey_opens_nothing_and_the_other_ways_stay() {
    city.filed(CASE, "NAMED");
    var a = Bytes.random(Bytes.KEY);
    var b = Bytes.random(Bytes.KEY);
    var phrase = Bytes.random(Bytes.KEY);
    city.acts(EWA);
    var opened = city.trust.brought().orElseThrow();
    city.trust.addLock(opened, Way.passkey(1), a);
    city.trust.addLock(opened, Way.passkey(2), b);
    city.trust.addLock(opened, Way.PHRASE, phrase);
    city.trust.open(EWA, Way.passkey(1), a).orElseThrow().ring().enter();
    assertThat(city.safes.isOpen(CASE, Compartment.CONTENT)).isTrue();

    city.trust.removeLock(EWA, Way.passkey(1));

    assertThat(city.trust.open(EWA, Way.passkey(1), a)).as("removed").isEmpty();
    assertThat(city.trust.hasLock(EWA, Way.passkey(1))).isFalse();
    assertThat(city.trust.open(EWA, Way.passkey(2), b)).isPresent();
    assertThat(city.trust.open(EWA, Way.PHRASE, phrase)).isPresent();
    assertThat(city.trust.open(EWA, city.locks.get(EWA))).as("the password").isPresent();
  }

  @Test
  void the_lock_of_one_passkey_is_no_lock_of_another() {
    var a = Bytes.random(Bytes.KEY);
    city.acts(EWA);
    city.trust.addLock(city.trust.brought().orElseThrow(), Way.passkey(1), a);
    assertThat(city.trust.open(EWA, Way.passkey(2), a)).isEmpty();
    var key = city.tables.currentKey(Holder.person(EWA)).orElseThrow().id();
    city.tables.addSecret(
        key, "LOCK:PASSKEY:2", city.tables.secret(key, "LOCK:PASSKEY:1").orElseThrow());
    assertThat(city.trust.open(EWA, Way.passkey(2), a)).as("a copied row").isEmpty();
  }

  @Test
  void when_a_person_s_key_ends_every_way_to_it_ends() {
    var a = Bytes.random(Bytes.KEY);
    var phrase = Bytes.random(Bytes.KEY);
    city.acts(EWA);
    var opened = city.trust.brought().orElseThrow();
    city.trust.addLock(opened, Way.passkey(1), a);
    city.trust.addLock(opened, Way.PHRASE, phrase);
    city.trust.retirePerson(EWA);
    assertThat(city.tables.secrets.keySet())
        .noneMatch(name -> name.startsWith(opened.keyId() + "/LOCK"));
    var fresh = city.trust.makePerson(EWA, Way.PHRASE, Bytes.random(Bytes.KEY));
    assertThat(fresh.keyId()).isNotEqualTo(opened.keyId());
    assertThat(city.trust.open(EWA, Way.passkey(1), a)).isEmpty();
    assertThat(city.trust.open(EWA, Way.PHRASE, phrase)).isEmpty();
    assertThat(city.trust.open(EWA, city.locks.get(EWA))).isEmpty();
  }

  @Test
  void a_swapped_public_key_is_noticed_at_the_next_wrap() {
    var office = city.tables.currentKey(OFFICE).orElseThrow();
    var thief = KeyPair.make().publicKeys();
    for (var swapped :
        List.of(
            new PublicKeys(1, thief.wrapKey(), office.publicKeys().signKey()),
            new PublicKeys(1, office.publicKeys().wrapKey(), thief.signKey()),
            thief)) {
      city.tables.keys.put(office.id(), with(office, swapped));
      assertThatThrownBy(() -> city.filed(CASE, "NAMED")).hasMessageContaining("untrusted-key");
    }
    city.tables.keys.put(office.id(), office);
    city.filed(CASE, "NAMED");
  }

  @Test
  void a_whole_forged_chain_is_noticed_by_the_root() {
    var thief = KeyPair.make();
    var escrow = city.tables.currentKey(Holder.ESCROW).orElseThrow();
    var office = city.tables.currentKey(OFFICE).orElseThrow();
    city.tables.keys.put(escrow.id(), with(escrow, thief.publicKeys()));
    var mine = KeyPair.make().publicKeys();
    city.tables.keys.put(
        office.id(),
        new KeyTables.Key(
            office.id(),
            OFFICE,
            1,
            mine,
            escrow.id(),
            thief.sign(Bytes.label("key", OFFICE.code(), "1", mine.fingerprint())),
            office.madeAt()));
    assertThatThrownBy(() -> city.filed(CASE, "NAMED")).hasMessageContaining("untrusted-key");
  }

  @Test
  void a_persons_swapped_key_gets_no_envelope_of_a_conflict() {
    city.filed(CASE, "NAMED");
    var piotr = city.tables.currentKey(Holder.person(PIOTR)).orElseThrow();
    city.acts(ANNA);
    city.tables.keys.put(piotr.id(), with(piotr, KeyPair.make().publicKeys()));
    city.safes.exclude(CASE, EWA);
    assertThat(city.safes.readers(CASE).get(CASE)).noneMatch(r -> reads(r, piotr.id()));
    assertThat(city.safes.readers(CASE).get(CASE))
        .anyMatch(r -> reads(r, city.tables.currentKey(Holder.person(ANNA)).orElseThrow().id()));
  }

  private static boolean reads(String reader, long keyId) {
    return reader.equals("K" + keyId) || reader.startsWith("K" + keyId + ":");
  }

  @Test
  void a_key_that_another_team_vouches_for_gets_no_envelope_in_place_of_this_one() {
    city.filed(CASE, "NAMED");
    var forged = KeyPair.make();
    var piotr = Holder.person(PIOTR);
    var id =
        city.tables.addKey(
            new KeyTables.Key(
                0, piotr, 99, forged.publicKeys(), 0, new byte[0], new AppClock().instant()));
    city.acts(BARBARA);
    var council = city.tables.currentKey(Team.COUNCIL.holder()).orElseThrow();
    var pair = city.trust.pair(Keyring.current(), council.id()).orElseThrow();
    city.tables.addMembership(
        new KeyTables.Membership(
            Team.COUNCIL.holder(),
            city.tables.key(id),
            council.id(),
            pair.sign(
                Bytes.label(
                    "member",
                    Team.COUNCIL.holder().code(),
                    piotr.code(),
                    forged.publicKeys().fingerprint())),
            BARBARA,
            new AppClock().instant()));
    city.acts(ANNA);
    city.safes.exclude(CASE, EWA);
    assertThat(city.safes.readers(CASE).get(CASE)).noneMatch(r -> reads(r, id));
  }

  @Test
  void who_has_gone_cannot_sign_somebody_in_with_the_key_they_had() {
    city.acts(EWA);
    var old = city.tables.currentKey(OFFICE).orElseThrow();
    var pair = city.trust.pair(Keyring.current(), old.id()).orElseThrow();
    city.acts(PIOTR);
    city.trust.remove(OFFICE, Set.of(EWA), PIOTR);
    city.person(9);
    var mine = city.tables.currentKey(Holder.person(9)).orElseThrow();
    city.tables.addMembership(
        new KeyTables.Membership(
            OFFICE,
            mine,
            old.id(),
            pair.sign(
                Bytes.label("member", OFFICE.code(), "PERSON/9", mine.publicKeys().fingerprint())),
            EWA,
            new AppClock().instant()));
    assertThat(city.trust.isMember(Team.OFFICE, 9)).isFalse();
    city.acts(PIOTR);
    city.trust.rotate(OFFICE, PIOTR);
    assertThat(city.tables.secretsFor("K" + mine.id())).isEmpty();
  }

  @Test
  void who_has_gone_cannot_grow_a_chain_of_their_own_while_the_program_runs() {
    city.acts(EWA);
    var first = city.tables.currentKey(OFFICE).orElseThrow();
    var pair = city.trust.pair(Keyring.current(), first.id()).orElseThrow();
    city.acts(PIOTR);
    city.trust.remove(OFFICE, Set.of(EWA), PIOTR);
    city.filed(CASE, "NAMED");
    var second = city.tables.currentKey(OFFICE).orElseThrow();
    var mine = KeyPair.make().publicKeys();
    var forged =
        new KeyTables.Key(
            second.id(),
            OFFICE,
            2,
            mine,
            first.id(),
            pair.sign(Bytes.label("key", OFFICE.code(), "2", mine.fingerprint())),
            second.madeAt());
    city.tables.keys.put(second.id(), forged);
    assertThatThrownBy(() -> city.filed("ET-2027-00002", "NAMED"))
        .hasMessageContaining("untrusted-key");
    city.tables.keys.remove(second.id());
    assertThatThrownBy(() -> city.filed("ET-2027-00002", "NAMED"))
        .as("back to the first")
        .hasMessageContaining("untrusted-key");
  }

  @Test
  void a_new_key_of_the_team_leaves_on_record_since_when_who_belongs() {
    var before = city.trust.members(Team.OFFICE);
    city.acts(ANNA);
    city.trust.rotate(OFFICE, ANNA);
    assertThat(city.trust.members(Team.OFFICE))
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void who_comes_back_after_a_forgotten_password_brings_a_new_key_of_the_team() {
    var ring = city.acts(EWA).trust.holds(OFFICE) ? Keyring.current() : null;
    city.person(EWA);
    city.acts(ANNA);
    city.trust.admit(OFFICE, EWA, city.trust.fingerprint(EWA).orElseThrow(), ANNA);
    city.filed(CASE, "NAMED");
    ring.enter(); // as if the old password and an old dump were somebody's
    assertThat(city.safes.isOpen(CASE, Compartment.CONTENT)).isFalse();
    assertThat(city.reads(EWA, CASE)).isTrue();
  }

  @Test
  void an_institution_whose_key_nobody_opens_enrols_anew() {
    var partner = Holder.institution(4);
    city.person(44);
    city.acts(44);
    city.trust.makeInstitution(partner, 44);
    assertThatThrownBy(() -> city.trust.remove(partner, Set.of(44L), 44))
        .hasMessageContaining("team-needs-two");
    city.person(44);
    city.acts(44);
    assertThat(city.trust.holds(partner)).isFalse();
    assertThatThrownBy(() -> city.trust.makeInstitution(partner, 44))
        .hasMessageContaining("already-enrolled");
    city.trust.retireInstitution(partner);
    city.trust.makeInstitution(partner, 44);
    assertThat(city.trust.holds(partner)).isTrue();
    assertThat(city.trust.isVouched(partner)).isFalse();
  }

  @Test
  void a_membership_that_nobody_signed_is_none() {
    city.person(9);
    var key = city.tables.currentKey(Holder.person(9)).orElseThrow();
    var real = city.tables.memberships(OFFICE).get(0);
    city.tables.addMembership(
        new KeyTables.Membership(
            OFFICE, key, real.signedBy(), real.signature(), ANNA, real.since()));
    assertThat(city.trust.isMember(Team.OFFICE, 9)).isFalse();
    city.acts(ANNA);
    city.trust.rotate(OFFICE, ANNA);
    assertThat(city.tables.secretsFor("K" + key.id())).isEmpty();
  }

  @Test
  void a_rotated_key_opens_what_comes_and_the_earlier_one_what_was() {
    city.filed(CASE, "NAMED");
    city.acts(ANNA);
    city.trust.rotate(OFFICE, ANNA);
    city.trust.rotate(OFFICE, ANNA);
    city.filed("ET-2027-00002", "NAMED");
    for (var account : List.of(ANNA, PIOTR, EWA)) {
      assertThat(city.reads(account, CASE)).isTrue();
      assertThat(city.reads(account, "ET-2027-00002")).isTrue();
    }
    assertThat(city.tables.currentKey(OFFICE).orElseThrow().generation()).isEqualTo(3);
  }

  @Test
  void any_two_parts_of_the_escrow_key_recover_a_team_and_no_one_alone() {
    city.filed(CASE, "NAMED");
    city.acts(ANNA);
    city.trust.rotate(OFFICE, ANNA);
    for (var account : List.of(ANNA, PIOTR, EWA)) {
      city.person(account);
    }
    var parts = city.ceremony.shares();
    var print = city.trust.fingerprint(PIOTR).orElseThrow();
    city.acts(PIOTR);
    for (var few :
        List.of(
            List.of(parts.get(0)),
            List.of(parts.get(1), parts.get(1)),
            List.of(parts.get(0), "2 AAAA"),
            List.<String>of())) {
      assertThatThrownBy(() -> city.trust.recover(Team.OFFICE, PIOTR, print, few))
          .hasMessageContaining("escrow-parts");
    }
    city.trust.recover(Team.OFFICE, PIOTR, print, List.of(parts.get(2), parts.get(1)));
    assertThat(city.reads(PIOTR, CASE)).as("also what an earlier key had").isTrue();
    city.acts(PIOTR);
    city.trust.rotate(OFFICE, PIOTR);
    city.filed("ET-2027-00002", "NAMED");
    assertThat(city.reads(PIOTR, "ET-2027-00002")).isTrue();
  }

  @Test
  void every_pair_of_parts_gives_the_same_secret_and_a_slip_gives_none() {
    var split = EscrowShares.make();
    var seen = new HashSet<String>(split.parts());
    assertThat(seen).hasSize(3);
    for (var pair : List.of(List.of(0, 1), List.of(1, 0), List.of(0, 2), List.of(2, 1))) {
      var two = pair.stream().map(split.parts()::get).toList();
      assertThat(EscrowShares.join(two))
          .hasValueSatisfying(seed -> assertThat(seed).isEqualTo(split.seed()));
      assertThat(
              EscrowShares.join(two.stream().map(t -> t.toLowerCase().replace(" ", "")).toList()))
          .isPresent();
    }
    var slip = split.parts().get(0).replaceFirst("[A-Z]", "7").replaceFirst("7", "2");
    assertThat(EscrowShares.join(List.of(slip, split.parts().get(1)))).isEmpty();
  }

  @Test
  void without_members_enough_nothing_is_filed() {
    var empty = new TablesInMemory();
    var trust = new Trust(empty, new AppClock(), null);
    assertThat(trust.isOpenForFiling()).isFalse();
    trust.makePerson(1, Bytes.random(Bytes.KEY));
    trust.makePerson(2, Bytes.random(Bytes.KEY));
    var ceremony = trust.found(Map.of(Team.OFFICE, Set.of(1L, 2L)));
    trust.confirm(ceremony.shares().subList(1, 3));
    assertThat(trust.isOpenForFiling()).as("no custodians").isFalse();
    assertThat(city.trust.isOpenForFiling()).isTrue();
  }

  @Test
  void parts_that_nobody_wrote_down_cost_nothing_before_they_are_typed_back() {
    var empty = new TablesInMemory();
    var trust = new Trust(empty, new AppClock(), null);
    for (var account : List.of(1L, 2L, 3L, 4L)) {
      trust.makePerson(account, Bytes.random(Bytes.KEY));
    }
    var founders = Map.of(Team.OFFICE, Set.of(1L, 2L), Team.CUSTODIANS, Set.of(3L, 4L));
    var lost = trust.found(founders);
    assertThat(trust.isOpenForFiling()).as("nobody has the parts yet").isFalse();
    var kept = trust.found(founders);
    assertThatThrownBy(() -> trust.confirm(lost.shares().subList(0, 2)))
        .hasMessageContaining("escrow-parts");
    trust.confirm(kept.shares().subList(0, 2));
    assertThat(trust.isOpenForFiling()).isTrue();
    assertThatThrownBy(() -> trust.found(founders)).hasMessageContaining("already-founded");
  }

  @Test
  void where_a_root_is_known_and_its_row_is_gone_nothing_is_founded_over_it() {
    city.tables.forgetFounding();
    assertThatThrownBy(() -> city.trust.found(Map.of(Team.OFFICE, Set.of(ANNA, PIOTR))))
        .hasMessageContaining("untrusted-key");
  }

  @Test
  void an_institutions_key_gets_nothing_before_the_office_vouches_for_it() {
    var partner = Holder.institution(4);
    city.person(44);
    city.acts(44);
    city.trust.makeInstitution(partner, 44);
    assertThat(city.trust.isVouched(partner)).isFalse();
    city.filed(CASE, "NAMED");
    assertThatThrownBy(
            () -> city.safes.add(CASE, new Safes.For(partner, Set.of(Compartment.CONTENT))))
        .isInstanceOf(RuntimeException.class);
    city.acts(ANNA);
    city.trust.vouch(partner, city.trust.shown(partner).orElseThrow().fingerprint());
    assertThat(city.trust.isVouched(partner)).isTrue();
  }

  @Test
  void a_session_row_opens_with_its_cookie_only() {
    var opened = city.trust.open(ANNA, city.locks.get(ANNA)).orElseThrow();
    var kept = opened.keepFor("token");
    city.filed(CASE, "NAMED");
    Trust.reopen("another token", opened.keyId(), kept).enter();
    assertThat(city.safes.isOpen(CASE, Compartment.CONTENT)).isFalse();
    Trust.reopen("token", opened.keyId(), kept).enter();
    assertThat(city.safes.isOpen(CASE, Compartment.CONTENT)).isTrue();
  }

  private static KeyTables.Key with(KeyTables.Key key, PublicKeys keys) {
    return new KeyTables.Key(
        key.id(),
        key.holder(),
        key.generation(),
        keys,
        key.signedBy(),
        key.signature(),
        key.madeAt());
  }
}
