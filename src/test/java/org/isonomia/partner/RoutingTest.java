package org.isonomia.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.isonomia.workflow.Decisions;
import org.isonomia.workflow.camunda.DmnDecisions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The routing table, row by row, on the real decision engine. */
class RoutingTest {
  private static final Decisions DECISIONS = new DmnDecisions();

  /** What is known of an invented report; what is not set is as empty as a report can be. */
  private static final class Example {
    private final Map<String, Object> facts =
        new java.util.HashMap<>(
            Map.of(
                "area",
                "OTHER",
                "respondentType",
                "UNKNOWN_PERPETRATOR",
                "conduct",
                List.of("DIRECT"),
                "grounds",
                List.of("OTHER"),
                "topics",
                List.of(),
                "risk",
                "NONE",
                "formal",
                false,
                "nothingElse",
                false));

    Example area(String code) {
      return with("area", code);
    }

    Example respondent(String code) {
      return with("respondentType", code);
    }

    Example conduct(String... codes) {
      return with("conduct", List.of(codes));
    }

    Example grounds(String... codes) {
      return with("grounds", List.of(codes));
    }

    Example topics(String... codes) {
      return with("topics", List.of(codes));
    }

    Example with(String name, Object value) {
      facts.put(name, value);
      return this;
    }

    Example formal() {
      return with("formal", true);
    }

    List<Map<String, Object>> rules() {
      return DECISIONS.evaluate("partner/routing", facts);
    }

    Set<Integer> rows() {
      return rules().stream()
          .map(rule -> ((Number) rule.get("row")).intValue())
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    List<String> named(int row, String output) {
      var codes = new ArrayList<String>();
      for (var rule : rules()) {
        if (((Number) rule.get("row")).intValue() == row) {
          ((List<?>) rule.get(output)).forEach(code -> codes.add((String) code));
        }
      }
      return codes;
    }

    /** The consents of the rules that name this institution. */
    List<Object> needs(String institution) {
      return rules().stream()
          .filter(
              rule ->
                  ((List<?>) rule.get("first")).contains(institution)
                      || ((List<?>) rule.get("also")).contains(institution))
          .map(rule -> rule.get("consent"))
          .toList();
    }

    List<String> all() {
      return rules().stream()
          .flatMap(rule -> Arrays.asList("first", "also").stream().map(rule::get))
          .flatMap(list -> ((List<?>) list).stream())
          .map(String.class::cast)
          .toList();
    }
  }

  private static Example a_report() {
    return new Example();
  }

  @Test
  void a_report_that_does_not_say_who_did_it_is_routed_by_what_it_does_say() {
    var housing = new Example().respondent(null).area("EMPLOYMENT");
    assertThat(housing.rows()).containsExactly(2);
    assertThat(new Example().respondent(null).area("HOUSING").rows()).doesNotContain(10, 11);
  }

  @TestFactory
  List<DynamicTest> every_row_is_reached_by_an_example() {
    var examples =
        List.of(
            a_report().with("risk", "IMMEDIATE"),
            a_report().area("RECRUITMENT").respondent("PRIVATE_COMPANY"),
            a_report().area("SELF_EMPLOYMENT").respondent("PRIVATE_COMPANY"),
            a_report().area("CITY_SERVICE").respondent("CITY_OFFICE"),
            a_report().area("CULTURE_SPORT").respondent("CITY_UNIT").formal(),
            a_report().area("EDUCATION").respondent("OTHER_PUBLIC"),
            a_report().area("HIGHER_EDUCATION").respondent("OTHER_PUBLIC"),
            a_report().area("HEALTH_CARE").respondent("PRIVATE_COMPANY"),
            a_report().area("SOCIAL_ASSISTANCE").respondent("OTHER_PUBLIC"),
            a_report().area("HOUSING").respondent("PRIVATE_PERSON"),
            a_report().area("HOUSING").respondent("CITY_UNIT"),
            a_report().area("GOODS_SERVICES").respondent("PRIVATE_COMPANY"),
            a_report().area("PUBLIC_TRANSPORT").respondent("CITY_UNIT"),
            a_report().area("PUBLIC_SPACE").conduct("HATE_SPEECH").grounds("RELIGION"),
            a_report().area("PUBLIC_SPACE").conduct("HATE_CRIME").grounds("SEXUAL_ORIENTATION"),
            a_report().topics("GRAFFITI_SYMBOLS"),
            a_report().area("MEDIA_INTERNET").topics("ONLINE_HATE"),
            a_report().area("POLICE_JUSTICE").respondent("POLICE"),
            a_report().area("BORDER_MIGRATION").respondent("OTHER_PUBLIC"),
            a_report().topics("TRAFFICKING"),
            a_report().area("FAMILY_NEIGHBOUR").topics("DOMESTIC_VIOLENCE"),
            a_report().respondent("OTHER_PUBLIC").topics("ACCESSIBILITY"),
            a_report().topics("ANTISEMITISM"),
            a_report().topics("ANTI_MUSLIM"),
            a_report().topics("ANTI_ROMA"),
            a_report().topics("IMAGE_OR_DATA_PUBLISHED"),
            a_report().conduct("STRUCTURAL"));
    assertThat(examples).hasSize(27);
    return IntStream.rangeClosed(1, 27)
        .mapToObj(
            row ->
                DynamicTest.dynamicTest(
                    "row " + row, () -> assertThat(examples.get(row - 1).rows()).contains(row)))
        .toList();
  }

