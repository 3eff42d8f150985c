package org.isonomia.council.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isonomia.access.Permission.*;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.junit.jupiter.api.Test;

/** Who may do what in the Council, act by act. */
class PermissionsTest {
  private static final Map<Class<?>, Permission> ACTS =
      Map.ofEntries(
          Map.entry(ProposeItem.class, PROPOSE_ITEM),
          Map.entry(AcceptItem.class, ACCEPT_ITEM),
          Map.entry(RejectItem.class, ACCEPT_ITEM),
          Map.entry(ReleaseBrief.class, RELEASE_BRIEF),
          Map.entry(ScheduleItem.class, SCHEDULE_ITEM),
          Map.entry(PlanMeeting.class, RUN_MEETING),
          Map.entry(ConveneMeeting.class, RUN_MEETING),
          Map.entry(OpenMeeting.class, RUN_MEETING),
          Map.entry(PauseMeeting.class, RUN_MEETING),
          Map.entry(CloseMeeting.class, RUN_MEETING),
          Map.entry(CancelMeeting.class, RUN_MEETING),
          Map.entry(TakeAttendance.class, RUN_MEETING),
          Map.entry(Recuse.class, SEE_COUNCIL),
          Map.entry(ExcludeMember.class, ACCEPT_ITEM),
          Map.entry(ClearConflict.class, ACCEPT_ITEM),
          Map.entry(OpenVote.class, RECORD_DECISION),
          Map.entry(CastBallot.class, CAST_BALLOT),
          Map.entry(RecordBallots.class, RECORD_DECISION),
          Map.entry(CloseVote.class, RECORD_DECISION),
          Map.entry(RecordDecision.class, RECORD_DECISION),
          Map.entry(AdjournItem.class, RECORD_DECISION),
          Map.entry(WithdrawItem.class, RECORD_DECISION),
          Map.entry(OpenTerm.class, KEEP_TERM),
          Map.entry(ChangeRules.class, KEEP_TERM),
          Map.entry(SeatMember.class, KEEP_TERM),
          Map.entry(EndMembership.class, KEEP_TERM),
          Map.entry(SeeCouncil.class, SEE_COUNCIL),
          Map.entry(SeeMeeting.class, SEE_COUNCIL),
          Map.entry(SeeItem.class, SEE_COUNCIL),
          Map.entry(SeeTerm.class, SEE_COUNCIL));

  @Test
  void each_act_asks_for_its_permission() {
    ACTS.forEach(
        (act, permission) ->
            assertThat(
                    Arrays.stream(act.getDeclaredMethods())
                        .filter(method -> method.getName().equals("handle"))
                        .map(method -> method.getAnnotation(Allowed.class).value()))
                .as(act.getSimpleName())
                .containsExactly(permission));
  }

  @Test
  void no_act_has_a_public_method_that_asks_for_nothing() {
    var all = new java.util.ArrayList<Class<?>>(ACTS.keySet());
    all.addAll(List.of(AgendaForRooms.class, SetUpTerm.class, ReadDecisions.class));
    for (var act : all) {
      assertThat(
              Arrays.stream(act.getDeclaredMethods())
                  .filter(
                      method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                  .filter(method -> method.getAnnotation(Allowed.class) == null))
          .as(act.getSimpleName())
          .isEmpty();
    }
  }

  @Test
  void only_a_second_person_of_the_office_releases_a_brief_and_only_the_chair_accepts() {
    assertThat(RELEASE_BRIEF.heldBy(as(Role.COORDINATOR))).isTrue();
    for (var role :
        List.of(
            Role.CASE_HANDLER, Role.COUNCIL_MEMBER, Role.COUNCIL_SECRETARY, Role.COUNCIL_CHAIR)) {
      assertThat(RELEASE_BRIEF.heldBy(as(role))).as(role.name()).isFalse();
    }
    assertThat(ACCEPT_ITEM.heldBy(as(Role.COUNCIL_CHAIR))).isTrue();
    assertThat(ACCEPT_ITEM.heldBy(as(Role.COUNCIL_SECRETARY))).isFalse();
    assertThat(ACCEPT_ITEM.heldBy(as(Role.COUNCIL_MEMBER))).isFalse();
  }

  @Test
  void a_member_votes_but_does_not_run_the_meeting_and_a_case_handler_does_neither() {
    assertThat(CAST_BALLOT.heldBy(as(Role.COUNCIL_MEMBER))).isTrue();
    assertThat(RUN_MEETING.heldBy(as(Role.COUNCIL_MEMBER))).isFalse();
    assertThat(RECORD_DECISION.heldBy(as(Role.COUNCIL_MEMBER))).isFalse();
    assertThat(SEE_COUNCIL.heldBy(as(Role.CASE_HANDLER))).isFalse();
    assertThat(CAST_BALLOT.heldBy(as(Role.CASE_HANDLER))).isFalse();
    assertThat(SEE_COUNCIL.heldBy(as(Role.SYSTEM_ADMINISTRATOR))).isFalse();
    assertThat(SEE_COUNCIL.heldBy(Actor.NOBODY)).isFalse();
  }

  @Test
  void members_have_no_way_to_a_case() {
    for (var role : List.of(Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR, Role.COUNCIL_SECRETARY)) {
      assertThat(READ_CASE.heldBy(as(role))).as(role.name()).isFalse();
    }
  }

  private static Actor as(Role role) {
    return new Actor(1, "somebody", Set.of(role), null, "pl");
  }
}
