package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real city is kept running by people who read no case; and no demo path leads into it. */
class AdministrationIT {
  private static City city;

  @BeforeAll
  static void start() throws IOException {
    city = City.founded("administration", Map.of("isonomia.contact.phone", "12 345 67 89"));
  }

  @AfterAll
  static void stop() {
    city.close();
  }

  @Test
  void no_demo_path_leads_into_a_real_city() throws IOException {
    var nobody = Staff.nobody(city.program.baseUrl());
    assertThat(nobody.read("/sign-in")).doesNotContain("name=\"demo\"");
    for (var login : List.of("anna", "admin", "piotr")) {
      var tried = nobody.post("/sign-in", "demo", login);
      assertThat(tried.statusCode()).as(login).isEqualTo(422);
      assertThat(tried.headers().firstValue("Set-Cookie")).isEmpty();
    }
    assertThat(nobody.get("/demo/post").statusCode()).isEqualTo(404);
    assertThat(nobody.get("/api/demo/clock").statusCode()).isEqualTo(404);
  }

  @Test
  void an_administrator_opens_no_content_and_the_office_no_administration() throws IOException {
    for (var path :
        List.of(
            "/casework",
            "/casework/cases",
            "/casework/cases/ET-2026-00001",
            "/casework/identity",
            "/referral/referrals",
            "/council",
            "/statistics",
            "/access/hand-over",
            "/access/absences")) {
      assertThat(city.admin().get(path).statusCode()).as(path).isEqualTo(403);
    }
    for (var path :
        List.of(
            "/administration",
            "/administration/jobs",
            "/administration/mails",
            "/administration/settings",
            "/accounts")) {
      assertThat(city.signIn("piotr").get(path).statusCode()).as(path).isEqualTo(403);
      assertThat(city.admin().get(path).statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void an_administrator_signs_somebody_out_everywhere_and_asks_before() throws Exception {
    var piotr = city.signIn("piotr");
    assertThat(piotr.get("/me").statusCode()).isEqualTo(200);
    var at = "/accounts/" + city.accountOf("piotr") + "/end-sessions";

    assertThat(piotr.post(at, "sure", "yes").statusCode()).isEqualTo(403);
    assertThat(city.admin().post(at).body()).contains("wszędzie?");
    assertThat(piotr.get("/me").statusCode()).as("only asked").isEqualTo(200);
    assertThat(city.admin().post(at, "sure", "yes").statusCode()).isEqualTo(303);

    assertThat(piotr.get("/me").statusCode()).isNotEqualTo(200);
    assertThat(city.signIn("piotr").get("/me").statusCode()).as("the account stays").isEqualTo(200);
  }

  @Test
  void settings_say_where_they_come_from_and_no_secret() throws IOException {
    var page = city.admin().read("/administration/settings");
    assertThat(page).contains("12 345 67 89").contains("zmienna środowiskowa");
    assertThat(page).contains("isonomia.secret").contains("isonomia.jdbc.password");
    try (var kept =
        java.nio.file.Files.newBufferedReader(
            city.program.dataFolder().resolve("kept.properties"))) {
      var properties = new java.util.Properties();
      properties.load(kept);
      properties.stringPropertyNames().stream()
          .filter(name -> name.startsWith("secret."))
          .forEach(name -> assertThat(page).doesNotContain(properties.getProperty(name)));
    }
  }

  @Test
  void roles_change_but_readers_and_administrators_stay_apart_and_one_administrator_stays()
      throws IOException {
    var own = "/accounts/" + city.accountOf("admin");
    assertThat(city.admin().post(own + "/roles", "roles", "AUDITOR").body())
        .as("the last administrator")
        .contains("roles-error");
    assertThat(
            city.admin()
                .post(
                    "/accounts/" + city.accountOf("ewa") + "/roles",
                    "roles",
                    "LAWYER",
                    "roles",
                    "SYSTEM_ADMINISTRATOR")
                .body())
        .contains("roles-error");
    assertThat(
            city.admin()
                .post("/accounts/" + city.accountOf("ewa") + "/roles", "roles", "AUDITOR")
                .body())
        .as("she still holds the key of the office")
        .contains("roles-error");
    city.invite("halina", "ANALYST");
    city.admin()
        .does("/accounts/" + city.accountOf("halina") + "/roles", "roles", "SYSTEM_ADMINISTRATOR");
    assertThat(city.signIn("halina").get("/accounts").statusCode()).isEqualTo(200);
    city.admin().does("/accounts/" + city.accountOf("halina") + "/roles", "roles", "ANALYST");
    assertThat(city.signIn("halina").get("/accounts").statusCode()).isEqualTo(403);
    assertThat(city.signIn("halina").get("/statistics").statusCode()).isEqualTo(200);
  }

  @Test
  void accounts_are_found_and_say_when_they_were_last_used() throws IOException {
    var found = city.admin().read("/accounts?q=marek");
    assertThat(found).contains(City.nameOf("marek")).doesNotContain(City.nameOf("dorota"));
    assertThat(found).contains("Ostatnie wejście");
  }

  @Test
  void who_is_one_of_the_last_two_of_a_team_is_caught_before_the_account_is_closed()
      throws IOException {
    var close = "/accounts/" + city.accountOf("marek") + "/close";
    assertThat(city.admin().post(close).body())
        .contains("W zespole zostanie jedna osoba")
        .contains(City.nameOf("dorota"));
    assertThat(city.admin().post(close, "sure", "yes").statusCode()).isEqualTo(422);
    assertThat(city.signIn("marek").get("/me").statusCode()).isEqualTo(200);
  }

  @Test
  void the_matrix_is_for_those_who_watch_and_names_no_case() throws IOException, SQLException {
    assertThat(city.admin().read("/access/matrix")).contains("KEEP_ACCOUNTS", "ChangeRoles");
    var csv = city.admin().get("/access/matrix/csv");
    assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(csv.body()).contains("\"READ_CASE\"");
    assertThat(city.signIn("anna").get("/access/matrix").statusCode()).isEqualTo(403);
    assertThat(city.signIn("anna").read("/me/rights")).contains("AddNote");
  }
}
