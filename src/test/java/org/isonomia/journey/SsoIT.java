package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.isonomia.journey.Issuer.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in with the city's own account (OpenID Connect), and the phrase that opens the vault. */
class SsoIT {
  private static final String STORY = "Opowieść-Jodła o przystanku bez ławki";
  private static final String PHRASE = "pięć słów których nikt nie zgadnie";
  private static final HttpClient BROWSER = HttpClient.newHttpClient();

  private static Issuer issuer;
  private static City city;
  private static String casePage;

  @BeforeAll
  static void found() throws IOException {
    issuer = new Issuer();
    city =
        City.founded(
            "sso", settings("biuro=CASE_HANDLER,szef=COORDINATOR,it=SYSTEM_ADMINISTRATOR"));
    var filed = city.filing().file(Filing.report("pl", STORY));
    casePage = "/casework/cases/" + Filing.json(filed).getString("caseNumber");
  }

  private static Map<String, String> settings(String roles) {
    return Map.of(
        "isonomia.oidc.issuer",
        issuer.address(),
        "isonomia.oidc.client.id",
        Issuer.CLIENT,
        "isonomia.oidc.client.secret",
        Issuer.SECRET,
        "isonomia.oidc.roles.map",
        roles);
  }

  @AfterAll
  static void stop() {
    if (city != null) {
      city.close();
    }
    issuer.close();
  }

  private static Staff nobody() {
    return Staff.nobody(city.program.baseUrl());
  }

