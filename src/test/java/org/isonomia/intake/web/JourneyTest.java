package org.isonomia.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isonomia.intake.domain.Answers;
import org.isonomia.page.Form;
import org.isonomia.page.Language;
import org.isonomia.page.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JourneyTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 6);

  private static Answers oksana() {
    var answers = new LinkedHashMap<String, List<String>>();
    answers.put("danger", List.of("no"));
    answers.put("role", List.of("VICTIM"));
    answers.put("identity", List.of("ANONYMOUS"));
    answers.put("narrative", List.of("Чоловік кричав на нас.\r\n"));
    answers.put("date-day", List.of(" 6"));
    answers.put("date-month", List.of("03"));
    answers.put("date-year", List.of("2027"));
    answers.put("time", List.of("20:50"));
    answers.put("area", List.of("PUBLIC_TRANSPORT"));
    answers.put("grounds", List.of("NATIONALITY", "LANGUAGE"));
    answers.put("respondent", List.of("UNKNOWN_PERPETRATOR"));
    return Answers.none().with(answers);
  }

  private static Answers with(String field, String... values) {
    return oksana().with(Map.of(field, List.of(values)));
  }

  @Test
  void what_was_typed_becomes_what_was_said() {
    var said = Journey.said(oksana(), "uk");
    assertThat(said.narrative()).isEqualTo("Чоловік кричав на нас.");
    assertThat(said.incident().date()).isEqualTo(TODAY);
    assertThat(said.grounds()).containsExactly("NATIONALITY", "LANGUAGE");
    assertThat(said.requested()).isEqualTo("SIGNAL");
    assertThat(said.faults(TODAY)).isEmpty();
    assertThat(Journey.unfinished(oksana(), TODAY)).isEmpty();
  }

  @Test
  void nothing_answered_names_every_question_that_needs_an_answer() {
    assertThat(Journey.unfinished(Answers.none(), TODAY))
        .containsExactly(
            Step.SAFE, Step.WHO, Step.YOU, Step.WHAT, Step.WHEN, Step.PLACE, Step.ABOUT, Step.BY);
  }

  @Test
  void a_name_that_was_typed_before_choosing_to_stay_anonymous_is_not_sent() {
    var answers =
        oksana()
            .with(
                Map.of(
                    "name",
                    List.of("Oksana"),
                    "email",
                    List.of("o@x.example"),
                    "requested",
                    List.of("PETITION")));
    var said = Journey.said(answers, "uk");
    assertThat(said.identity().name()).isNull();
    assertThat(said.identity().email()).isNull();
    assertThat(said.requested()).isEqualTo("SIGNAL");
    assertThat(said.faults(TODAY)).isEmpty();
    assertThat(Journey.dropped(Step.YOU, Form.empty().with("identity", "ANONYMOUS")))
        .contains("name", "email");
  }

  @Test
  void the_formal_question_is_asked_only_of_those_who_say_who_they_are() {
    assertThat(Step.of(oksana())).doesNotContain(Step.FORMAL);
    assertThat(Step.of(with("identity", "CONFIDENTIAL"))).contains(Step.FORMAL);
    assertThat(Step.HELP.after(oksana())).isEqualTo(Step.FILES);
    assertThat(Step.FILES.before(with("identity", "NAMED"))).contains(Step.FORMAL);
  }

  @Test
  void a_formal_complaint_without_name_and_address_goes_back_to_its_question() {
    var marta = with("identity", "NAMED").with(Map.of("requested", List.of("COMPLAINT_KPA")));
    assertThat(Journey.unfinished(marta, TODAY)).containsExactly(Step.FORMAL);
    var form = Form.of(marta.values());
    Journey.check(Step.FORMAL, form, marta, TODAY);
    assertThat(form.errors()).extracting(Form.FieldError::field).containsExactly("name", "address");
  }

  @Test
  void not_being_sure_of_the_date_is_an_answer() {
    var none = List.of("");
    var unsure =
        oksana()
            .with(
                Map.of(
                    "date-day",
                    none,
                    "date-month",
                    none,
                    "date-year",
                    none,
                    "time",
                    none,
                    "unsure",
                    List.of("yes")));
    assertThat(Journey.unfinished(unsure, TODAY)).isEmpty();
    assertThat(Journey.said(unsure, "pl").incident().date()).isNull();
    assertThat(Journey.unfinished(with("date-day", "7"), TODAY)).containsExactly(Step.WHEN);
    assertThat(
            Journey.unfinished(
                with("date-day", "31").with(Map.of("date-month", List.of("2"))), TODAY))
        .containsExactly(Step.WHEN);
  }

  @Test
  void values_that_no_page_offers_are_refused_and_not_kept() {
    assertThat(Journey.unfinished(with("grounds", "NATIONALITY", "X"), TODAY))
        .containsExactly(Step.ABOUT);
    assertThat(Journey.unfinished(with("area", "MOON"), TODAY)).containsExactly(Step.PLACE);
    var form = Form.of(Map.of("role", List.of("NGO"), "intruder", List.of("x")));
    assertThat(Journey.typed(Step.WHO, form, oksana())).containsOnlyKeys("role");
    var contact = Form.of(Map.of("email", List.of("o@x.example"), "needs", List.of("INTERPRETER")));
    assertThat(Journey.typed(Step.CONTACT, contact, oksana())).containsOnlyKeys("needs");
  }

  @Test
  void what_is_too_long_says_by_how_much() {
    var form = Form.empty().with("narrative", "ж".repeat(20_001));
    Journey.check(Step.WHAT, form, oksana(), TODAY);
    assertThat(form.errorText(Texts.of(Language.EN), "narrative"))
        .contains("20,001")
        .contains("20,000");
  }

  @Test
  void answers_survive_the_way_into_the_table_and_back() {
    var answers = with("narrative", "Zażółć\n😀", "second");
    assertThat(Answers.ofBytes(answers.toBytes()).values()).isEqualTo(answers.values());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_question_and_every_answer_has_words(Language language) {
    var t = Texts.of(language);
    for (var step : Step.values()) {
      assertThat(t.has("intake." + step.path + ".title")).as(step.path).isTrue();
      for (var field : step.allFields()) {
        assertThat(t.has("intake." + field.name() + ".label")).as(field.name()).isTrue();
        for (var code : field.codes()) {
          assertThat(t.has("intake." + field.name() + "." + code))
              .as(field.name() + " " + code)
              .isTrue();
        }
      }
    }
  }

  @Test
  void a_day_that_cannot_be_has_its_own_words() {
    for (var year :
        Map.of("1850", "date-too-old", "2099", "date-in-future", "year", "date").entrySet()) {
      var form = Form.empty().with("date-day", "1").with("date-month", "1");
      form.with("date-year", year.getKey());
      Journey.check(Step.WHEN, form, Answers.none(), TODAY);
      assertThat(form.error("date").orElseThrow().key())
          .isEqualTo("intake.wrong." + year.getValue());
    }
  }

  @Test
  void a_story_that_nobody_sees_is_no_story() {
    var form = Form.empty().with("narrative", "\u200b\u202e\u2060");
    Journey.check(Step.WHAT, form, Answers.none(), TODAY);
    assertThat(form.hasError("narrative")).isTrue();
    assertThat(Journey.unfinished(with("narrative", "\u200b\u202e\u2060"), TODAY))
        .containsExactly(Step.WHAT);
    assertThat(Journey.said(with("narrative", "\u200b"), "uk").faults(TODAY))
        .anyMatch(fault -> fault.pointer().equals("/narrative"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void the_rows_of_the_check_are_questions_and_not_instructions(Language language) {
    var t = Texts.of(language);
    var named = with("identity", "NAMED");
    assertThat(Summary.rows(named, List.of(), t, step -> "/"))
        .extracting(row -> row.label())
        .contains(t.t("intake.help.title"), t.t("intake.formal.title"))
        .doesNotContain(t.t("intake.wishes.label"), t.t("intake.requested.label"));
  }
}
