package org.isonomia.casework.application;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.isonomia.casework.domain.SomeCase.LAW;
import static org.isonomia.casework.domain.SomeCase.aCase;
import static org.isonomia.casework.domain.SomeCase.city;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.isonomia.access.Actor;
import org.isonomia.access.Role;
import org.isonomia.casework.Outcome;
import org.isonomia.casework.domain.Case;
import org.isonomia.evidence.ReceiveFiles.Received;
import org.isonomia.intake.Mailbox;
import org.isonomia.shared.CaseNumber;
import org.junit.jupiter.api.Test;

/** The two marks of an unread message end together, and only by a person. */
class CorrespondenceTest {
  private final List<String> done = new ArrayList<>();
  private final Correspondence correspondence = new Correspondence();

  CorrespondenceTest() {
    correspondence.mailbox =
        new Mailbox() {
          @Override
          public void ask(
              CaseNumber number,
              String signedByRole,
              String language,
              String text,
              List<Asking> questions) {
            throw new UnsupportedOperationException();
          }

          @Override
          public List<Question> questions(CaseNumber number) {
            return List.of();
          }

          @Override
          public void news(CaseNumber number) {
            throw new UnsupportedOperationException();
          }

          @Override
          public void write(
              CaseNumber number, String role, String language, String text, List<Received> files) {
            done.add("write");
          }

          @Override
          public List<Message> thread(CaseNumber number) {
            return List.of();
          }

          @Override
          public int unread(CaseNumber number) {
            return 0;
          }

          @Override
          public void markRead(CaseNumber number) {
            done.add("read");
          }
        };
  }

  @Test
  void an_answer_ends_both_marks() {
    var file = aCase().acknowledged().build();
    file.reporterWrote(city("2027-02-16T10:00"));
    Actor.HOUSE.run(
        () -> {
          correspondence.answer(file, Role.CASE_HANDLER, "Czytamy.");
          return null;
        });
    assertThat(file.reporterWroteAt()).isNull();
    assertThat(done).containsExactly("write", "read");
  }

  @Test
  void reading_ends_both_marks_also_after_closing() {
    var file = aCase().closedAt(city("2027-03-12T15:00")).build();
    file.reporterWrote(city("2027-03-13T10:00"));
    correspondence.read(file);
    assertThat(file.reporterWroteAt()).isNull();
    assertThat(done).containsExactly("read");
  }

  @Test
  void what_the_case_does_by_itself_is_no_reading() {
    var file = aCase().proposed(Outcome.INFO_GIVEN).build();
    file.reporterWrote(city("2027-02-16T10:00"));
    file.confirm(8, city("2027-02-17T10:00"));
    file.tell(city("2027-02-17T10:00"));
    file.close(LAW, city("2027-02-17T10:00"));
    assertThat(file.reporterWroteAt()).isNotNull();
  }

  @Test
  void no_other_class_ends_a_mark() {
    var classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.isonomia");
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Correspondence.class.getName())
        .should()
        .callMethodWhere(
            target(owner(type(Case.class)))
                .and(target(name("heardReporter")))
                .or(target(owner(assignableTo(Mailbox.class))).and(target(name("markRead")))))
        .check(classes);
  }
}
