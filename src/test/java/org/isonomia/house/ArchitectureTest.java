package org.isonomia.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Date;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.isonomia.access.Allowed;
import org.isonomia.shared.DomainEvent;
import org.isonomia.workflow.Hands;
import org.junit.jupiter.api.Test;

/** The rules of the house, as sentences. Templates compiled to Java are no rooms. */
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.isonomia")
          .that(
              DescribedPredicate.not(
                  resideInAnyPackage("org.isonomia.jte..", "org.isonomia.workflow.probe..")));

  private static final String ROOT = "org.isonomia.";

  private static String room(JavaClass type) {
    var name = type.getPackageName();
    if (!name.startsWith(ROOT)) {
      return "";
    }
    var rest = name.substring(ROOT.length());
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }

  private static boolean isFrontDoor(JavaClass type) {
    return type.getPackageName().equals(ROOT + room(type));
  }

  @Test
  void rooms_form_no_circle() {
    slices().matching("org.isonomia.(*)..").should().beFreeOfCycles().check(HOUSE);
  }

  /** The demo city is told through the very acts that the pages call: it stands at their side. */
  @Test
  void guests_use_the_front_door() {
    classes()
        .that()
        .resideOutsideOfPackage("org.isonomia.demo..")
        .should(
            dependOnlyOn(
                "the root package of another room",
                (guest, host) ->
                    room(host).isEmpty() || room(guest).equals(room(host)) || isFrontDoor(host)))
        .check(HOUSE);
  }

  @Test
  void one_room_knows_the_engine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.isonomia.workflow.camunda..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.camunda..")
        .check(HOUSE);
  }

  /**
   * A store lies in the domain and is a bean; passwords and telephones' codes are not in Java
   * itself.
   */
  private static final Set<String> THE_DOMAIN_KNOWS =
      Set.of(
          "java.",
          "javax.crypto.",
          "org.bouncycastle.crypto.",
          "com.eatthepath.otp.",
          "jakarta.persistence.",
          "jakarta.enterprise.context.ApplicationScoped",
          "jakarta.inject.Inject");

  @Test
  void the_domain_knows_java_and_the_mapping_annotations_only() {
    classes()
        .that()
        .resideInAPackage("..domain..")
        .should(
            dependOnlyOn(
                "java, the mapping annotations, shared and front doors",
                (guest, host) ->
                    THE_DOMAIN_KNOWS.stream().anyMatch(host.getName()::startsWith)
                        || room(host).equals(room(guest)) && !isDoor(host)
                        || isFrontDoor(host) && !room(host).isEmpty()))
        .check(HOUSE);
  }

  private static boolean isDoor(JavaClass type) {
    return resideInAnyPackage("..web..", "..api..", "..application..", "..process..").test(type);
  }

  @Test
  void doors_do_not_open_into_the_store() {
    noClasses()
        .that()
        .resideInAnyPackage("..web..", "..api..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("..persistence..")
                .or(DescribedPredicate.describe("stores", ArchitectureTest::isStore)))
        .check(HOUSE);
  }

  /** The other rooms may follow; in this one acts, hands and pages know ports only. */
  @Test
  void casework_reaches_its_tables_through_ports() {
    noClasses()
        .that()
        .resideInAPackage("org.isonomia.casework..")
        .and()
        .resideOutsideOfPackage("org.isonomia.casework.persistence..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.isonomia.casework.persistence..")
        .check(HOUSE);
  }

  /** A store holds the entity manager or the data source, or is the interface of one that does. */
  private static boolean isStore(JavaClass type) {
    return type.isEquivalentTo(EntityManager.class)
        || type.isEquivalentTo(DataSource.class)
        || !room(type).isEmpty()
            && resideInAnyPackage("..domain..", "..persistence..").test(type)
            && (holdsStore(type)
                || type.getSubclasses().stream().anyMatch(ArchitectureTest::holdsStore));
  }

  private static boolean holdsStore(JavaClass type) {
    return type.getFields().stream()
        .map(field -> field.getRawType())
        .anyMatch(t -> t.isEquivalentTo(EntityManager.class) || t.isEquivalentTo(DataSource.class));
  }

  @Test
  void transactions_begin_in_the_application() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..application..", "..process..")
        .should(
            new ArchCondition<>("begin a transaction") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                boolean begins =
                    type.isAnnotatedWith(Transactional.class)
                        || type.getMethods().stream()
                            .anyMatch(m -> m.isAnnotatedWith(Transactional.class));
                events.add(new SimpleConditionEvent(type, begins, type.getName()));
              }
            })
        .check(HOUSE);
  }

  @Test
  void every_act_says_who_may() {
    classes()
        .that()
        .resideInAPackage("..application..")
        .should(
            new ArchCondition<>("say on each act who may") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                type.getMethods().stream()
                    .filter(m -> m.getName().equals("handle"))
                    .filter(m -> m.getModifiers().contains(JavaModifier.PUBLIC))
                    .filter(m -> !m.getModifiers().contains(JavaModifier.SYNTHETIC))
                    .forEach(
                        m ->
                            events.add(
                                new SimpleConditionEvent(
                                    m,
                                    m.isAnnotatedWith(Allowed.class)
                                        || type.isAnnotatedWith(Allowed.class),
                                    m.getFullName())));
              }
            })
        .check(HOUSE);
  }

  /**
   * Sessions in all but name: a draft, a visit to the mailbox, a partner's visit, a request that
   * must not be made twice. They end after minutes of real time, in the demo city, too.
   */
  private static final Set<String> SESSIONS =
      Set.of(
          // a file is checked by the clock of who checks it, without the program
          "org.isonomia.audit.VerifyExport",
          // a record is proof of when it was really made
          "org.isonomia.audit.application.KeepRecords",
          "org.isonomia.evidence.application.KeepBlocks",
          "org.isonomia.intake.application.DraftByCode",
          "org.isonomia.intake.application.FileDraft",
          "org.isonomia.intake.application.FileReportOnce",
          "org.isonomia.intake.application.ForgetExpired",
          "org.isonomia.intake.application.KeepDraft",
          "org.isonomia.intake.application.HeldWords",
          "org.isonomia.intake.application.MailboxVisit",
          "org.isonomia.referral.application.PartnerDoor");

  /**
   * The application's clock is the only one, but for sessions, throttles and job locks, which keep
   * real time, and for the launcher, which has no application yet.
   */
  @Test
  void everybody_asks_the_one_clock() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.isonomia.access..", "org.isonomia.launch..", "org.isonomia.workflow.camunda..")
        .and()
        .doNotHaveFullyQualifiedName("org.isonomia.shared.AppClock")
        .and(
            DescribedPredicate.not(
                DescribedPredicate.describe("sessions", t -> SESSIONS.contains(t.getName()))))
        .and()
        .haveSimpleNameNotContaining("Throttle")
        .should()
        .callMethodWhere(DescribedPredicate.describe("real time", ArchitectureTest::readsRealTime))
        .orShould()
        .callConstructor(Date.class)
        .check(HOUSE);
  }

  private static boolean readsRealTime(JavaCall<?> call) {
    var owner = call.getTargetOwner().getName();
    var name = call.getName();
    boolean plain = call.getTarget().getRawParameterTypes().isEmpty();
    return owner.startsWith("java.time.")
            && (name.equals("now") && plain
                || owner.equals("java.time.Clock") && name.startsWith("system"))
        || owner.equals("java.lang.System") && name.equals("currentTimeMillis");
  }

  @Test
  void hands_are_named_transactional_beans_in_a_process_package() {
    classes()
        .that()
        .implement(Hands.class)
        .should()
        .resideInAPackage("..process..")
        .andShould()
        .beAnnotatedWith(Named.class)
        .andShould()
        .beAnnotatedWith(ApplicationScoped.class)
        .andShould()
        .beAnnotatedWith(Transactional.class)
        .check(HOUSE);
  }

  @Test
  void events_are_told_at_the_front_door() {
    classes()
        .that()
        .implement(DomainEvent.class)
        .should(
            new ArchCondition<>("lie in a root package") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(type, isFrontDoor(type), type.getName()));
              }
            })
        .check(HOUSE);
  }

  private static final Pattern EMPTY_WORDS =
      Pattern.compile(".*(Manager|Helper|Utils?|Impl|Service|Dto|DTO)|Abstract.*");

  @Test
  void names_say_what_a_thing_is() {
    classes()
        .should(
            new ArchCondition<>("have a name that says something") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                boolean empty = EMPTY_WORDS.matcher(type.getSimpleName()).matches();
                events.add(new SimpleConditionEvent(type, !empty, type.getName()));
              }
            })
        .check(HOUSE);
  }

  /** What nobody may know: the rooms that stand below all others. */
  @Test
  void the_lower_rooms_know_no_business() {
    var business =
        Set.of(
            "intake",
            "casework",
            "referral",
            "partner",
            "council",
            "programme",
            "statistics",
            "post",
            "audit",
            "demo");
    classes()
        .that()
        .resideInAnyPackage(
            "org.isonomia.shared..",
            "org.isonomia.privacy..",
            "org.isonomia.retention..",
            "org.isonomia.page..",
            "org.isonomia.access..",
            "org.isonomia.evidence..",
            "org.isonomia.workflow..")
        .should(dependOnlyOn("no business", (guest, host) -> !business.contains(room(host))))
        .check(HOUSE);
  }

  @FunctionalInterface
  private interface May {
    boolean know(JavaClass guest, JavaClass host);
  }

  private static ArchCondition<JavaClass> dependOnlyOn(String whom, May may) {
    return new ArchCondition<>("depend only on " + whom) {
      @Override
      public void check(JavaClass guest, ConditionEvents events) {
        for (var dependency : guest.getDirectDependenciesFromSelf()) {
          var host = dependency.getTargetClass().getBaseComponentType();
          if (host.isPrimitive()) {
            continue;
          }
          events.add(
              new SimpleConditionEvent(
                  dependency, may.know(guest, host), dependency.getDescription()));
        }
      }
    };
  }
}
