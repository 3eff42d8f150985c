package org.isonomia.casework.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isonomia.access.Permission.*;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.casework.domain.SomeCase;
import org.isonomia.privacy.Sealed;
import org.junit.jupiter.api.Test;

/** Who may do what to a case: every act's permission, and the row rule behind it. */
class ActsAskPermissionTest {
  private static final Map<Class<?>, Permission> ACTS =
      Map.ofEntries(
          Map.entry(OpenCase.class, ANYONE),
          Map.entry(HearReporter.class, ANYONE),
          Map.entry(FollowReferral.class, ANYONE),
          Map.entry(HearCouncil.class, ANYONE),
          Map.entry(AcknowledgeReport.class, ACKNOWLEDGE_REPORT),
          Map.entry(QualifyMatter.class, QUALIFY_MATTER),
          Map.entry(AddMatter.class, ADD_MATTER),
          Map.entry(TellReporter.class, TELL_OUTCOME),
          Map.entry(CloseMatter.class, CLOSE_MATTER),
          Map.entry(AssignCase.class, ASSIGN_CASE),
          Map.entry(TakeCase.class, ASSESS_CASE),
          Map.entry(EscalateTriage.class, STEP_IN),
          Map.entry(AssessComplaint.class, ASSESS_CASE),
          Map.entry(InformReporter.class, ASSESS_CASE),
          Map.entry(ChooseInstitution.class, SEND_REFERRAL),
          Map.entry(SuggestInstitutions.class, SEND_REFERRAL),
          Map.entry(RevokeReferral.class, SEND_REFERRAL),
          Map.entry(ForwardByCompetence.class, SEND_REFERRAL),
          Map.entry(WriteBrief.class, ASSESS_CASE),
          Map.entry(ProposeOutcome.class, PROPOSE_OUTCOME),
          Map.entry(ConfirmOutcome.class, CONFIRM_OUTCOME),
          Map.entry(CheckRetaliation.class, CHECK_RETALIATION),
          Map.entry(ExtendDeadline.class, ASSESS_CASE),
          Map.entry(WriteToReporter.class, MESSAGE_REPORTER),
          Map.entry(ReadMessages.class, MESSAGE_REPORTER),
          Map.entry(AddNote.class, READ_CASE),
          Map.entry(DeclareConflict.class, DECLARE_CONFLICT),
          Map.entry(KeepOut.class, KEEP_OUT),
          Map.entry(LetBackIn.class, LET_BACK_IN),
          Map.entry(OpenIdentity.class, OPEN_IDENTITY),
          Map.entry(FindByName.class, OPEN_IDENTITY),
          Map.entry(SummonReporter.class, ASSESS_CASE),
          Map.entry(DeliverSummons.class, ASSESS_CASE),
          Map.entry(NoteCompleted.class, ASSESS_CASE),
          Map.entry(LeaveUnexamined.class, ASSESS_CASE),
          Map.entry(HearCompletion.class, ANYONE),
          Map.entry(HearOpening.class, ANYONE),
          Map.entry(MarkCctvRequested.class, QUALIFY_MATTER));

  private static Actor person(long account, Role... roles) {
    return new Actor(account, "someone", Set.of(roles), null, "pl");
  }

  @Test
  void every_act_asks_for_its_permission() {
    var asked = new TreeMap<String, Permission>();
    var expected = new TreeMap<String, Permission>();
    ACTS.forEach(
        (act, permission) -> {
          expected.put(act.getSimpleName(), permission);
          Arrays.stream(act.getDeclaredMethods())
              .filter(m -> m.getName().equals("handle"))
              .forEach(m -> asked.put(act.getSimpleName(), m.getAnnotation(Allowed.class).value()));
        });
    assertThat(asked).isEqualTo(expected);
  }

  @Test
  void nobody_outside_the_office_may_act_on_a_case() {
    for (var permission : ACTS.values()) {
      if (permission != ANYONE) {
        assertThat(permission.heldBy(Actor.NOBODY)).isFalse();
        assertThat(permission.heldBy(person(1, Role.PARTNER_USER))).isFalse();
        assertThat(permission.heldBy(person(1, Role.COUNCIL_MEMBER))).isFalse();
        assertThat(permission.heldBy(person(1, Role.SYSTEM_ADMINISTRATOR))).isFalse();
      }
    }
  }

