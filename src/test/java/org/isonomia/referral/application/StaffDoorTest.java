package org.isonomia.referral.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.privacy.Vaults;
import org.isonomia.referral.CaseDoor;
import org.isonomia.referral.ReferralNumber;
import org.isonomia.referral.domain.Consent;
import org.isonomia.referral.domain.Referral;
import org.isonomia.referral.domain.Referrals;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A referral is opened by the rule of its case, for reading and for each act. */
class StaffDoorTest {
  private static final CaseNumber CASE = new CaseNumber("ET-2027-00001");
  private static final ReferralNumber NUMBER = new ReferralNumber("RF-2027-00001");
  private static final ReferralNumber NONE = new ReferralNumber("RF-2027-99999");
  private static final Set<Permission> STAFF =
      Set.of(Permission.SEE_REFERRALS, Permission.SEND_REFERRAL);

  /**
   * What the office does without one referral before its eyes: numbers of the whole office, and a
   * new referral of a case that the caller has taken.
   */
  private static final Set<String> OF_NO_REFERRAL =
      Set.of(
          "FindReferrals.overview",
          "StaffDesk.refer",
          // they ask the permission only, before a number is looked at
          "DecideOnSilence.ask",
          "DecideOnMissingResult.ask");

  private final List<String> done = new ArrayList<>();
  private final StaffDoor door = new StaffDoor();
  private boolean theirs = true;
  private final Referral referral = referral();

  private static Referral referral() {
    return new Referral(
        NUMBER,
        CASE,
        7,
        "SUPPORT",
        "A-7F3",
        new Consent(Consent.Status.PENDING, 7, Set.of("SUMMARY"), "uk", null, Instant.EPOCH),
        Map.of("SUMMARY", Vaults.ofEverything().seal(NUMBER.value(), "shared.SUMMARY", "words")),
        1,
        Instant.EPOCH);
  }

  @BeforeEach
  void a_door() {
    door.referrals =
        new Referrals() {
          @Override
          public Optional<CaseNumber> caseOf(ReferralNumber number) {
            return number.equals(NUMBER) ? Optional.of(CASE) : Optional.empty();
          }

          @Override
          public Referral get(ReferralNumber number) {
            done.add("read");
            return referral;
          }

          @Override
          public Referral lock(ReferralNumber number) {
            done.add("referral locked");
            return referral;
          }
        };
    door.cases =
        new CaseDoor() {
          @Override
          public boolean isTheirs(CaseNumber number) {
            return theirs;
          }

          @Override
          public void look(CaseNumber number) {
            if (!theirs) {
              throw Problem.forbidden("case-not-yours");
            }
          }

          @Override
          public void take(CaseNumber number) {
            if (!theirs) {
              throw Problem.forbidden("case-not-yours");
            }
            done.add("case locked");
          }

          @Override
          public void hold(CaseNumber number) {
            throw new AssertionError("staff are asked whose case it is");
          }
        };
  }

  @Test
  void whose_case_it_is_reads_it_and_changes_it_behind_the_lock_of_the_case() {
    assertThat(door.look(NUMBER)).isSameAs(referral);
    assertThat(door.take(NUMBER)).isSameAs(referral);
    assertThat(done).containsExactly("read", "case locked", "referral locked");
    assertThat(door.theirs(List.of(referral))).containsExactly(referral);
  }

  @Test
  void somebody_elses_and_one_that_does_not_exist_are_refused_alike() {
    refused(() -> door.look(NONE));
    refused(() -> door.take(NONE));
    theirs = false;
    refused(() -> door.look(NUMBER));
    refused(() -> door.take(NUMBER));
    assertThat(done).isEmpty();
    assertThat(door.theirs(List.of(referral))).isEmpty();
  }

  @Test
  void every_act_of_staff_in_this_room_goes_through_this_door() {
    var acts = new ArrayList<String>();
    var past = new ArrayList<String>();
    for (var type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.isonomia.referral.application")) {
      for (var method : type.getMethods()) {
        if (!method.isAnnotatedWith(Allowed.class)
            || !STAFF.contains(method.getAnnotationOfType(Allowed.class).value())) {
          continue;
        }
        var name = type.getSimpleName() + "." + method.getName();
        acts.add(name);
        // an act may ask in a private step of its own
        var asks =
            method.getMethodCallsFromSelf().stream()
                .anyMatch(
                    call ->
                        call.getTargetOwner().isEquivalentTo(StaffDoor.class)
                            || call.getTargetOwner().equals(type)
                                && type.getMethods().stream()
                                    .filter(m -> m.getName().equals(call.getName()))
                                    .flatMap(m -> m.getMethodCallsFromSelf().stream())
                                    .anyMatch(
                                        c -> c.getTargetOwner().isEquivalentTo(StaffDoor.class)));
        if (!asks && !OF_NO_REFERRAL.contains(name)) {
          past.add(name);
        }
      }
    }
    assertThat(acts)
        .contains("RecordAnswer.handle", "RenewLink.handle", "SendAgain.handle")
        .contains("FindReferrals.one", "FindReferrals.list")
        .containsAll(OF_NO_REFERRAL);
    assertThat(past).as("acts of staff that nobody asks whose case it is").isEmpty();
  }

  private static void refused(Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            Problem.class,
            p -> {
              assertThat(p.kind()).isEqualTo(Problem.Kind.FORBIDDEN);
              assertThat(p.code()).isEqualTo("case-not-yours");
            });
  }
}
