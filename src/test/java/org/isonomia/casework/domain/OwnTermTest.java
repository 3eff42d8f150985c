package org.isonomia.casework.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.isonomia.intake.ReportFacts;
import org.isonomia.page.Language;
import org.isonomia.page.Texts;
import org.isonomia.shared.CaseNumber;
import org.junit.jupiter.api.Test;

/** The terms that a person has to keep themselves, as they are shipped. */
class OwnTermTest {
  private static final Pattern VALUE =
      Pattern.compile("'((?:[^']|'')*)'|(null|true|false|\\d+)(?=[,)])");
  private static final LocalDate TODAY = LocalDate.of(2027, 1, 29);

  private static List<OwnTerm> shipped() throws IOException {
    String sql;
    try (var in =
        OwnTermTest.class.getResourceAsStream("/db/reference/R__casework_own_terms.sql")) {
      sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    var rows = new ArrayList<OwnTerm>();
    for (var row : sql.substring(sql.indexOf("values")).split("\n  \\(")) {
      var v = new ArrayList<String>();
      var found = VALUE.matcher(row);
      while (found.find()) {
        v.add(found.group(1) != null ? found.group(1).replace("''", "'") : found.group(2));
      }
      if (v.size() == 13) {
        rows.add(
            new OwnTerm(
                v.get(0),
                codes(v.get(2)),
                codes(v.get(3)),
                codes(v.get(4)),
                codes(v.get(5)),
                v.get(6),
                new Term(Integer.parseInt(v.get(7)), Term.Unit.valueOf(v.get(8))),
                v.get(9).equals("true"),
                v.get(10),
                LocalDate.parse(v.get(11)),
                null));
      }
    }
    return rows;
  }

  private static Set<String> codes(String column) {
    return column.equals("null") ? Set.of() : Set.copyOf(Arrays.asList(column.split(",")));
  }

  private static ReportFacts facts(String area, String conduct, LocalDate incident) {
    return new ReportFacts(
        new CaseNumber("ET-2027-00001"),
        "en",
        "WEB",
        "VICTIM",
        "CONFIDENTIAL",
        "SIGNAL",
        false,
        area,
        "PRIVATE_COMPANY",
        Set.of("RACE_SKIN"),
        Set.of(conduct),
        incident,
        false,
        Set.of(),
        SomeCase.city("2027-01-29T10:00"));
  }

  @Test
  void a_report_that_does_not_say_who_or_when_is_told_what_asks_for_neither() throws IOException {
    var silent = SomeCase.aCase().in("HOUSING", null).facts();
    assertThat(silent.incidentDate()).isNull();
    assertThat(fitting(silent)).isNotEmpty();
    for (var rule : shipped()) {
      assertThat(rule.from(silent, null)).as(rule.code()).isNull();
    }
  }

  private static OwnTerm rule(String code) throws IOException {
    return shipped().stream().filter(r -> r.code().equals(code)).findFirst().orElseThrow();
  }

  private static List<String> fitting(ReportFacts facts) throws IOException {
    return shipped().stream()
        .filter(r -> r.fits(facts, r.from(facts, null), TODAY))
        .map(OwnTerm::code)
        .toList();
  }

  @Test
  void each_says_in_every_language_what_it_is_for_and_how_it_is_counted() throws IOException {
    assertThat(shipped()).hasSizeGreaterThan(3);
    for (var rule : shipped()) {
      for (var language : Language.values()) {
        assertThat(Texts.of(language).keys())
            .contains(
                "casework.ownTerm.name." + rule.code(), "casework.ownTerm.how." + rule.code());
      }
    }
  }

  @Test
  void five_rules_are_shipped() throws IOException {
    assertThat(shipped()).hasSize(5);
  }

  @Test
  void a_flat_refused_on_25_january_2027_is_limited_on_25_january_2030() throws IOException {
    var incident = LocalDate.of(2027, 1, 25);
    assertThat(fitting(facts("HOUSING", "DIRECT", incident))).containsExactly("LIMITATION_2010");
    assertThat(rule("LIMITATION_2010").last(incident, SomeLaw.calendar()))
        .isEqualTo(LocalDate.of(2030, 1, 25));
  }

  @Test
  void a_dismissal_is_appealed_within_21_days_which_end_on_a_working_day() throws IOException {
    assertThat(rule("LABOUR_264").last(LocalDate.of(2027, 3, 5), SomeLaw.calendar()))
        .isEqualTo(LocalDate.of(2027, 3, 26));
    assertThat(rule("LABOUR_264").last(LocalDate.of(2027, 3, 6), SomeLaw.calendar()))
        .as("27 March is a Saturday, Easter follows")
        .isEqualTo(LocalDate.of(2027, 3, 30));
    assertThat(fitting(facts("EMPLOYMENT", "DIRECT", LocalDate.of(2027, 1, 4))))
        .containsExactly("LABOUR_264", "LABOUR_291");
  }

  @Test
  void an_insult_in_the_street_has_the_year_of_a_private_indictment() throws IOException {
    assertThat(fitting(facts("PUBLIC_SPACE", "HATE_SPEECH", null)))
        .containsExactly("PRIVATE_PROSECUTION", "PERSONAL_INTERESTS_442");
  }

  @Test
  void a_dismissal_counts_from_the_day_the_person_gave_for_it_and_nothing_else_does()
      throws IOException {
    var insult = LocalDate.of(2027, 1, 4);
    var dismissed = LocalDate.of(2027, 3, 5);
    var facts = facts("EMPLOYMENT", "DIRECT", insult);
    assertThat(rule("LABOUR_264").from(facts, dismissed)).isEqualTo(dismissed);
    assertThat(rule("LABOUR_264").from(facts, null)).as("nobody asked").isEqualTo(insult);
    assertThat(rule("LABOUR_291").from(facts, dismissed)).isEqualTo(insult);
    var undated = facts("EMPLOYMENT", "DIRECT", null);
    assertThat(rule("LABOUR_264").from(undated, dismissed)).isEqualTo(dismissed);
  }
}