  @Test
  void the_case_handler_and_the_coordinator_add_a_matter() {
    assertThat(ADD_MATTER.heldBy(person(1, Role.CASE_HANDLER))).isTrue();
    assertThat(ADD_MATTER.heldBy(person(1, Role.COORDINATOR))).isTrue();
    assertThat(ADD_MATTER.heldBy(person(1, Role.INTAKE_OFFICER))).isFalse();
    assertThat(ADD_MATTER.heldBy(person(1, Role.LAWYER))).isFalse();
  }

  @Test
  void the_intake_desk_does_not_step_in_for_itself() {
    assertThat(STEP_IN.roles()).containsExactly(Role.COORDINATOR);
  }

  @Test
  void only_the_house_tells_an_outcome_and_closes() {
    for (var permission : Set.of(TELL_OUTCOME, CLOSE_MATTER)) {
      assertThat(permission.heldBy(Actor.HOUSE)).isTrue();
      assertThat(permission.heldBy(person(1, Role.values()))).isFalse();
    }
  }

  @Test
  void the_one_who_confirms_is_not_a_case_handler() {
    assertThat(CONFIRM_OUTCOME.heldBy(person(1, Role.CASE_HANDLER))).isFalse();
    assertThat(CONFIRM_OUTCOME.heldBy(person(1, Role.LAWYER))).isTrue();
  }

  @Test
  void a_case_handler_opens_their_own_and_untaken_cases_and_no_colleagues_case() {
    var handler = person(7, Role.CASE_HANDLER);
    assertThat(Register.isTheirs(handler, 7L)).isTrue();
    assertThat(Register.isTheirs(handler, null)).isTrue();
    assertThat(Register.isTheirs(handler, 8L)).isFalse();
  }

  @Test
  void the_intake_desk_coordinators_and_lawyers_open_every_case() {
    for (var role : Set.of(Role.INTAKE_OFFICER, Role.COORDINATOR, Role.LAWYER)) {
      assertThat(Register.isTheirs(person(9, role), 7L)).isTrue();
    }
    for (var role : Set.of(Role.ANALYST, Role.COUNCIL_CHAIR, Role.PARTNER_USER, Role.AUDITOR)) {
      assertThat(Register.isTheirs(person(9, role), null)).isFalse();
    }
  }

  @Test
  void coordinators_and_lawyers_let_somebody_back_in_and_the_intake_desk_keeps_nobody_out() {
    // one coordinator who is kept out would otherwise close the way back for everybody
    assertThat(LET_BACK_IN.roles()).containsExactlyInAnyOrder(Role.COORDINATOR, Role.LAWYER);
    assertThat(KEEP_OUT.roles()).containsExactlyInAnyOrder(Role.CASE_HANDLER, Role.COORDINATOR);
    assertThat(DECLARE_CONFLICT.roles()).isEqualTo(READ_CASE.roles());
  }

  @Test
  void a_case_is_nobodys_who_is_kept_out_of_it_whatever_their_role() {
    for (var role : Set.of(Role.LAWYER, Role.COORDINATOR, Role.CASE_HANDLER)) {
      var file = SomeCase.aCase().assessed().build();
      var person = person(9, role);
      assertThat(person.<Boolean>run(() -> Register.isTheirs(file))).isTrue();
      file.keepOut(
          9, Set.of(8L, 9L), Sealed.ofBytes(new byte[] {0}), 8, SomeCase.city("2027-02-16T09:00"));
      assertThat(person.<Boolean>run(() -> Register.isTheirs(file))).isFalse();
      assertThat(Actor.HOUSE.<Boolean>run(() -> Register.isTheirs(file))).isTrue();
    }
  }

  @Test
  void a_brief_is_warned_of_words_that_stand_in_the_report() {
    assertThat(
            Revealing.words(
                "Student z Krowodrzy, ul. Lea; biuro Kwadrat",
                "Adaeze Okafor",
                "ul. Lea 5",
                "biuro przy KWADRAT sp. z o.o.",
                null))
        .containsExactlyInAnyOrder("biuro", "KWADRAT");
  }
}