  /** To the provider and to the door again: the address the provider sends the browser to. */
  private static String comesBack(Staff staff, Person person) throws IOException {
    issuer.expects(person);
    var gone = staff.get("/sign-in/sso");
    assertThat(gone.statusCode()).isEqualTo(303);
    var there = gone.headers().firstValue("Location").orElseThrow();
    assertThat(there).startsWith(issuer.address() + "/authorize?");
    try {
      var back =
          BROWSER
              .send(
                  HttpRequest.newBuilder(URI.create(there)).build(),
                  HttpResponse.BodyHandlers.discarding())
              .headers()
              .firstValue("Location")
              .orElseThrow();
      assertThat(back).startsWith(city.program.baseUrl() + "/sign-in/sso/back?");
      return back.substring(city.program.baseUrl().toString().length());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static Staff signsIn(Person person) throws IOException {
    var staff = nobody();
    var in = staff.get(comesBack(staff, person));
    assertThat(in.statusCode()).as(in.body()).isEqualTo(303);
    assertThat(staff.cookies().value("session")).isNotNull();
    return staff;
  }

  private static void isRefused(Staff staff, String back, String words) throws IOException {
    var before = staff.cookies().value("session");
    var answer = staff.get(back);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains(words);
    assertThat(staff.cookies().value("session")).isEqualTo(before);
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]+", "");
  }

  private static String ask(String question) throws SQLException {
    try (var connection = city.program.database();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(question)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void somebody_new_gets_an_account_chooses_a_phrase_is_let_in_and_the_phrase_opens_the_case()
      throws Exception {
    var zofia = new Person("z-1", "zofia.sso", "Zofia Miejska", List.of("biuro", "stołówka"));
    assertThat(nobody().read("/sign-in")).contains("/sign-in/sso\"");
    var first = signsIn(zofia);
    assertThat(first.read("/me")).contains("Zofia Miejska");
    assertThat(location(first.get(casePage))).startsWith("/unlock?then=");
    assertThat(first.read("/unlock")).contains("Wybierz frazę sejfu");
    assertThat(first.post("/unlock", "phrase", "krótka", "again", "krótka").statusCode())
        .isEqualTo(422);
    first.does("/unlock", "phrase", PHRASE, "again", PHRASE);
    var closed = first.get(casePage);
    assertThat(closed.statusCode()).as("nobody has let her in").isEqualTo(403);
    assertThat(closed.body()).doesNotContain(STORY);
    admit(city.accountOf("zofia.sso"));
    first.does("/sign-out");

    var second = signsIn(zofia);
    assertThat(location(second.get(casePage))).startsWith("/unlock?then=");
    var wrong = second.post("/unlock", "phrase", PHRASE + " nie", "then", casePage);
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("To nie pasuje").doesNotContain(PHRASE);
    var opened = second.post("/unlock", "phrase", PHRASE, "then", casePage);
    assertThat(location(opened)).isEqualTo(casePage);
    assertThat(second.read(casePage)).contains(STORY);
    assertThat(
            ask(
                "select count(*) from access_identity where account_id = "
                    + city.accountOf("zofia.sso")))
        .isEqualTo("1");
  }

  private static void admit(String account) throws IOException {
    var anna = city.signIn("anna");
    var form =
        Pattern.compile(
                "name=\"team\" value=\"([^\"]+)\"><input type=\"hidden\" name=\"account\" value=\""
                    + account
                    + "\"><input type=\"hidden\" name=\"fingerprint\" value=\"([^\"]+)\"")
            .matcher(anna.read("/keys"));
    assertThat(form.find()).as("somebody waits").isTrue();
    anna.does(
        "/keys/admit", "team", form.group(1), "account", account, "fingerprint", form.group(2));
  }

  @Test
  void a_wrong_state_another_browser_and_a_code_used_twice_or_by_another_are_refused()
      throws Exception {
    var person = new Person("h-1", "henryk.sso", "Henryk Miejski", List.of("biuro"));
    var unfinished = "Logowanie nie zostało dokończone";
    var staff = nobody();
    var back = comesBack(staff, person);
    var cookie = staff.cookies().value("sso");
    isRefused(staff, back.replaceFirst("state=[^&]+", "state=AAAA"), unfinished);
    isRefused(staff, back.replaceFirst("iss=[^&]+", "iss=https%3A%2F%2Fother.example"), unfinished);
    isRefused(nobody(), back, unfinished);
    assertThat(staff.get(back).statusCode()).isEqualTo(303);
    var thief = nobody();
    thief.cookies().set("sso", cookie);
    isRefused(thief, back, unfinished);

    var victim = comesBack(nobody(), person);
    var code = victim.replaceFirst(".*code=([^&]+).*", "$1");
    var own = comesBack(thief, person);
    isRefused(thief, own.replaceFirst("code=[^&]+", "code=" + code), unfinished);
    assertThat(ask("select count(*) from access_sso_attempt where then_path like '%sso/back%'"))
        .isEqualTo("0");
  }

  @Test
  void a_role_that_the_city_took_away_ends_the_sessions() throws Exception {
    var person = new Person("l-1", "leon.sso", "Leon Miejski", List.of("biuro", "szef"));
    var before = signsIn(person);
    before.read("/me");
    var after = signsIn(person.in("biuro"));
    assertThat(location(before.get("/me"))).startsWith("/sign-in");
    after.read("/me");
    var gone = nobody();
    isRefused(gone, comesBack(gone, person.in("stołówka")), "nie daje Ci tu żadnej roli");
    assertThat(location(after.get("/me"))).startsWith("/sign-in");
  }

  @Test
  void nobody_is_administrator_and_reader_and_a_refused_newcomer_gets_no_account()
      throws Exception {
    var person = new Person("o-1", "olga.sso", "Olga Miejska", List.of("it", "biuro"));
    var staff = nobody();
    isRefused(staff, comesBack(staff, person), "rolę administratora");
    isRefused(staff, comesBack(staff, person.in()), "nie daje Ci tu żadnej roli");
    assertThat(ask("select count(*) from access_account where login = 'olga.sso'")).isEqualTo("0");
  }

  @Test
  void a_name_that_somebody_has_is_not_taken_over() throws Exception {
    var other = new Person("a-2", "anna", "Anna Inna", List.of("biuro"));
    var staff = nobody();
    isRefused(staff, comesBack(staff, other), "Konto z takim loginem już tu jest");
    assertThat(ask("select count(*) from access_account where login like 'anna%'")).isEqualTo("1");
    assertThat(city.signIn("anna").read("/me")).contains(City.nameOf("anna"));
  }

  @Test
  void a_locked_session_goes_on_after_signing_in_again_in_another_tab() throws Exception {
    var person = new Person("t-1", "teresa.sso", "Teresa Miejska", List.of("biuro"));
    var staff = signsIn(person);
    try (var connection = city.program.database();
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          "update access_session set last_seen_at = last_seen_at - interval '16 minutes'"
              + " where account_id = "
              + city.accountOf("teresa.sso"));
    }
    var kept = staff.post("/me", "language", "uk");
    assertThat(kept.statusCode()).isEqualTo(401);
    assertThat(kept.body())
        .contains("name=\"language\" value=\"uk\"")
        .doesNotContain("unlock-password");
    var form = Pattern.compile("action=\"(/[^\"]*begun-by[^\"]*)\"").matcher(kept.body());
    assertThat(form.find()).isTrue();
    var action = form.group(1).replace("&amp;", "&");
    assertThat(staff.post(action, "language", "uk").statusCode()).as("not yet").isEqualTo(401);
    assertThat(staff.get(comesBack(staff, person)).statusCode()).isEqualTo(303);
    staff.does(action, "language", "uk");
    assertThat(staff.read("/me")).contains("lang=\"uk\"");
  }

  @Test
  void a_map_with_an_unknown_role_stops_the_start_with_a_sentence() {
    try (var program = Program.prepare("sso-wrong-map", settings("biuro=CASEHANDLER"))) {
      program.launch();
      assertThat(program.hasEndedWithin(Duration.ofMinutes(2))).isTrue();
      assertThat(program.exitValue()).isEqualTo(78);
      assertThat(program.output())
          .contains(
              "The setting isonomia.oidc.roles.map names a role that it cannot give: CASEHANDLER");
    }
  }
}
