package org.isonomia.council.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.isonomia.access.Actor;
import org.isonomia.access.Role;
import org.isonomia.council.domain.AgendaItem;
import org.isonomia.council.domain.ItemType;
import org.isonomia.council.domain.Majority;
import org.isonomia.council.domain.Member;
import org.isonomia.council.domain.Office;
import org.isonomia.council.domain.Quorum;
import org.isonomia.council.domain.Recusal;
import org.isonomia.council.domain.SeatKind;
import org.isonomia.council.domain.Term;
import org.isonomia.council.persistence.Items;
import org.isonomia.council.persistence.Terms;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.Test;

/** Row rules: who sees which item. */
class SightTest {
  private static final Instant AT = Instant.parse("2027-02-20T09:00:00Z");
  private static final Sealed WORDS = Sealed.ofBytes(new byte[] {1});
  private static final Actor P = actor(11, Role.COUNCIL_MEMBER);
  private static final Actor OTHER_MEMBER = actor(12, Role.COUNCIL_MEMBER);
  private static final Actor COORDINATOR = actor(13, Role.COORDINATOR);

  private final Term term =
      new Term(
          4,
          LocalDate.of(2026, 1, 1),
          LocalDate.of(2027, 12, 31),
          24,
          Quorum.Rule.HALF,
          Majority.SIMPLE);
  private final Member seatOfP =
      new Member(
          term,
          term.nextMember(),
          11L,
          WORDS,
          SeatKind.NGO,
          Office.MEMBER,
          Set.of(),
          term.startsOn());
  private final List<Recusal> recusals = new ArrayList<>();
  private final Sight sight = new Sight();

  SightTest() {
    sight.terms =
        new Terms() {
          @Override
          public List<Long> memberships(long accountId) {
            return accountId == 11 ? List.of(seatOfP.id()) : List.of();
          }
        };
    sight.items =
        new Items() {
          @Override
          public List<Recusal> recusalsOf(Collection<Long> memberIds) {
            return recusals.stream()
                .filter(recusal -> memberIds.contains(recusal.memberId()))
                .toList();
          }
        };
  }

  @Test
  void a_recused_member_sees_neither_item_nor_papers_and_reads_what_a_wrong_number_reads() {
    var item = released();
    recusals.add(Recusal.declared(item, seatOfP, WORDS, AT));

    assertThat(as(P, () -> sight.maySee(item))).isFalse();
    assertThat(as(OTHER_MEMBER, () -> sight.maySee(item))).isTrue();
    assertRefused(P, item, "item-closed-to-you");
  }

  @Test
  void another_role_of_a_recused_person_opens_nothing() {
    var item = released();
    recusals.add(Recusal.excluded(item, seatOfP, WORDS, AT));

    assertRefused(
        actor(11, Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR, Role.COORDINATOR),
        item,
        "item-closed-to-you");
  }

  @Test
  void an_open_flag_hides_the_item_and_a_cleared_one_shows_it_again() {
    var item = released();
    var flag = Recusal.flag(item, seatOfP, AT);
    recusals.add(flag);
    assertThat(as(P, () -> sight.maySee(item))).isFalse();

    flag.clear(WORDS, AT);

    assertThat(as(P, () -> sight.maySee(item))).isTrue();
  }

  @Test
  void members_see_an_item_from_a_case_only_once_its_brief_is_released() {
    var item = proposed();
    assertRefused(OTHER_MEMBER, item, "item-closed-to-you");
    item.accept(Set.of(), AT);
    assertRefused(OTHER_MEMBER, item, "item-closed-to-you");

    item.release(13, AT);

    assertThat(as(OTHER_MEMBER, () -> sight.maySee(item))).isTrue();
  }

  @Test
  void the_chair_accepts_without_the_brief_and_the_second_person_reads_it() {
    var item = proposed();
    var chair = actor(14, Role.COUNCIL_CHAIR, Role.COUNCIL_MEMBER);

    assertThat(as(chair, () -> sight.maySee(item))).isTrue();
    assertThat(as(chair, () -> sight.mayReadBrief(item))).isFalse();
    assertThat(as(COORDINATOR, () -> sight.mayReadBrief(item))).isTrue();
  }

  @Test
  void an_item_that_was_not_considered_stays_unseen_by_members() {
    var item = proposed();
    item.reject(WORDS, AT);

    assertRefused(OTHER_MEMBER, item, "item-closed-to-you");
  }

  private static AgendaItem proposed() {
    return new AgendaItem(
        "AI-2027-00001",
        ItemType.SYSTEMIC_ISSUE,
        WORDS,
        WORDS,
        WORDS,
        new CaseNumber("ET-2027-00003"),
        7,
        AT);
  }

  private static AgendaItem released() {
    var item = proposed();
    item.accept(Set.of(), AT);
    item.release(13, AT);
    return item;
  }

  private void assertRefused(Actor actor, AgendaItem item, String code) {
    assertThatThrownBy(
            () ->
                actor.run(
                    () -> {
                      sight.require(item);
                      return null;
                    }))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.kind()).isEqualTo(Problem.Kind.FORBIDDEN);
              assertThat(problem.code()).isEqualTo(code);
            });
  }

  private static boolean as(Actor actor, java.util.function.Supplier<Boolean> question) {
    return actor.run(question);
  }

  private static Actor actor(long account, Role... roles) {
    return new Actor(account, "somebody", Set.of(roles), null, "pl");
  }
}
