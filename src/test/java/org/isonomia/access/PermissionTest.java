package org.isonomia.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.isonomia.page.Language;
import org.isonomia.page.Texts;
import org.junit.jupiter.api.Test;

class PermissionTest {
  private static Actor someone(Role... roles) {
    return new Actor(7, "someone", Set.of(roles), null, "pl");
  }

  @Test
  void a_resident_may_do_only_what_anyone_may() {
    for (var permission : Permission.values()) {
      assertThat(permission.heldBy(Actor.NOBODY))
          .as(permission.name())
          .isEqualTo(permission == Permission.ANYONE);
    }
  }

  @Test
  void an_administrator_of_the_system_reads_no_case() {
    var administrator = someone(Role.SYSTEM_ADMINISTRATOR);
    assertThat(Permission.READ_CASE.heldBy(administrator)).isFalse();
    assertThat(Permission.SEE_REFERRALS.heldBy(administrator)).isFalse();
    assertThat(Permission.SEE_COUNCIL.heldBy(administrator)).isFalse();
    assertThat(Permission.KEEP_ACCOUNTS.heldBy(administrator)).isTrue();
  }

  @Test
  void a_council_member_reads_no_case() {
    for (var role : EnumSet.of(Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR, Role.COUNCIL_SECRETARY)) {
      assertThat(Permission.READ_CASE.heldBy(someone(role))).as(role.name()).isFalse();
    }
  }

  @Test
  void a_partner_only_answers_its_referral() {
    var partner = someone(Role.PARTNER_USER);
    for (var permission : Permission.values()) {
      assertThat(permission.heldBy(partner))
          .as(permission.name())
          .isEqualTo(
              EnumSet.of(
                      Permission.ANYONE,
                      Permission.SIGNED_IN,
                      Permission.ANSWER_REFERRAL,
                      // lets colleagues of the same institution in, nobody else: the key decides
                      Permission.KEEP_TEAM)
                  .contains(permission));
    }
  }

  @Test
  void only_the_house_does_the_houses_work() {
    assertThat(Permission.HOUSE.heldBy(Actor.HOUSE)).isTrue();
    assertThat(Permission.HOUSE.heldBy(someone(Role.values()))).isFalse();
  }

  @Test
  void somebody_else_called_house_is_not_the_house() {
    assertThat(Permission.HOUSE.heldBy(new Actor(0, "house", Set.of(), null, "pl"))).isFalse();
  }

  @Test
  void what_a_person_may_do_has_words_in_every_language() {
    for (var permission : Permission.values()) {
      for (var language : Language.values()) {
        if (!permission.roles().isEmpty()) {
          assertThat(Texts.of(language).has("access.permission." + permission.name()))
              .as(permission + " in " + language.tag())
              .isTrue();
        }
      }
    }
  }
}
