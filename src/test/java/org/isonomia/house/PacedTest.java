package org.isonomia.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Against flooding: nothing that residents send is without a bound. Over REST the line of receipts
 * bounds what is behind one, and filings have buckets of their own.
 */
class PacedTest {
  private static final JavaClasses INTAKE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.isonomia.intake.web");

  /** What is bounded by another thing, or costs nothing. */
  private static final Set<String> OTHERWISE =
      Set.of(
          "MailboxPages.open", // wrong receipts
          "LaterPages.open", // wrong codes
          "VerifyPages.verify", // wrong numbers
          "MailboxPages.leave", // ends a visit
          "DonePages.forget", // ends a draft
          "DeskPages.send", // of staff who are signed in
          "DeskPages.sendWithScan");

  @Test
  void everything_that_residents_send_draws_from_a_bucket() {
    var sent =
        INTAKE.stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(
                method ->
                    method.isAnnotatedWith(POST.class)
                        || method.isAnnotatedWith(PUT.class)
                        || method.isAnnotatedWith(DELETE.class))
            .collect(
                Collectors.partitioningBy(
                    method -> method.isAnnotatedWith("org.isonomia.intake.web.Paced")));
    assertThat(sent.get(true)).hasSizeGreaterThanOrEqualTo(20);
    var without =
        sent.get(false).stream()
            .map(PacedTest::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(without).isEqualTo(new TreeSet<>(OTHERWISE));
  }

  private static String name(JavaMethod method) {
    return method.getOwner().getSimpleName() + "." + method.getName();
  }
}
