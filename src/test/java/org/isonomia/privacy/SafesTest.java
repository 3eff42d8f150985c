package org.isonomia.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.isonomia.privacy.Compartment.CONTENT;
import static org.isonomia.privacy.Compartment.EVIDENCE;
import static org.isonomia.privacy.Compartment.IDENTITY;
import static org.isonomia.privacy.Teamwork.*;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SafesTest {
  private static final String CASE = "ET-2027-00001";
  private static final String REFERRAL = "R-2027-00001";
  private final Teamwork city = new Teamwork();

  @AfterEach
  void leave() {
    Keyring.leave();
  }

  @Test
  void of_an_anonymous_case_the_office_reads_what_happened_and_nobody_who_it_was() {
    city.filed(CASE, "ANONYMOUS");
    assertThat(city.reads(ANNA, CASE, CONTENT)).isTrue();
    for (var account : List.of(ANNA, PIOTR, MAREK, BARBARA)) {
      assertThat(city.reads(account, CASE, IDENTITY)).as("identity to " + account).isFalse();
    }
  }

  @Test
  void of_a_confidential_case_the_custodian_reads_who_it_was_and_not_what_happened() {
    city.filed(CASE, "CONFIDENTIAL");
    assertThat(city.reads(MAREK, CASE, IDENTITY)).isTrue();
    assertThat(city.reads(MAREK, CASE, CONTENT)).isFalse();
    assertThat(city.reads(ANNA, CASE, IDENTITY)).isFalse();
  }

  @Test
  void of_a_named_case_the_office_reads_both_and_files_as_they_came_stay_with_the_custodians() {
    city.filed(CASE, "NAMED");
    assertThat(city.reads(ANNA, CASE, IDENTITY)).isTrue();
    assertThat(city.reads(ANNA, CASE, EVIDENCE)).isFalse();
    assertThat(city.reads(DOROTA, CASE, EVIDENCE)).isTrue();
  }

  @Test
  void the_receipt_opens_everything_and_another_receipt_nothing() {
    city.filed(CASE, "ANONYMOUS");
    city.nobody();
    assertThat(city.safes.openWith(CASE, Safes.RECEIPT, Bytes.random(Bytes.KEY))).isFalse();
    assertThat(city.safes.isOpen(CASE, CONTENT)).isFalse();
    assertThat(city.safes.openWith(CASE, Safes.RECEIPT, RECEIPT)).isTrue();
    for (var compartment : Compartment.values()) {
      assertThat(city.safes.isOpen(CASE, compartment)).isTrue();
    }
  }

  @Test
  void a_visit_opens_what_the_receipt_opened_and_only_with_its_own_token() {
    city.filed(CASE, "ANONYMOUS");
    var kept = city.safes.keepFor("token", CASE);
    city.nobody();
    assertThat(city.safes.openAgain("another", CASE, kept)).isFalse();
    assertThat(city.safes.openAgain("token", "ET-2027-00002", kept)).isFalse();
    assertThat(city.safes.openAgain("token", CASE, kept)).isTrue();
    assertThat(city.safes.isOpen(CASE, IDENTITY)).isTrue();
  }

  @Test
  void what_is_lent_opens_for_its_own_receipt_and_in_no_other_act() {
    city.filed(CASE, "CONFIDENTIAL");
    city.acts(ANNA);
    city.safes.lend(CASE, MAREK, Team.CUSTODIANS, "RP-0001");

    assertThat(city.reads(MAREK, CASE, CONTENT)).as("a copy, a page").isFalse();
    city.acts(MAREK).safes.useLoan(CASE, "RP-0002");
    assertThat(city.safes.isOpen(CASE, CONTENT)).as("another receipt").isFalse();
    city.acts(DOROTA).safes.useLoan(CASE, "RP-0001");
    assertThat(city.safes.isOpen(CASE, CONTENT)).as("another custodian").isFalse();
    assertThat(city.safes.readersOf(CASE)).doesNotContain(MAREK);

    city.acts(MAREK).safes.useLoan(CASE, "RP-0001");
    assertThat(city.safes.opened(CASE)).contains(CONTENT, IDENTITY);
  }

  @Test
  void what_is_lent_is_taken_back_by_whoever_acts() {
    city.filed(CASE, "CONFIDENTIAL");
    city.acts(ANNA);
    city.safes.lend(CASE, MAREK, Team.CUSTODIANS, "RP-0001");
    city.acts(DOROTA);
    city.safes.takeBack(CASE, "RP-0001");
    city.acts(MAREK).safes.useLoan(CASE, "RP-0001");
    assertThat(city.safes.isOpen(CASE, CONTENT)).isFalse();
    assertThat(city.safes.isOpen(CASE, IDENTITY)).isTrue();
  }

  @Test
  void the_council_reads_no_case() {
    city.filed(CASE, "NAMED");
    for (var compartment : Compartment.values()) {
      assertThat(city.reads(BARBARA, CASE, compartment)).isFalse();
    }
  }

  @Test
  void a_translator_reads_the_one_text_and_nothing_else() {
    city.filed(CASE, "NAMED");
    city.acts(ANNA);
    city.safes.makeUnder(
        CASE + "/text-1",
        CASE,
        CONTENT,
        List.of(new Safes.For(Team.TRANSLATORS.holder(), Set.of(CONTENT))));
    assertThat(city.reads(IRYNA, CASE + "/text-1")).isTrue();
    assertThat(city.reads(IRYNA, CASE)).isFalse();
    assertThat(city.reads(PIOTR, CASE + "/text-1")).as("whoever reads the case").isTrue();
  }

  @Test
  void a_text_that_is_taken_back_closes_also_where_one_of_the_translators_is_kept_out() {
    city.filed(CASE, "NAMED");
    city.acts(ANNA);
    var text = CASE + "/text-1";
    var translators = Team.TRANSLATORS.holder();
    city.safes.makeUnder(text, CASE, CONTENT, List.of(new Safes.For(translators, Set.of(CONTENT))));
    city.acts(ANNA);
    city.safes.exclude(text, NADIA, Set.of(Team.TRANSLATORS));
    assertThat(city.reads(NADIA, text)).isFalse();
    assertThat(city.reads(IRYNA, text)).isTrue();
    city.nobody();
    city.safes.remove(text, translators);
    assertThat(city.reads(IRYNA, text)).isFalse();
    assertThat(city.reads(PIOTR, text)).as("whoever reads the case").isTrue();
  }

  @Test
  void what_is_told_to_one_partner_only_is_read_by_that_partner_and_the_reporter() {
    city.filed(CASE, "ANONYMOUS");
    var partner = Holder.institution(4);
    city.person(44);
    city.acts(44);
    city.trust.makeInstitution(partner, 44);
    city.acts(ANNA);
    city.trust.vouch(partner, city.trust.shown(partner).orElseThrow().fingerprint());
    city.nobody();
    city.safes.openWith(CASE, Safes.RECEIPT, RECEIPT);
    city.safes.makeUnder(
        REFERRAL + "/identity", CASE, IDENTITY, List.of(new Safes.For(partner, Set.of(CONTENT))));
    assertThat(city.reads(44, REFERRAL + "/identity")).isTrue();
    assertThat(city.reads(44, CASE)).isFalse();
    for (var account : List.of(ANNA, PIOTR, MAREK)) {
      assertThat(city.reads(account, REFERRAL + "/identity")).as("to " + account).isFalse();
    }
    city.nobody();
    city.safes.openWith(CASE, Safes.RECEIPT, RECEIPT);
    assertThat(city.safes.isOpen(REFERRAL + "/identity", CONTENT)).isTrue();
  }

  @Test
  void who_is_in_conflict_reads_neither_the_case_nor_what_hangs_on_it_and_the_others_do() {
    city.filed(CASE, "NAMED");
    city.acts(ANNA);
    city.safes.makeUnder(REFERRAL, CASE, CONTENT, List.of());
    assertThat(city.safes.exclude(CASE, EWA)).containsExactly(Team.OFFICE);
    assertThat(city.reads(EWA, CASE)).isFalse();
    assertThat(city.reads(EWA, REFERRAL)).isFalse();
    for (var account : List.of(ANNA, PIOTR)) {
      assertThat(city.reads(account, CASE)).isTrue();
      assertThat(city.reads(account, CASE, IDENTITY)).isTrue();
      assertThat(city.reads(account, REFERRAL)).isTrue();
    }
    assertThat(city.reads(MAREK, CASE, EVIDENCE)).as("other teams keep theirs").isTrue();
    city.acts(ANNA);
    city.safes.makeUnder("R-2027-00002", CASE, CONTENT, List.of());
    assertThat(city.reads(EWA, "R-2027-00002")).as("a later one neither").isFalse();
  }

  @Test
  void who_declares_their_own_conflict_loses_the_case_in_that_act() {
    city.filed(CASE, "NAMED");
    city.acts(EWA);
    city.safes.exclude(CASE, EWA);
    assertThat(city.reads(EWA, CASE)).isFalse();
    assertThat(city.reads(PIOTR, CASE)).isTrue();
  }

  @Test
  void who_was_kept_out_can_be_let_back_in_and_a_second_one_kept_out_later() {
    city.filed(CASE, "NAMED");
    city.acts(ANNA);
    city.safes.exclude(CASE, EWA);
    city.acts(PIOTR);
    city.safes.exclude(CASE, ANNA);
    assertThat(city.reads(ANNA, CASE)).isFalse();
    city.acts(PIOTR);
    city.safes.letBack(CASE, EWA, Team.OFFICE, Set.of(CONTENT));
    assertThat(city.reads(EWA, CASE)).isTrue();
    assertThat(city.reads(ANNA, CASE)).isFalse();
  }

  @Test
  void what_is_wrapped_for_the_team_later_is_not_for_who_is_kept_out() {
    city.filed(CASE, "NAMED");
    city.acts(ANNA);
    city.safes.exclude(CASE, EWA);
    city.safes.add(CASE, new Safes.For(Team.OFFICE.holder(), Set.of(CONTENT)));
    assertThat(city.reads(EWA, CASE)).isFalse();
    assertThat(city.reads(PIOTR, CASE)).isTrue();
  }

  @Test
  void somebody_kept_out_before_they_join_stays_out_and_another_newcomer_reads() {
    city.filed(CASE, "NAMED");
    city.person(8);
    city.person(9);
    city.acts(ANNA);
    city.safes.exclude(CASE, 9, Set.of(Team.OFFICE));
    for (var newcomer : List.of(8L, 9L)) {
      joins(newcomer);
    }
    assertThat(city.reads(9, CASE)).isFalse();
    assertThat(city.reads(8, CASE)).isTrue();
  }

  @Test
  void who_is_kept_out_and_forgets_the_password_is_still_kept_out_when_let_in_again() {
    city.filed(CASE, "NAMED");
    city.filed("ET-2027-00002", "NAMED");
    city.acts(ANNA);
    city.safes.exclude(CASE, EWA);
    city.person(EWA);
    joins(EWA);
    assertThat(city.reads(EWA, CASE)).isFalse();
    assertThat(city.reads(EWA, "ET-2027-00002")).isTrue();
  }

  @Test
  void who_leaves_the_team_also_loses_what_they_read_one_by_one() {
    city.filed(CASE, "NAMED");
    city.acts(ANNA);
    city.safes.exclude(CASE, EWA);
    joins(9);
    city.acts(ANNA);
    city.trust.remove(Team.OFFICE.holder(), Set.of(PIOTR), ANNA);
    assertThat(city.reads(PIOTR, CASE)).isFalse();
    assertThat(city.reads(9, CASE)).isTrue();
  }

  @Test
  void the_escrow_recovers_also_what_was_read_one_by_one_but_not_for_who_is_kept_out() {
    city.filed(CASE, "NAMED");
    city.acts(ANNA);
    city.safes.exclude(CASE, EWA);
    for (var account : List.of(ANNA, PIOTR, EWA)) {
      city.person(account);
    }
    for (var account : List.of(PIOTR, EWA)) {
      city.acts(account);
      city.trust.recover(
          Team.OFFICE,
          account,
          city.trust.fingerprint(account).orElseThrow(),
          city.ceremony.shares().subList(0, 2));
    }
    assertThat(city.reads(PIOTR, CASE)).isTrue();
    assertThat(city.reads(EWA, CASE)).isFalse();
  }

  /** As the act of letting somebody in does it. */
  private void joins(long account) {
    if (city.tables.currentKey(Holder.person(account)).isEmpty()) {
      city.person(account);
    }
    city.acts(ANNA);
    city.safes.beforeJoining(Team.OFFICE, account);
    city.trust.admit(
        Team.OFFICE.holder(), account, city.trust.fingerprint(account).orElseThrow(), ANNA);
    city.safes.afterJoining(Team.OFFICE, account);
  }

  @Test
  void who_cannot_open_a_case_can_keep_nobody_out_of_it() {
    city.filed(CASE, "CONFIDENTIAL");
    city.acts(BARBARA);
    assertThatThrownBy(() -> city.safes.exclude(CASE, EWA)).isInstanceOf(Problem.class);
    city.acts(ANNA);
    assertThatThrownBy(() -> city.safes.exclude(CASE, MAREK))
        .hasMessageContaining("exclude-by-the-team");
  }

  @Test
  void an_erased_case_opens_for_nobody_also_from_an_older_copy_of_the_tables() {
    city.filed(CASE, "NAMED");
    city.acts(ANNA);
    city.safes.makeUnder(REFERRAL, CASE, CONTENT, List.of());
    var story = city.vault.seal(CASE, "narrative", "a story");
    var older = new HashMap<>(city.tables.envelopes);
    city.safes.erase(CASE);
    assertThatThrownBy(() -> city.vault.open(CASE, "narrative", story))
        .hasMessageContaining("sealed");
    city.tables.envelopes.putAll(older);
    assertThat(city.reads(ANNA, CASE)).isFalse();
    assertThat(city.reads(ANNA, REFERRAL)).isFalse();
    city.nobody();
    assertThat(city.safes.openWith(CASE, Safes.RECEIPT, RECEIPT)).isFalse();
    city.tables.addShare(CASE, Bytes.random(Bytes.KEY));
    city.acts(ANNA);
    assertThatThrownBy(() -> city.vault.open(CASE, "narrative", story))
        .as("another share is of no use")
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void an_envelope_moved_to_another_case_opens_nothing() {
    city.filed(CASE, "NAMED");
    city.filed("ET-2027-00002", "NAMED");
    var swapped = new HashMap<>(city.tables.envelopes);
    swapped.forEach(
        (name, e) -> {
          if (e.subject().equals(CASE)) {
            var other = swapped.get("ET-2027-00002|" + e.reader());
            city.tables.envelopes.put(
                name,
                new KeyTables.Envelope(
                    CASE, e.reader(), e.root(), e.compartments(), other.sealed(), null));
          }
        });
    assertThat(city.reads(ANNA, CASE)).isFalse();
    city.nobody();
    assertThat(city.safes.openWith(CASE, Safes.RECEIPT, RECEIPT)).isFalse();
  }

  @Test
  void a_job_makes_no_keys() {
    Keyring.leave();
    assertThatThrownBy(() -> city.safes.make(CASE, Set.of(CONTENT), List.of()))
        .isInstanceOf(IllegalStateException.class);
  }
}
