package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in, being away, coming back, and what a stranger at the door achieves. */
class SignInIT {
  private static City city;

  @BeforeAll
  static void found() throws IOException {
    city = City.unfounded("signin", Map.of());
  }

  @AfterAll
  static void close() {
    city.close();
  }

  private static Staff nobody() {
    return Staff.nobody(city.program.baseUrl());
  }

  private static Staff half(String login) throws IOException {
    var staff = nobody();
    var answer = staff.post("/sign-in", "login", login, "password", city.passwordOf(login));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(location(answer)).isEqualTo("/sign-in/code");
    return staff;
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]+", "");
  }

  private static void sql(String change) throws SQLException {
    try (var connection = city.program.database();
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(change)).as(change).isPositive();
    }
  }

  private static String ask(String question) throws SQLException {
    try (var connection = city.program.database();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(question)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void leavesTheDesk(String login) throws SQLException {
    sql(
        "update access_session set last_seen_at = last_seen_at - interval '16 minutes'"
            + " where account_id = "
            + city.accountOf(login));
  }

  @Test
  void a_password_alone_opens_the_page_for_the_code_and_nothing_else() throws IOException {
    var staff = half("anna");
    for (var path : new String[] {"/me", "/casework", "/me/sessions", "/keys"}) {
      assertThat(location(staff.get(path))).as(path).startsWith("/sign-in?then=");
    }
    assertThat(staff.read("/sign-in/code")).contains("name=\"code\"").doesNotContain("<path d=");
    assertThat(location(staff.get("/sign-in/enrol-code"))).isEqualTo("/sign-in/code");
    assertThat(staff.cookies().value("session")).isNull();
    staff.does("/sign-in/code", "code", city.telephoneOf("anna").next());
    assertThat(staff.read("/me")).contains("Pracownik-Anna");
    assertThat(staff.cookies().value("half")).isNull();
  }

  @Test
  void a_code_works_once_from_the_telephone_and_from_paper() throws IOException {
    var telephone = city.telephoneOf("joanna");
    var code = telephone.next();
    half("joanna").does("/sign-in/code", "code", code);
    var second = half("joanna").post("/sign-in/code", "code", code);
    assertThat(second.statusCode()).isEqualTo(422);
    var paper = telephone.fromPaper();
    half("joanna").does("/sign-in/code", "code", paper.toLowerCase().replace("-", " "));
    assertThat(half("joanna").post("/sign-in/code", "code", paper).statusCode()).isEqualTo(422);
    assertThat(half("joanna").post("/sign-in/code", "code", telephone.secondsAgo(300)).statusCode())
        .isEqualTo(422);
  }

  @Test
  void five_wrong_codes_end_the_try_and_not_the_account() throws IOException {
    var stranger = half("ewa");
    for (int i = 0; i < 4; i++) {
      assertThat(stranger.post("/sign-in/code", "code", "00000" + i).statusCode()).isEqualTo(422);
    }
    assertThat(location(stranger.post("/sign-in/code", "code", "000009")))
        .isEqualTo("/sign-in?again=yes");
    var late = stranger.post("/sign-in/code", "code", city.telephoneOf("ewa").fromPaper());
    assertThat(location(late)).isEqualTo("/sign-in?again=yes");
    assertThat(city.signIn("ewa").read("/me")).contains("Pracownik-Ewa");
  }

  @Test
  void a_changed_password_keeps_telephone_and_key_and_ends_the_other_sessions() throws IOException {
    var other = city.signIn("dorota");
    city.changesPassword("dorota");
    assertThat(location(other.get("/me"))).startsWith("/sign-in");
    assertThat(city.signIn("dorota").read("/me")).contains("Pracownik-Dorota");
  }

  @Test
  void a_locked_session_opens_nothing_and_what_was_typed_goes_on_after_the_password()
      throws Exception {
    var staff = city.signIn("piotr");
    leavesTheDesk("piotr");
    var old = staff.cookies().value("session");
    var away = staff.get("/casework");
    assertThat(away.statusCode()).isEqualTo(401);
    assertThat(away.body()).contains("unlock-password").doesNotContain("iso-nav");
    // piotr's other sessions, which nobody has asked for since, lose theirs at the next sign-in
    city.signIn("joanna");
    assertThat(
            ask(
                "select count(*) from access_session where opened_sealed is not null and"
                    + " account_id = "
                    + city.accountOf("piotr")))
        .as("keys in locked sessions")
        .isEqualTo("0");

    var kept = staff.post("/me?x=1", "language", "uk", "letter", "Szanowna \"Pani\",\n<b>");
    assertThat(kept.statusCode()).isEqualTo(401);
    assertThat(kept.body())
        .contains("name=\"language\" value=\"uk\"")
        .contains("Szanowna &#34;Pani&#34;,");
    var action = action(kept.body());
    assertThat(action).startsWith("/me?x=1&begun-by=");
    var wrong = staff.post(action, "language", "uk", "unlock-password", "nie to hasło");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("name=\"language\" value=\"uk\"").doesNotContain("nie to");
    var right = staff.post(action, "language", "uk", "unlock-password", city.passwordOf("piotr"));
    assertThat(right.statusCode()).isEqualTo(307);
    assertThat(location(right)).isEqualTo(action);
    assertThat(staff.cookies().value("session")).isNotEqualTo(old);
    staff.does(action, "language", "uk", "unlock-password", city.passwordOf("piotr"));
    assertThat(staff.read("/me")).contains("lang=\"uk\"");
    staff.does("/me", "language", "pl");

    var thief = nobody();
    thief.cookies().set("session", old);
    assertThat(location(thief.get("/me"))).startsWith("/sign-in");
  }

  private static String action(String page) {
    var form = Pattern.compile("action=\"(/[^\"]*begun-by[^\"]*)\"").matcher(page);
    assertThat(form.find()).isTrue();
    return form.group(1).replace("&amp;", "&");
  }

  @Test
  void unlocking_leads_back_to_where_one_was_and_never_to_another_host() throws Exception {
    var staff = city.signIn("barbara");
    leavesTheDesk("barbara");
    assertThat(staff.get("/council?x=1").body()).contains("name=\"then\" value=\"/council?x=1\"");
    var unlocked =
        staff.post(
            "/sign-in/unlock",
            "then",
            "//evil.example/",
            "unlock-password",
            city.passwordOf("barbara"));
    assertThat(unlocked.statusCode()).isEqualTo(303);
    assertThat(location(unlocked)).startsWith("/").doesNotContain("evil");
  }

  @Test
  void a_session_that_ended_keeps_the_form_for_the_same_person_only() throws Exception {
    var staff = city.signIn("tomasz");
    sql(
        "update access_session set expires_at = created_at where account_id = "
            + city.accountOf("tomasz"));
    var ended = staff.post("/me", "language", "en");
    assertThat(ended.statusCode()).isEqualTo(401);
    assertThat(ended.body())
        .contains("name=\"language\" value=\"en\"")
        .doesNotContain("unlock-password");
    var action = action(ended.body());

    var other = city.signIn("marek");
    assertThat(other.post(action, "language", "en").statusCode()).isEqualTo(403);
    assertThat(other.read("/me")).contains("lang=\"pl\"");
    city.signIn("tomasz").does(action, "language", "en");
    assertThat(city.signIn("tomasz").read("/me")).contains("lang=\"en\"");
  }

  @Test
  void ones_sessions_are_listed_and_ended_one_by_one_or_all() throws IOException {
    var here = city.signIn("admin");
    var there = city.signIn("admin");
    var page = here.read("/me/sessions");
    var ends = Pattern.compile("/me/sessions/(\\d+)/end\"").matcher(page).results().toList();
    assertThat(ends).hasSizeGreaterThanOrEqualTo(2);
    var foreign = city.signIn("joanna");
    foreign.does("/me/sessions/" + ends.get(0).group(1) + "/end");
    there.read("/me");
    for (var end : ends) {
      here.does("/me/sessions/" + end.group(1) + "/end");
    }
    assertThat(location(there.get("/me"))).startsWith("/sign-in");
    here.read("/me");
    here.does("/me/sessions/end-all");
    assertThat(here.cookies().value("session")).isNull();
    city.adminSignsInAgain();
  }

  @Test
  void a_right_password_passes_a_flood_of_wrong_ones() throws Exception {
    var known = city.signIn("marek");
    known.does("/sign-out");
    assertThat(known.cookies().value("known")).isNotNull();
    var flood = Executors.newFixedThreadPool(24);
    try {
      var tries = new ArrayList<Callable<Integer>>();
      for (int i = 0; i < 240; i++) {
        var login = i % 2 == 0 ? "marek" : "nobody" + i;
        tries.add(
            () -> nobody().post("/sign-in", "login", login, "password", "zgaduję").statusCode());
      }
      var all = tries.stream().map(flood::submit).toList();
      int right = 0;
      while (all.stream().anyMatch(t -> !t.isDone())) {
        var answer = known.post("/sign-in", "login", "marek", "password", city.passwordOf("marek"));
        assertThat(answer.statusCode()).as("the right password, in between").isEqualTo(303);
        right++;
      }
      assertThat(right).isPositive();
      var refused = 0;
      for (var one : all) {
        assertThat(one.get()).isIn(422, 429);
        refused += one.get() == 429 ? 1 : 0;
      }
      assertThat(refused).as("the flood was one").isPositive();
    } finally {
      flood.shutdownNow();
    }
  }

  @Test
  void a_link_changes_nothing_until_its_form_is_sent_and_says_when_it_was_used()
      throws IOException {
    var page =
        city.admin()
            .post(
                "/accounts",
                "login",
                "nowa",
                "name",
                "Nowa Osoba",
                "language",
                "pl",
                "roles",
                "ANALYST");
    var link = Pattern.compile("(/welcome/[A-Za-z0-9_-]+)").matcher(page.body());
    assertThat(link.find()).isTrue();
    var person = nobody();
    for (int i = 0; i < 2; i++) {
      var shown = person.get(link.group(1));
      assertThat(shown.statusCode()).isEqualTo(200);
      assertThat(shown.body()).doesNotContain("Nowa Osoba").doesNotContain("nowa");
      assertThat(shown.headers().firstValue("Cache-Control")).hasValue("no-store");
      assertThat(shown.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    }
    var password = "zupełnie nowe hasło";
    var first = person.post(link.group(1), "password", password, "again", password);
    assertThat(location(first)).isEqualTo("/sign-in/code");
    assertThat(location(person.get("/me"))).as("before the telephone").startsWith("/sign-in");
    Telephone.connected(person);
    assertThat(person.read("/me")).contains("Nowa Osoba");
    var second = nobody().get(link.group(1));
    assertThat(second.statusCode()).isEqualTo(404);
    assertThat(second.body()).contains("był już użyty");
  }
}
