package org.isonomia.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.isonomia.intake.Reports;
import org.isonomia.intake.application.CorrectReport;
import org.isonomia.intake.application.Crimes;
import org.isonomia.intake.application.Questionnaires;
import org.isonomia.intake.domain.Answers;
import org.isonomia.intake.domain.Codes;
import org.isonomia.intake.domain.Field;
import org.isonomia.intake.domain.Questionnaire;
import org.isonomia.intake.domain.Step;
import org.isonomia.page.Form;
import org.isonomia.page.Language;
import org.isonomia.page.Row;
import org.isonomia.page.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JourneyTest {
  private static final Questionnaires VERSIONS = new Questionnaires();
  private static final Questionnaire QUESTIONS = VERSIONS.current();
  private static final Journey JOURNEY = new Journey(QUESTIONS);
  private static final Step WHO = step("who");
  private static final Step YOU = step("you");
  private static final Step WHAT = step("story");
  private static final Step WHEN = step("when");
  private static final Step PLACE = step("place");
  private static final Step ABOUT = step("about");
  private static final Step BY = step("by");
  private static final Step HELP = step("help");
  private static final Step FORMAL = step("formal");
  private static final Step FILES = step("files");
  private static final Step CONTACT = step("contact");

  private static final BiFunction<String, Row, Row> AS_IT_IS = (field, row) -> row;

  private static final LocalDate TODAY = LocalDate.of(2027, 3, 6);

  private static Step step(String path) {
    return QUESTIONS.step(path).orElseThrow();
  }

  private static List<Step> unfinished(Answers answers, LocalDate today) {
    return JOURNEY.unfinished(answers, today);
  }

  static List<Language> languages() {
    return List.of(Language.values());
  }

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
    var said = JOURNEY.said(oksana(), "uk");
    assertThat(said.narrative()).isEqualTo("Чоловік кричав на нас.");
    assertThat(said.incident().date()).isEqualTo(TODAY);
    assertThat(said.grounds()).containsExactly("NATIONALITY", "LANGUAGE");
    assertThat(said.requested()).isEqualTo("SIGNAL");
    assertThat(said.faults(TODAY)).isEmpty();
    assertThat(unfinished(oksana(), TODAY)).isEmpty();
  }

  @Test
  void nothing_answered_names_every_question_that_needs_an_answer() {
    assertThat(unfinished(Answers.none(), TODAY)).containsExactly(YOU, WHAT, PLACE, ABOUT, BY);
  }

  @Test
  void only_what_law_and_routing_need_must_be_answered() {
    var needed =
        QUESTIONS.steps().stream()
            .flatMap(step -> step.fields().stream())
            .filter(field -> field.required() != null)
            .map(Field::name);
    // the last two: a way of contact that was chosen is useless without its address
    assertThat(needed)
        .containsExactly(
            "identity",
            "narrative",
            "area",
            "grounds",
            "respondent",
            "requested",
            "name",
            "address",
            "email",
            "phone");
  }

  @Test
  void what_was_left_empty_is_filed_as_not_said() {
    var silent =
        oksana()
            .without(
                List.of("danger", "role", "date-day", "date-month", "date-year", "time", "unsure"));
    assertThat(unfinished(silent, TODAY)).isEmpty();
    var said = JOURNEY.said(silent, "uk");
    assertThat(said.dangerNow()).isNull();
    assertThat(said.role()).isNull();
    assertThat(said.incident().date()).isNull();
    assertThat(said.faults(TODAY)).isEmpty();
    assertThat(JOURNEY.said(oksana(), "uk").dangerNow()).isFalse();
    // no role, no branch that a role opens
    assertThat(QUESTIONS.steps(silent))
        .extracting(Step::text)
        .doesNotContain("person", "child", "ngo", "witness")
        .contains("transport");
  }

  @Test
  void a_draft_of_before_is_still_asked_what_its_version_asks() {
    var before = new Journey(VERSIONS.of("2027-01"));
    assertThat(before.unfinished(Answers.none(), TODAY))
        .extracting(Step::path)
        .contains("safe", "who", "when");
  }

  @Test
  void a_consent_promised_as_a_file_is_known_while_it_is_said() {
    var promised =
        oksana()
            .with(
                Map.of("role", List.of("REPRESENTATIVE"), "consentOfPerson", List.of("DOCUMENT")));
    assertThat(QUESTIONS.promised(promised))
        .extracting(Field::name)
        .containsExactly("consentOfPerson");
    assertThat(QUESTIONS.promised(promised.with(Map.of("consentOfPerson", List.of("NOT_YET")))))
        .isEmpty();
    // who says later that it happened to them promises nothing any more
    assertThat(QUESTIONS.promised(promised.with(Map.of("role", List.of("VICTIM"))))).isEmpty();
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
    var said = JOURNEY.said(answers, "uk");
    assertThat(said.identity().name()).isNull();
    assertThat(said.identity().email()).isNull();
    assertThat(said.requested()).isEqualTo("SIGNAL");
    assertThat(said.faults(TODAY)).isEmpty();
    // it waits in the draft: who changes their mind does not type it again
    assertThat(
            JOURNEY
                .said(answers.with(Map.of("identity", List.of("NAMED"))), "uk")
                .identity()
                .name())
        .isEqualTo("Oksana");
  }

  @Test
  void the_formal_question_is_asked_only_of_those_who_say_who_they_are() {
    assertThat(QUESTIONS.steps(oksana())).doesNotContain(FORMAL);
    assertThat(QUESTIONS.steps(with("identity", "CONFIDENTIAL"))).contains(FORMAL);
    assertThat(QUESTIONS.after(HELP, oksana())).isEqualTo(FILES);
    assertThat(QUESTIONS.before(FILES, with("identity", "NAMED"))).contains(FORMAL);
  }

  @Test
  void everybody_is_asked_last_whether_it_may_be_passed_on_and_nobody_must_say() {
    var asked = List.of("passSupport", "passSupportWho", "passPolice");
    assertThat(asked).isEqualTo(Reports.PASSING_ON);
    for (var identity : Codes.IDENTITY_MODES) {
      var answers = with("identity", identity);
      assertThat(QUESTIONS.after(CONTACT, answers).fields(answers))
          .as(identity)
          .extracting(Field::name)
          .isEqualTo(asked);
    }
    var said =
        JOURNEY.said(
            oksana().with(Map.of("passSupport", List.of("YES"), "passPolice", List.of("AFRAID"))),
            "uk");
    assertThat(QUESTIONS.faults(said, TODAY)).isEmpty();
    assertThat(said.asked().answers())
        .containsEntry("passSupport", List.of("YES"))
        .containsEntry("passPolice", List.of("AFRAID"));
    assertThat(JOURNEY.said(oksana(), "uk").asked().answers()).doesNotContainKeys("passPolice");
  }

  @Test
  void a_formal_complaint_without_name_and_address_goes_back_to_its_question() {
    var marta = with("identity", "NAMED").with(Map.of("requested", List.of("COMPLAINT_KPA")));
    assertThat(unfinished(marta, TODAY)).containsExactly(FORMAL);
    var form = Form.of(marta.values());
    Journey.check(FORMAL, form, marta, TODAY);
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
    assertThat(unfinished(unsure, TODAY)).isEmpty();
    assertThat(JOURNEY.said(unsure, "pl").incident().date()).isNull();
    assertThat(unfinished(with("date-day", "7"), TODAY)).containsExactly(WHEN);
    assertThat(unfinished(with("date-day", "31").with(Map.of("date-month", List.of("2"))), TODAY))
        .containsExactly(WHEN);
  }

  @Test
  void values_that_no_page_offers_are_refused_and_not_kept() {
    assertThat(unfinished(with("grounds", "NATIONALITY", "X"), TODAY)).containsExactly(ABOUT);
    assertThat(unfinished(with("area", "MOON"), TODAY)).containsExactly(PLACE);
    var form = Form.of(Map.of("role", List.of("NGO"), "intruder", List.of("x")));
    assertThat(Journey.typed(WHO, form, oksana())).containsOnlyKeys("role");
    var contact = Form.of(Map.of("email", List.of("o@x.example"), "needs", List.of("INTERPRETER")));
    assertThat(Journey.typed(CONTACT, contact, oksana())).containsOnlyKeys("needs");
  }

  @Test
  void what_is_too_long_says_by_how_much() {
    var form = Form.empty().with("narrative", "ж".repeat(20_001));
    Journey.check(WHAT, form, oksana(), TODAY);
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
  @MethodSource("languages")
  void every_question_and_every_answer_has_words(Language language) {
    var t = Texts.of(language);
    for (var questions : VERSIONS.all()) {
      for (var step : questions.steps()) {
        assertThat(t.has("intake." + step.text() + ".title")).as(step.path()).isTrue();
        for (var field : step.fields()) {
          assertThat(t.has("intake." + field.text() + ".label")).as(field.name()).isTrue();
          if (field.required() != null) {
            assertThat(t.has("intake.wrong." + field.wrong())).as(field.wrong()).isTrue();
          }
          if (!field.promises().isEmpty()) {
            for (var to :
                List.of(
                    "check",
                    "checkFormal",
                    "among",
                    "files",
                    "mailbox",
                    "refused",
                    "office",
                    "lookedFor",
                    "desk",
                    "tick",
                    "say",
                    "unsay",
                    "said",
                    "tag",
                    "tagRefused",
                    "isNot",
                    "isIt",
                    "which",
                    "tickDesk",
                    "tagFound",
                    "lookedAmong",
                    "onPaper",
                    "cameOnPaper",
                    "notOnPaper")) {
              assertThat(t.has("intake." + field.text() + ".promised." + to)).as(to).isTrue();
            }
            for (var done : List.of("promisedFile", "otherFile", "promisedPaper", "noPaper")) {
              assertThat(t.has("casework.done." + done + "." + field.text())).as(done).isTrue();
            }
          }
          if (!field.hinders().isEmpty()) {
            for (var to : List.of("check", "mailbox", "office")) {
              assertThat(t.has("intake." + field.text() + ".hinders." + to)).as(to).isTrue();
            }
          }
          for (var code : field.codes()) {
            assertThat(t.has("intake." + field.text() + "." + code))
                .as(field.name() + " " + code)
                .isTrue();
          }
        }
      }
    }
    for (var crime : new Crimes().passedOn()) {
      assertThat(t.has("intake.crimes." + crime.code())).as(crime.code()).isTrue();
    }
  }

  @Test
  void a_branch_is_asked_where_its_answer_was_given_and_forgotten_by_nobody() {
    var tram = oksana().with(Map.of("line", List.of("4"), "cameras", List.of("SEEN")));
    assertThat(QUESTIONS.after(PLACE, tram)).isEqualTo(step("more-6"));
    assertThat(JOURNEY.said(tram, "uk").asked().answers()).containsEntry("line", List.of("4"));
    // another area closes the branch: what was typed is not sent, and is still there
    var street = tram.with(Map.of("area", List.of("PUBLIC_SPACE")));
    assertThat(QUESTIONS.after(PLACE, street)).isEqualTo(ABOUT);
    assertThat(JOURNEY.said(street, "uk").asked().answers()).doesNotContainKey("line");
    assertThat(street.text("line")).isEqualTo("4");
    assertThat(QUESTIONS.faults(JOURNEY.said(street, "uk"), TODAY)).isEmpty();
  }

  @Test
  void whoever_changes_an_answer_at_the_end_is_asked_what_it_opens_and_nothing_else() {
    var seen = oksana();
    for (var step : QUESTIONS.steps(seen)) {
      seen = Answers.none().with(Journey.typed(step, Form.empty(), seen)).with(seen.values());
    }
    assertThat(JOURNEY.afterChange(step("story"), seen)).isEqualTo(QUESTIONS.check());
    var named = seen.with(Map.of("identity", List.of("NAMED")));
    assertThat(JOURNEY.afterChange(YOU, named)).isEqualTo(FORMAL);
    var home = seen.with(Map.of("area", List.of("HOUSING")));
    assertThat(JOURNEY.afterChange(PLACE, home)).isEqualTo(step("more-7"));
  }

  @Test
  void who_stays_anonymous_is_never_asked_who_they_are_or_how_to_be_reached() {
    for (var role : Codes.ROLES) {
      var answers = with("role", role);
      assertThat(
              QUESTIONS.steps(answers).stream()
                  .flatMap(step -> step.fields(answers).stream())
                  .filter(Field::identity))
          .as(role)
          .isEmpty();
    }
    var named = with("identity", "NAMED").with(Map.of("role", List.of("REPRESENTATIVE")));
    assertThat(QUESTIONS.isAsked("forWhom", named)).isTrue();
    assertThat(QUESTIONS.isAsked("contactWays", named)).isTrue();
  }

  @Test
  void a_draft_of_the_first_version_goes_on_without_the_branches() {
    var first = VERSIONS.of("2026-11");
    assertThat(first.after(first.stepOf("area"), oksana())).isEqualTo(first.stepOf("grounds"));
    assertThat(new Journey(first).unfinished(oksana(), TODAY)).isEmpty();
    assertThat(new Journey(first).said(oksana(), "uk").asked().questionnaire())
        .isEqualTo("2026-11");
  }

  @Test
  void the_day_of_a_dismissal_is_kept_as_a_day() {
    var work =
        with("area", "EMPLOYMENT")
            .with(
                Map.of(
                    "endedOn-day", List.of("1"),
                    "endedOn-month", List.of("3"),
                    "endedOn-year", List.of("2027")));
    assertThat(JOURNEY.said(work, "pl").asked().answers())
        .containsEntry("endedOn", List.of("2027-03-01"));
    var tomorrow = work.with(Map.of("endedOn-day", List.of("7")));
    assertThat(unfinished(tomorrow, TODAY)).containsExactly(step("more-5"));
  }

  @Test
  void a_day_that_cannot_be_has_its_own_words() {
    for (var year :
        Map.of("1850", "date-too-old", "2099", "date-in-future", "year", "date").entrySet()) {
      var form = Form.empty().with("date-day", "1").with("date-month", "1");
      form.with("date-year", year.getKey());
      Journey.check(WHEN, form, Answers.none(), TODAY);
      assertThat(form.error("date").orElseThrow().key())
          .isEqualTo("intake.wrong." + year.getValue());
    }
  }

  @Test
  void a_story_that_nobody_sees_is_no_story() {
    var form = Form.empty().with("narrative", "\u200b\u202e\u2060");
    Journey.check(WHAT, form, Answers.none(), TODAY);
    assertThat(form.hasError("narrative")).isTrue();
    assertThat(unfinished(with("narrative", "\u200b\u202e\u2060"), TODAY)).containsExactly(WHAT);
    assertThat(JOURNEY.said(with("narrative", "\u200b"), "uk").faults(TODAY))
        .anyMatch(fault -> fault.pointer().equals("/narrative"));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void the_rows_of_the_check_are_questions_and_not_instructions(Language language) {
    var t = Texts.of(language);
    var named = with("identity", "NAMED");
    assertThat(Summary.rows(QUESTIONS, named, List.of(), t, step -> "/"))
        .extracting(row -> row.label())
        .contains(t.t("intake.help.title"), t.t("intake.formal.title"))
        .doesNotContain(t.t("intake.wishes.label"), t.t("intake.requested.label"));
  }

  private static String wrong(Step step, Answers answers, String field) {
    var form = Form.of(answers.values());
    Journey.check(step, form, answers, TODAY);
    return form.error(field).map(Form.FieldError::key).orElse(null);
  }

  @Test
  void a_number_that_nobody_can_call_is_told_beside_its_field() {
    var named = with("identity", "NAMED");
    assertThat(wrong(CONTACT, named.with(Map.of("phone", List.of("600"))), "phone"))
        .isEqualTo("intake.wrong.phone");
    for (var fit : List.of("600 100 200", "+380 44 123 45 67", "12 000 00 00, po 17")) {
      assertThat(wrong(CONTACT, named.with(Map.of("phone", List.of(fit))), "phone")).isNull();
    }
  }

  @Test
  void who_wants_a_text_message_or_a_mail_is_asked_where_it_is_to_go() {
    var sms = with("identity", "NAMED").with(Map.of("contactWays", List.of("SMS")));
    assertThat(wrong(CONTACT, sms, "phone")).isEqualTo("intake.wrong.contact-phone");
    assertThat(wrong(CONTACT, sms.with(Map.of("phone", List.of("600100200"))), "phone")).isNull();
    assertThat(wrong(CONTACT, sms.with(Map.of("contactWays", List.of("POST", "EMAIL"))), "email"))
        .isEqualTo("intake.wrong.contact-email");
    assertThat(JOURNEY.unfinished(sms, TODAY)).contains(CONTACT);
  }

  @Test
  void a_year_of_two_digits_is_told_as_such() {
    assertThat(wrong(WHEN, with("date-year", "27"), "date")).isEqualTo("intake.wrong.year");
    assertThat(wrong(WHEN, with("date-month", "13"), "date")).isEqualTo("intake.wrong.date");
  }

  @Test
  void all_answers_stand_in_the_order_of_the_journey_and_what_is_empty_apart() {
    var rows =
        Summary.rows(
            QUESTIONS,
            oksana().with(Map.of("line", List.of("4"))),
            List.of(),
            Texts.of(Language.PL),
            step -> "/pl/form/" + step.path());
    var said = rows.stream().filter(row -> row.value() != null).map(row -> row.label()).toList();
    assertThat(said.indexOf("Numer linii"))
        .isGreaterThan(said.indexOf("Z czym było to związane?"))
        .isLessThan(said.indexOf("Jak myślisz, z jakiego powodu tak się stało?"));
    assertThat(rows)
        .filteredOn(row -> row.value() == null)
        .extracting(row -> row.label())
        .contains("Miejsce", "Czy były tam kamery?", "Zdjęcia, dokumenty, nagrania")
        .doesNotContain("Numer linii", "Data");
  }

  @Test
  void an_own_report_is_read_again_in_the_order_in_which_it_was_asked() {
    var now =
        new CorrectReport.Now(
            QUESTIONS,
            Answers.none()
                .with(
                    Map.of(
                        "narrative", List.of("Słowa"),
                        "role", List.of("VICTIM"),
                        "identity", List.of("CONFIDENTIAL"),
                        "area", List.of("PUBLIC_TRANSPORT"),
                        "place", List.of("Rondo"),
                        "line", List.of("4"),
                        "grounds", List.of("NATIONALITY"),
                        "needs", List.of("LARGE_PRINT"),
                        "phone", List.of("12 000 00 01"))));
    var t = Texts.of(Language.PL);
    var rows = Summary.filed(now, List.of(), false, t, step -> "/at/" + step.path(), AS_IT_IS);
    assertThat(rows.stream().map(row -> row.label()))
        .containsSubsequence(
            "Co się stało?",
            "Miejsce",
            "Numer linii",
            "Jak myślisz, z jakiego powodu tak się stało?",
            "Czego potrzebujesz");
  }

  @Test
  void each_answer_of_an_own_report_leads_to_its_question_and_who_one_is_stands_apart() {
    var now =
        new CorrectReport.Now(
            QUESTIONS,
            Answers.none()
                .with(
                    Map.of(
                        "narrative", List.of("Słowa"),
                        "role", List.of("VICTIM"),
                        "identity", List.of("CONFIDENTIAL"),
                        "requested", List.of("SIGNAL"),
                        "area", List.of("HOUSING"),
                        "phone", List.of("12 000 00 01"))));
    var t = Texts.of(Language.PL);
    var matter = Summary.filed(now, List.of(), false, t, step -> "/at/" + step.path(), AS_IT_IS);
    assertThat(matter)
        .filteredOn(row -> row.value().equals("Słowa"))
        .extracting(row -> row.changeHref())
        .containsExactly("/at/story");
    assertThat(matter).extracting(row -> row.value()).doesNotContain("12 000 00 01");
    // who may read who the person is, and what they ask for, are acts of their own
    assertThat(matter)
        .filteredOn(row -> row.label().equals(t.t("intake.you.title")))
        .extracting(row -> row.changeHref())
        .containsOnlyNulls();
    var person = Summary.filed(now, List.of(), true, t, step -> "/at/" + step.path(), AS_IT_IS);
    assertThat(person).extracting(row -> row.value()).containsExactly("12 000 00 01");
    assertThat(Summary.unanswered(now, t, step -> "/at/" + step.path(), AS_IT_IS))
        .extracting(row -> row.changeHref())
        .contains("/at/when", "/at/more-7", "/at/formal")
        .doesNotContain("/at/more-5", "/at/you");
  }

  private static Map<String, List<String>> story(String words, String chosen, String preset) {
    var form = Form.empty().with("narrative", words).with("writtenIn", chosen);
    if (preset != null) {
      form.with("writtenIn-preset", preset);
    }
    return Journey.typed(WHAT, form, Answers.none());
  }

  @Test
  void in_which_language_somebody_writes_is_asked_beside_the_story_and_is_no_second_question() {
    var t = Texts.of(Language.PL);
    var fields = WHAT.fields(Answers.none()).stream().map(Question::new).toList();
    assertThat(Question.areAlone(fields)).isTrue();
    var language = fields.get(1);
    assertThat(language.choices(t))
        .extracting(choice -> choice.label())
        .startsWith("Polski", "English", "Українська", "Русский", "Беларуская")
        .contains("العربية", "Romani čhib")
        .endsWith("inny język");
    assertThat(Summary.label(WHAT, language, t)).isEqualTo("Język, w którym piszę");
    assertThat(language.answer(t, "uk")).isEqualTo("ukraiński");
    assertThat(language.answer(t, "be")).isEqualTo("białoruski");
  }

  @Test
  void a_chosen_language_stays_when_the_page_changes_its_own() {
    assertThat(story("", "und", "pl")).containsEntry("writtenIn", List.of("und"));
    assertThat(story("Słowa", "pl", "pl")).containsEntry("writtenIn", List.of("pl"));
    assertThat(story("", "pl", null)).containsEntry("writtenIn", List.of("pl"));
  }

  @Test
  void a_page_without_that_choice_leaves_the_language_as_it_was() {
    var form = Form.empty().with("narrative", "Inne słowa");
    assertThat(Journey.typed(WHAT, form, with("writtenIn", "und")))
        .containsEntry("writtenIn", List.of("und"));
    assertThat(Journey.typed(WHAT, form, Answers.none())).containsEntry("writtenIn", List.of());
  }

  @Test
  void while_nothing_is_written_each_page_presets_its_own_language() {
    assertThat(story(" ", "pl", "pl")).containsEntry("writtenIn", List.of());
  }

  @Test
  void the_story_keeps_its_language_whatever_the_page_speaks_when_it_is_sent() {
    var said = JOURNEY.said(with("writtenIn", "und"), "pl");
    assertThat(said.language()).isEqualTo("pl");
    assertThat(said.asked().answers()).containsEntry("writtenIn", List.of("und"));
    assertThat(QUESTIONS.faults(said, TODAY)).isEmpty();
    assertThat(QUESTIONS.faults(JOURNEY.said(with("writtenIn", "xx"), "pl"), TODAY)).hasSize(1);
  }

  @Test
  void whether_it_is_public_or_private_is_asked_of_institutions_and_never_of_a_stranger() {
    assertThat(QUESTIONS.isAsked("sector", with("respondent", "UNKNOWN_PERPETRATOR"))).isFalse();
    assertThat(QUESTIONS.isAsked("sector", with("respondent", "PRIVATE_PERSON"))).isFalse();
    assertThat(QUESTIONS.isAsked("sector", with("respondent", "MEDIA"))).isTrue();
    assertThat(QUESTIONS.isAsked("sector", with("respondent", "NGO"))).isTrue();
  }

  @Test
  void of_an_unknown_person_at_work_it_is_asked_whether_the_employer_is_public_or_private() {
    var unknown = with("respondent", "UNKNOWN_PERPETRATOR");
    var atWork = unknown.with(Map.of("area", List.of("EMPLOYMENT")));
    assertThat(QUESTIONS.isAsked("employerSector", atWork)).isTrue();
    var inTram = unknown.with(Map.of("area", List.of("PUBLIC_TRANSPORT")));
    assertThat(QUESTIONS.isAsked("employerSector", inTram)).isFalse();
    assertThat(QUESTIONS.isAsked("sector", atWork)).isFalse();
  }
}
