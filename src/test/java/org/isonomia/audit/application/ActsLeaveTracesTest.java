package org.isonomia.audit.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.isonomia.access.About;
import org.isonomia.access.Allowed;
import org.isonomia.access.Deed;
import org.isonomia.shared.CaseNumber;
import org.junit.jupiter.api.Test;

/**
 * Every act and what the audit keeps of it, as it was decided: {@code
 * src/test/resources/audit-acts} is the list. Who adds an act decides, and adds its line.
 */
class ActsLeaveTracesTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.isonomia");

  /**
   * Changes whose parameters' types and names do not show here what they are about. It is found as
   * they run in a code or a team among their arguments or in the number they answer (partner, keys,
   * intake, meetings, lists), or there is no single thing to name: a rule, a term, a ceremony, a
   * mail or a job that is tried again. An act that is added must say it, or be explained here.
   */
  private static final List<String> WITHOUT_SUBJECT =
      List.of(
          "administration.RetryJob",
          "administration.RetryMail",
          "access.HoldCeremony",
          "access.HoldCeremony.confirm",
          "access.HoldCeremony.hold",
          "access.KeepKeys.enrolDemoInstitution",
          "access.KeepKeys.remove",
          "access.KeepKeys.rotate",
          "access.SingleSignOn.finish",
          "casework.FollowReferral",
          "council.ChangeRules",
          "council.EndMembership",
          "council.OpenTerm",
          "council.PlanMeeting",
          "council.PlanMeeting.plan",
          "council.SetUpTerm.convene",
          "council.SetUpTerm.setUp",
          "intake.FileAtDesk",
          "intake.FileDraft",
          "intake.FileReport",
          "intake.FileReport.acknowledged",
          "intake.FileReportOnce",
          "partner.AskDirectory.keepContact",
          "partner.EditInstitution",
          "partner.EndInstitutionKey",
          "partner.EnrolInstitution",
          "partner.KeepFilingKeys.end",
          "partner.KeepFilingKeys.make",
          "partner.MakeEnrolment",
          "partner.VouchForInstitution",
          "post.ListFailedMails.forget",
          "referral.EndAccess",
          "retention.ProposeDestruction",
          "rights.KeepBreaches",
          "rights.TellBreach");

  private static Stream<Method> acts() {
    return HOUSE.stream()
        .filter(type -> !type.getPackageName().equals("org.isonomia.access"))
        .filter(ActsLeaveTracesTest::isAskedFor)
        .map(JavaClass::reflect)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> !method.isSynthetic() && method.isAnnotationPresent(Allowed.class));
  }

  private static boolean isAskedFor(JavaClass type) {
    return type.getMethods().stream().anyMatch(m -> m.isAnnotatedWith(Allowed.class));
  }

  @Test
  void every_act_is_in_the_list_with_what_is_kept_of_it() throws IOException {
    var found = new TreeMap<String, String>();
    acts()
        .forEach(
            act -> found.put(Subject.codeOf(act), act.getAnnotation(Allowed.class).trace().name()));
    var decided = new TreeMap<String, String>();
    for (var line : Files.readAllLines(Path.of("src/test/resources/audit-acts"))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        var words = line.split(" ");
        decided.put(words[0], words[1]);
      }
    }
    assertThat(found).isEqualTo(decided);
  }

  @Test
  void a_reading_says_what_was_read() {
    var silent =
        acts()
            .filter(act -> act.getAnnotation(Allowed.class).trace() == Allowed.Trace.READ)
            .filter(act -> Arrays.stream(act.getParameters()).noneMatch(p -> tells(p)))
            .filter(act -> !saysItself(act))
            .map(Subject::codeOf)
            .toList();
    assertThat(silent).isEmpty();
  }

  @Test
  void a_change_says_what_was_changed_or_it_is_known_why_not() {
    var silent =
        acts()
            .filter(act -> act.getAnnotation(Allowed.class).trace() == Allowed.Trace.CHANGE)
            .filter(act -> Arrays.stream(act.getParameters()).noneMatch(p -> tells(p)))
            .filter(act -> !saysItself(act))
            .map(Subject::codeOf)
            .toList();
    assertThat(silent).isSubsetOf(WITHOUT_SUBJECT);
  }

  private static boolean tells(Parameter parameter) {
    return parameter.isAnnotationPresent(About.class)
        || tells(parameter.getName(), parameter.getType())
        || parameter.getType().isRecord()
            && Arrays.stream(parameter.getType().getRecordComponents())
                .anyMatch(c -> tells(c.getName(), c.getType()));
  }

  private static boolean tells(String name, Class<?> type) {
    return type == CaseNumber.class
        || type.getSimpleName().endsWith("Number")
        || type == String.class && List.of("number", "item", "meeting").contains(name)
        || List.of("accountId", "institutionId").contains(name);
  }

  /** The act names it, or the door it goes through does. */
  private static boolean saysItself(Method act) {
    var type = HOUSE.get(act.getDeclaringClass());
    return names(type) || type.getFields().stream().anyMatch(field -> names(field.getRawType()));
  }

  private static boolean names(JavaClass type) {
    return type.getMethodCallsFromSelf().stream()
        .anyMatch(
            call ->
                call.getTargetOwner().isEquivalentTo(Deed.class) && call.getName().equals("about"));
  }
}