  @Test
  void each_rule_says_its_reason_and_what_consent_it_needs() {
    for (var rule :
        a_report().with("risk", "IMMEDIATE").topics("TRAFFICKING", "ANTI_ROMA").rules()) {
      assertThat(rule.get("reason")).isEqualTo("partner.routing.row" + rule.get("row"));
      assertThat(rule.get("consent"))
          .isIn("YES", "NAMED", "GUARDIAN", "NONE_LAW", "NONE", "ANONYMISED");
    }
  }

  @Test
  void marta_a_formal_complaint_about_a_city_unit_goes_to_the_city_council() {
    var marta =
        a_report()
            .area("CULTURE_SPORT")
            .respondent("CITY_UNIT")
            .conduct("DENIAL_RA")
            .grounds("DISABILITY")
            .topics("ACCESSIBILITY")
            .formal();
    assertThat(marta.rows()).containsExactly(5, 22);
    assertThat(marta.named(5, "first")).containsExactly("RADA_MIASTA");
    assertThat(marta.named(22, "first")).containsExactly("KOORDYNATOR_DOSTEPNOSCI");
  }

  @Test
  void oksana_a_hate_crime_on_a_tram_is_notified_and_support_is_offered() {
    var oksana =
        a_report()
            .area("PUBLIC_TRANSPORT")
            .conduct("HATE_CRIME")
            .grounds("NATIONALITY")
            .with("risk", "POSSIBLE");
    assertThat(oksana.rows()).containsExactly(14);
    assertThat(oksana.named(14, "first")).containsExactly("POLICJA", "PROKURATURA");
    assertThat(oksana.named(14, "also")).contains("INTERKULTURALNI");
    assertThat(oksana.needs("POLICJA")).containsOnly("NONE_LAW");
    assertThat(oksana.needs("PROKURATURA")).containsOnly("NONE_LAW");
    for (var support : oksana.named(14, "also")) {
      assertThat(oksana.needs(support)).as(support).containsOnly("YES");
    }
  }

  @Test
  void the_council_needs_a_name_wherever_it_is_named_and_a_carrier_does_not() {
    var tram = a_report().area("PUBLIC_TRANSPORT").respondent("CITY_UNIT");
    assertThat(tram.needs("RADA_MIASTA")).containsOnly("NAMED");
    assertThat(tram.needs("MPK")).containsOnly("YES");
    assertThat(tram.formal().needs("RADA_MIASTA")).containsOnly("NAMED");
  }

  @Test
  void adaeze_a_private_landlord_means_legal_aid_and_never_the_commissioner() {
    var adaeze =
        a_report()
            .area("HOUSING")
            .respondent("PRIVATE_COMPANY")
            .grounds("RACE_SKIN", "NATIONALITY")
            .formal();
    assertThat(adaeze.rows()).containsExactly(10);
    assertThat(adaeze.named(10, "first")).contains("PORADNIA_PRAWNA");
    assertThat(adaeze.all()).doesNotContain("RPO");
    assertThat(adaeze.topics("REFUGEE_ASYLUM").named(10, "first")).containsExactly("HALINA_NIEC");
  }

  @Test
  void the_commissioner_is_named_only_when_the_respondent_is_public() {
    for (var area : List.of("EMPLOYMENT", "HIGHER_EDUCATION", "HEALTH_CARE")) {
      assertThat(a_report().area(area).respondent("OTHER_PUBLIC").all()).contains("RPO");
      assertThat(a_report().area(area).respondent("PRIVATE_COMPANY").all()).doesNotContain("RPO");
    }
  }

  @Test
  void the_ground_decides_which_hate_crime_row_fits() {
    var insult = a_report().area("PUBLIC_SPACE").conduct("HATE_SPEECH");
    assertThat(insult.grounds("ETHNIC_ORIGIN").rows()).containsExactly(14);
    assertThat(insult.grounds("DISABILITY").rows()).containsExactly(15);
    assertThat(insult.grounds("DISABILITY", "RACE_SKIN").rows()).containsExactly(14, 15);
    assertThat(insult.grounds("HEALTH").rows()).isEmpty();
  }

  @Test
  void a_child_brings_the_ombudsman_for_children_and_the_hotline() {
    assertThat(a_report().area("EDUCATION").topics("CHILD").named(6, "also"))
        .contains("RZECZNIK_PRAW_DZIECKA");
    assertThat(a_report().area("EDUCATION").named(6, "also"))
        .doesNotContain("RZECZNIK_PRAW_DZIECKA");
    assertThat(a_report().area("MEDIA_INTERNET").topics("ONLINE_HATE", "CHILD").named(17, "also"))
        .contains("DYZURNET");
  }

  @Test
  void what_fits_nowhere_else_goes_to_the_council() {
    assertThat(a_report().rows()).isEmpty();
    assertThat(a_report().with("nothingElse", true).rows()).containsExactly(27);
  }

  @Test
  void every_institution_the_table_names_is_in_the_directory() throws Exception {
    var table = resource("/bpmn/partner/routing.dmn");
    var directory = resource("/db/reference/R__partner_institutions.sql");
    var codes =
        java.util.regex.Pattern.compile("<text>\\[([^\\]]+)\\]</text>")
            .matcher(table)
            .results()
            .flatMap(match -> Arrays.stream(match.group(1).split(",\\s*")))
            .map(code -> code.replace("\"", ""))
            .collect(Collectors.toSet());
    assertThat(codes).hasSizeGreaterThan(40);
    assertThat(codes).allSatisfy(code -> assertThat(directory).contains("'" + code + "'"));
  }

  private static String resource(String name) throws Exception {
    try (var stream = RoutingTest.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }
}
