package org.isonomia.intake.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.io.StringReader;
import org.isonomia.intake.domain.Questionnaire;
import org.junit.jupiter.api.Test;

class QuestionnairesTest {
  private static final String LEAST =
      """
      {"version": "x", "steps": [
        {"path": "notice", "page": "NOTICE"},
        {"path": "a", "fields": [
          {"name": "role", "kind": "RADIOS", "codes": ["VICTIM"]},
          {"name": "identity", "kind": "RADIOS", "codes": ["ANONYMOUS", "NAMED"]},
          {"name": "narrative", "kind": "STORY", "longest": 100},
          {"name": "area", "kind": "RADIOS", "codes": ["HOUSING", "OTHER"]},
          {"name": "grounds", "kind": "CHECKBOXES", "codes": ["AGE"]},
          {"name": "respondent", "kind": "RADIOS", "codes": ["MAYOR"]},
          {"name": "requested", "kind": "RADIOS", "codes": ["SIGNAL"]}]},
        %s
        {"path": "check", "page": "CHECK"}]}
      """;

  private static Questionnaire with(String step) {
    return Questionnaires.questionnaire(
        Json.createReader(new StringReader(LEAST.formatted(step))).readObject());
  }

  private static void refused(String step, String because) {
    assertThatThrownBy(() -> with(step)).hasMessageContaining(because);
  }

  @Test
  void all_versions_are_read_and_the_last_is_in_force() {
    var versions = new Questionnaires();
    assertThat(versions.all())
        .extracting(Questionnaire::version)
        .contains("2026-11", "2027-01", "2027-02");
    assertThat(versions.current().version()).isEqualTo("2027-02");
    assertThat(versions.of(null)).isEqualTo(versions.current());
    assertThatThrownBy(() -> versions.of("1999-01")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void what_can_never_be_asked_stops_the_start() {
    assertThat(with("").steps()).hasSize(3);
    refused(
        "{\"path\":\"b\",\"when\":{\"area\":[\"MOON\"]},\"fields\":[{\"name\":\"x\",\"kind\":\"TEXT\",\"longest\":9}]},",
        "hangs on an answer");
    refused(
        "{\"path\":\"b\",\"when\":{\"later\":[\"YES\"]},\"fields\":[{\"name\":\"x\",\"kind\":\"TEXT\",\"longest\":9}]},",
        "not asked before");
    refused(
        "{\"path\":\"b\",\"when\":{\"area\":[\"HOUSING\"]},\"fields\":[{\"name\":\"x\",\"kind\":\"TEXT\",\"longest\":9,"
            + "\"when\":{\"area\":[\"OTHER\"]}}]},",
        "can never be asked");
  }

  @Test
  void what_asks_an_anonymous_person_who_they_are_stops_the_start() {
    refused(
        "{\"path\":\"b\",\"fields\":[{\"name\":\"x\",\"kind\":\"TEXT\",\"longest\":9,\"identity\":true}]},",
        "anonymous");
    assertThat(
            with("{\"path\":\"b\",\"when\":{\"identity\":[\"NAMED\"]},\"fields\":[{\"name\":\"x\",\"kind\":\"TEXT\",\"longest\":9,\"identity\":true}]},")
                .further())
        .hasSize(1);
  }

  @Test
  void a_slip_of_the_pen_stops_the_start() {
    refused(
        "{\"path\":\"b\",\"fields\":[{\"name\":\"area\",\"kind\":\"TEXT\",\"longest\":9}]},",
        "asked twice");
    refused(
        "{\"path\":\"b\",\"fields\":[{\"name\":\"x\",\"kind\":\"RADIOS\",\"codes\":[\"YES\"],\"promises\":[\"NO\"]}]},",
        "promises a file");
    refused(
        "{\"path\":\"b\",\"fields\":[{\"name\":\"x\",\"kind\":\"RADIOS\",\"codes\":[\"YES\"],\"hinders\":[\"NO\"]}]},",
        "hinders with");
    refused(
        "{\"path\":\"b\",\"fields\":[{\"name\":\"wishes\",\"kind\":\"CHECKBOXES\",\"codes\":[\"MONEY\"]}]},",
        "vocabulary");
    refused(
        "{\"path\":\"b\",\"fields\":[{\"name\":\"x\",\"kind\":\"TEXT\",\"longest\":9,\"requird\":true}]},",
        "requird");
    refused("{\"path\":\"b\",\"fields\":[{\"name\":\"x\",\"kind\":\"TEXT\"}]},", "no length");
  }
}
