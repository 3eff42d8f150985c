package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.isonomia.house.Endpoints;
import org.isonomia.house.Endpoints.Who;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody tries who wants what is not theirs, on the packaged program. */
class AttackIT {
  private static final String PASSWORD = "siedem czarnych kotów na dachu ";
  private static final List<String> WAYS_OUT =
      List.of(
          "https://evil.example/",
          "//evil.example/",
          "/\\evil.example/",
          "/%5Cevil.example",
          "\\\\evil.example",
          "/%09/evil.example",
          "/ /evil.example",
          "///evil.example",
          "/.evil.example/..//evil.example",
          "javascript:alert(1)",
          "/casework\r\nSet-Cookie: taken=1",
          "/casework%0d%0aSet-Cookie:%20taken=1",
          "/casework\u560d\u560aSet-Cookie: taken=1",
          "https:evil.example",
          "http://127.0.0.1@evil.example/");
  private static final List<String> NAMES_OF_WAYS =
      List.of("then", "next", "to", "return", "returnTo", "url", "redirect", "lang", "language");

  private static Program program;
  private static URI base;

  @BeforeAll
  static void start() {
    // a city of its own: what is tried here fills worklists that others read from the top
    program = Program.start("attack", Map.of("isonomia.demo", "true"));
    base = program.baseUrl();
  }

  @AfterAll
  static void stop() {
    program.close();
  }

  private static String signIn(String login) throws IOException {
    var answer = Knock.form(base, "/sign-in", "demo=" + login).send();
    assertThat(answer.status()).as("sign-in of " + login).isEqualTo(303);
    return answer.cookies();
  }

  private static Knock.Answer get(String path, String cookies) throws IOException {
    return Knock.get(base, path).cookie(cookies).send();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void assertRefused(Knock.Answer answer, String as) {
    assertThat(answer.status()).as(as).isLessThan(500);
    assertThat(
            answer.status() >= 400
                || answer.status() == 0
                || answer.location().startsWith("/sign-in"))
        .as(as + " answered " + answer.status() + " " + answer.location())
        .isTrue();
    assertThat(answer.body())
        .as(as)
        .doesNotContain("Payara", "GlassFish", "Grizzly", "org.isonomia", "Exception");
  }

  // ------------------------------------------------------------------ addresses

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/casework/cases/%s/",
        "/casework//cases/%s",
        "//casework/cases/%s",
        "/casework/cases/%s;jsessionid=1",
        "/casework;a=b/cases;c=d/%s",
        "/casework/cases/x/../%s",
        "/casework/cases/%%2e/%s",
        "/api/../casework/cases/%s",
        "/api/%%2e%%2e/casework/cases/%s",
        "/assets/../casework/cases/%s",
        "/assets/..;/casework/cases/%s",
        "/assets/%%2e%%2e/casework/cases/%s",
        "/pl/..%%2fcasework/cases/%s",
        "/pl/..%%5ccasework%%5ccases/%s",
        "/casework%%2fcases%%2f%s",
        "/casework/cases/%s%%00",
        "/casework/cases/%s%%0a",
        "/casework/cases/%s.html",
        "/casework/cases/%s?_method=GET",
        "/CASEWORK/cases/%s",
        "/health/../casework/cases/%s",
        "http://127.0.0.1/casework/cases/%s"
      })
  void no_spelling_of_an_address_opens_a_case(String spelling) throws Exception {
    var path = String.format(spelling, aCase());
    for (var cookies : List.of("", signIn("adam"), signIn("jan"), signIn("zofia"))) {
      assertRefused(get(path, cookies), path);
    }
  }

  @Test
  void a_spelling_that_does_reach_a_page_asks_for_the_same_rights() throws Exception {
    var anna = signIn("anna");
    var number = aCase();
    assertThat(get("/casework/cases/" + number, anna).status()).isEqualTo(200);
    assertThat(get("/casework/cases/" + number + ";x=y", anna).status()).isLessThan(500);
    assertRefused(get("/casework/cases/" + number + ";x=y", signIn("adam")), "matrix parameter");
  }

  @Test
  void one_that_is_kept_out_reads_the_same_as_of_a_number_that_does_not_exist() throws Exception {
    var number = aCase();
    var ewa = signIn("ewa");
    assertThat(get("/casework/cases/" + number, ewa).status()).isEqualTo(200);
    Knock.form(
            base,
            "/casework/cases/" + number + "/declare-conflict",
            "ownReason=" + encoded("Znam tę osobę."))
        .cookie(ewa)
        .send();
    var kept = get("/casework/cases/" + number, ewa);
    var none = get("/casework/cases/ET-2026-98765", ewa);
    assertThat(kept.status()).isEqualTo(403).isEqualTo(none.status());
    assertThat(kept.body().replace(number, "#"))
        .isEqualTo(none.body().replace("ET-2026-98765", "#"));
    assertThat(get("/casework/cases/" + number + "/files/1", ewa).status()).isEqualTo(403);
  }

  @Test
  void a_file_of_another_case_does_not_open_through_ones_own() throws Exception {
    var anna = signIn("anna");
    for (var file : List.of("1", "2", "0", "999999999999999999")) {
      assertRefused(get("/casework/cases/" + aCase() + "/files/" + file, anna), "file " + file);
    }
  }

  // ------------------------------------------------------------------ methods, types, headers

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "get", "G\u0130T"})
  void no_other_method_opens_a_page(String method) throws Exception {
    var answer = Knock.of(base, method, "/casework/cases").send();
    assertThat(answer.status()).as(method).isLessThan(600).isNotEqualTo(200).isNotEqualTo(500);
    assertThat(answer.header("Via")).isEmpty();
  }

  @Test
  void a_question_about_methods_needs_no_rights_and_tells_nothing_else() throws Exception {
    var answer = Knock.of(base, "OPTIONS", "/casework/cases").send();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(answer.body()).doesNotContain("ET-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
  void no_header_makes_a_change_of_a_look(String header) throws Exception {
    var jan = signIn("jan");
    var before = one("select count(*) from access_account");
    var answer =
        Knock.get(base, "/accounts?login=mallory&name=Mallory&language=pl&roles=AUDITOR")
            .with(header, "POST")
            .cookie(jan)
            .send();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(one("select count(*) from access_account")).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, {}, 415",
    "application/xml, <a/>, 415",
    "text/plain, language=uk, 415",
    "application/x-java-serialized-object, rO0, 415"
  })
  void pages_take_forms_and_nothing_else(String type, String body, int expected) throws Exception {
    var answer =
        Knock.of(base, "POST", "/me")
            .with("Sec-Fetch-Site", "same-origin")
            .with("Content-Type", type)
            .cookie(signIn("adam"))
            .body(body)
            .send();
    assertThat(answer.status()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded; charset=utf-7",
        "application/x-www-form-urlencoded; charset=nonsense",
        "nonsense",
        "*/*"
      })
  void a_type_that_is_a_lie_is_no_fault(String type) throws Exception {
    for (var path : List.of("/me", "/sign-in", "/pl/mailbox", "/pl/form/files")) {
      var answer =
          Knock.of(base, "POST", path)
              .with("Sec-Fetch-Site", "same-origin")
              .with("Content-Type", type)
              .cookie(signIn("adam"))
              .body("language=uk&receipt=1")
              .send();
      assertThat(answer.status()).as(path + " as " + type).isLessThan(500);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:80",
        "127.0.0.1.evil.example",
        "localhost@evil.example",
        "evil.example/127.0.0.1"
      })
  void under_a_name_that_is_not_ours_nothing_is_answered(String host) throws Exception {
    var answer = Knock.get(base, "/pl/").host(host).send();
    assertThat(answer.status()).isIn(400, 421);
    assertThat(answer.body()).doesNotContain("evil.example");
    var change =
        Knock.of(base, "POST", "/sign-out")
            .host(host)
            .with("Origin", "http://" + host)
            .cookie(signIn("adam"))
            .body("")
            .send();
    assertThat(change.status()).isIn(400, 421);
  }

  @Test
  void headers_of_a_proxy_that_anybody_can_write_change_nothing() throws Exception {
    for (var header :
        List.of(
            "X-Forwarded-Host",
            "X-Forwarded-Server",
            "X-Host",
            "X-Original-URL",
            "X-Rewrite-URL",
            "X-Forwarded-Prefix",
            "Forwarded")) {
      var value =
          header.endsWith("URL")
              ? "/casework/cases"
              : header.equals("Forwarded") ? "host=evil.example;proto=https" : "evil.example";
      for (var path : List.of("/", "/pl/", "/casework", "/sign-in", "/no-such-page")) {
        var plain = Knock.get(base, path).send();
        var forged = Knock.get(base, path).with(header, value).send();
        assertThat(forged.status()).as(header + " at " + path).isEqualTo(plain.status());
        assertThat(forged.location()).isEqualTo(plain.location()).doesNotContain("evil");
        assertThat(forged.body()).doesNotContain("evil.example");
      }
    }
    // nobody becomes somebody by saying so
    for (var header : List.of("X-Forwarded-For", "X-Remote-User", "Authorization", "X-User")) {
      assertRefused(Knock.get(base, "/casework").with(header, "piotr 127.0.0.1").send(), header);
    }
  }

  @Test
  void what_no_browser_sends_is_refused_without_a_word_about_the_server() throws Exception {
    for (var head :
        List.of(
            "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
            "GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n",
            "GET /% HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            "GET /a%00b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            "GET /casework HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
            "GET /casework HTTP/9.9\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            "POST /me HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n",
            "POST /me HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\nConnection: close\r\n\r\n",
            "GET /"
                + "a".repeat(20_000)
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")) {
      var answer = Knock.raw(base, head, null);
      var as = head.substring(0, Math.min(60, head.length()));
      // 505: a version of HTTP that nobody speaks
      assertThat(answer.status())
          .as(as)
          .satisfiesAnyOf(
              status -> assertThat(status).isLessThan(500),
              status -> assertThat(status).isEqualTo(505));
      assertThat(answer.body())
          .as(as)
          .doesNotContain("Payara", "GlassFish", "Grizzly", "Exception", "evil.example");
      assertThat(answer.header("Server")).as(as).isEmpty();
    }
  }

  // ------------------------------------------------------------------ ways out

  @Test
  void no_parameter_leads_to_another_host() throws Exception {
    var wrong = new ArrayList<String>();
    var adam = signIn("adam");
    for (var way : WAYS_OUT) {
      for (var name : NAMES_OF_WAYS) {
        var query = "?" + name + "=" + encoded(way);
        for (var path :
            List.of(
                "/",
                "/sign-in",
                "/pl/",
                "/pl/form",
                "/pl/mailbox",
                "/pl/mailbox/open",
                "/casework",
                "/me",
                "/keys",
                "/demo/post")) {
          check(path + query, get(path + query, ""), wrong);
          check(path + query, get(path + query, adam), wrong);
        }
        check(
            "sign-in with " + query,
            Knock.form(base, "/sign-in", "demo=adam&" + query.substring(1)).send(),
            wrong);
        check(
            "language with " + query,
            Knock.form(base, "/me", "language=pl&" + query.substring(1)).cookie(adam).send(),
            wrong);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static void check(String as, Knock.Answer answer, List<String> wrong) {
    var location = answer.location();
    if (answer.status() >= 500) {
      wrong.add(as + ": " + answer.status());
    }
    if (!location.isEmpty()
        && (!location.matches("/([^/\\\\].*)?") || decodesToAnother(location))) {
      wrong.add(as + " leads to " + location);
    }
    if (!answer.cookie("taken").isEmpty() || answer.header("taken").isPresent()) {
      wrong.add(as + " writes a header");
    }
    if (Pattern.compile("(?:href|action)=\"(?:https?:)?//evil|href=\"javascript:")
        .matcher(answer.body())
        .find()) {
      wrong.add(as + " has a link to it");
    }
  }

  private static boolean decodesToAnother(String location) {
    var path = location.replaceFirst("\\?.*", "");
    return path.contains("evil.example");
  }

  @Test
  void the_exit_leads_where_the_house_says_whoever_asks() throws Exception {
    for (var name : NAMES_OF_WAYS) {
      var answer = get("/exit?" + name + "=" + encoded("https://evil.example/"), "");
      assertThat(answer.location()).startsWith("https://").doesNotContain("evil");
    }
  }

  // ------------------------------------------------------------------ sessions

  @Test
  void a_session_that_somebody_else_chose_is_not_taken_over() throws Exception {
    var first = Knock.form(base, "/sign-in", "demo=adam").send();
    var name = first.cookies().replaceFirst("=.*", "");
    var planted = name + "=" + "A".repeat(43);
    var answer = Knock.form(base, "/sign-in", "demo=adam").cookie(planted).send();
    assertThat(answer.cookies()).contains(name + "=").doesNotContain("A".repeat(43));
    assertRefused(get("/me", planted), "the planted session");
    assertThat(get("/me", answer.cookies()).status()).isEqualTo(200);
    assertThat(answer.cookies()).isNotEqualTo(first.cookies());
  }

  @Test
  void after_signing_out_the_session_opens_nothing_and_the_browser_forgets() throws Exception {
    var adam = signIn("adam");
    assertThat(get("/me", adam).status()).isEqualTo(200);
    var answer = Knock.form(base, "/sign-out", "").cookie(adam).send();
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Clear-Site-Data").orElse("")).contains("cache", "storage");
    assertRefused(get("/me", adam), "the session that ended");
  }

  @Test
  void a_session_in_the_address_or_twice_is_none() throws Exception {
    var adam = signIn("adam");
    var pair = adam.split("; ")[0];
    assertRefused(get("/me?" + pair, ""), "a session as a parameter");
    assertRefused(get("/me;" + pair, ""), "a session as a matrix parameter");
    assertRefused(get("/me", pair + "x"), "a session with a letter more");
    assertRefused(get("/me", pair.substring(0, pair.length() - 1)), "a session with one less");
    assertRefused(get("/me", pair.toUpperCase(java.util.Locale.ROOT)), "a session in capitals");
  }

  @Test
  void the_public_contract_takes_no_session() throws Exception {
    var piotr = signIn("piotr");
    assertThat(get("/api/mailbox", piotr).status()).isEqualTo(get("/api/mailbox", "").status());
  }

  // ------------------------------------------------------------------ one-time links

  @Test
  void a_one_time_link_opens_by_a_form_once_also_for_two_at_the_same_moment() throws Exception {
    var link = invite("twice");
    // looking changes nothing: a mail scanner looks, too
    for (int i = 0; i < 3; i++) {
      assertThat(get(link, "").status()).isEqualTo(200);
    }
    Knock.of(base, "HEAD", link).send();
    var answers =
        atOnce(() -> choose(link, "twice"), () -> choose(link, "twice"), () -> choose(link, "x"));
    assertThat(answers.stream().filter(status -> status == 303)).hasSize(1);
    assertThat(answers).allMatch(status -> status < 500);
    assertThat(choose(link, "twice")).isBetween(400, 499);
    assertThat(get(link, "").status()).isBetween(400, 499);
  }

  @Test
  void an_expired_link_and_one_of_a_closed_account_open_nothing() throws Exception {
    var expired = invite("late");
    change(
        "update access_one_time_link set expires_at = expires_at - interval '10 years' where"
            + " account_id = (select id from access_account where login = 'late')");
    assertThat(get(expired, "").status()).isBetween(400, 499);
    assertThat(choose(expired, "late")).isBetween(400, 499);

    var closed = invite("leaver");
    close("leaver");
    assertThat(choose(closed, "leaver")).isBetween(400, 499);
    assertThat(get("/welcome/" + "C".repeat(43), "").status()).isBetween(400, 499);
  }

  @Test
  void whose_account_is_closed_is_out_at_once() throws Exception {
    var link = invite("gone");
    var welcome =
        Knock.form(
                base, link, "password=" + encoded(PASSWORD + 1) + "&again=" + encoded(PASSWORD + 1))
            .send();
    assertThat(welcome.status()).as("welcome").isEqualTo(303);
    var session = welcome.cookies();
    assertThat(get("/sign-in", session).status()).isEqualTo(200);
    close("gone");
    assertRefused(get("/me", session), "the session of a closed account");
    var again = Knock.form(base, "/sign-in", "login=gone&password=" + encoded(PASSWORD + 1)).send();
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.cookies()).doesNotContain("session=");
  }

  private static String invite(String login) throws IOException {
    var answer =
        Knock.form(
                base,
                "/accounts",
                "login=" + login + "&name=Osoba+Testowa&language=pl&roles=ANALYST")
            .cookie(signIn("jan"))
            .send();
    var link = Pattern.compile("(/welcome/[A-Za-z0-9_-]+)").matcher(answer.body());
    assertThat(link.find()).as("an invitation for " + login).isTrue();
    return link.group(1);
  }

  private static int choose(String link, String word) throws IOException {
    var password = encoded(PASSWORD + word);
    return Knock.form(base, link, "password=" + password + "&again=" + password).send().status();
  }

  private static void close(String login) throws Exception {
    var id = one("select id from access_account where login = '" + login + "'");
    var answer =
        Knock.form(base, "/accounts/" + id + "/close", "sure=yes").cookie(signIn("jan")).send();
    assertThat(answer.status()).as("closing " + login).isLessThan(400);
    assertThat(one("select active from access_account where id = " + id)).isEqualTo("f");
  }

  // ------------------------------------------------------------------ partners and reporters

  @Test
  void a_partners_link_opens_with_its_own_pin_and_its_own_visit_only() throws Exception {
    var one = ReferralIT.send(program);
    var other = ReferralIT.send(program);
    var link = ReferralIT.letter(program, one.alias());
    var otherLink = ReferralIT.letter(program, other.alias());
    var words = "Streszczenie-Fiołek";

    // the pin of another link is a wrong pin
    if (!one.pin().equals(other.pin())) {
      var wrong = Knock.form(base, link + "/pin", "pin=" + encoded(other.pin())).send();
      assertThat(wrong.status()).isEqualTo(422);
      assertThat(wrong.cookies()).doesNotContain("visit");
    }
    var right = Knock.form(base, link + "/pin", "pin=" + encoded(one.pin())).send();
    assertThat(right.status()).isEqualTo(303);
    var visit = right.cookies();
    assertThat(get(link, visit).body()).contains(words);

    // the visit is this link's: on another it opens nothing
    assertThat(get(otherLink, visit).body()).doesNotContain(words);
    var taken = Knock.form(base, otherLink + "/accept", "").cookie(visit).send();
    assertThat(taken.status()).isNotEqualTo(303);
    // nor does it make its holder one of the institution
    assertRefused(get("/partner/referrals/" + one.alias(), visit), "a visit as a session");
    // a signed-in person of another role does not come in by the alias
    assertRefused(get("/partner/referrals/" + one.alias(), signIn("anna")), "the handler");

    // after leaving, the old visit is worth nothing
    var left = Knock.form(base, link + "/leave", "").cookie(visit).send();
    assertThat(left.status()).isEqualTo(303);
    assertThat(left.header("Clear-Site-Data").orElse("")).contains("cache", "storage");
    assertThat(get(link, visit).body()).doesNotContain(words);
    assertThat(get(link, "").body()).doesNotContain(words);

    one.answers("withdraw");
    assertThat(get(link, visit).status()).isEqualTo(410);
    assertThat(Knock.form(base, link + "/pin", "pin=" + encoded(one.pin())).send().status())
        .isEqualTo(410);
  }

  @Test
  void wrong_pins_end_before_they_could_be_guessed() throws Exception {
    var sent = ReferralIT.send(program);
    var link = ReferralIT.letter(program, sent.alias());
    int tries = 0;
    int status = 422;
    while (status == 422 && tries++ < 30) {
      status =
          Knock.form(base, link + "/pin", "pin=" + String.format("%06d", tries)).send().status();
    }
    assertThat(status).as("after " + tries + " tries").isEqualTo(429);
    assertThat(tries).isLessThan(12);
  }

  @Test
  void a_receipt_opens_its_own_mailbox_and_answers_its_own_questions() throws Exception {
    var one = ReferralIT.send(program);
    var filing = new Filing(base);
    var other = Filing.json(filing.file(Filing.report("pl", "Inna sprawa.")));
    var consent =
        filing.mailbox(one.receipt()).getJsonArray("consents").getJsonObject(0).getString("id");
    for (var path :
        List.of(
            "/api/mailbox/consents/" + consent, "/api/mailbox/consents/" + consent + "/identity")) {
      var answer =
          filing.post(
              path,
              "{\"answer\":\"withdraw\",\"name\":\"Mallory\"}",
              Map.of("X-Receipt", other.getString("receipt")));
      assertThat(answer.statusCode()).as(path).isBetween(400, 499);
    }
    assertThat(
            filing
                .mailbox(one.receipt())
                .getJsonArray("consents")
                .getJsonObject(0)
                .getString("status"))
        .isEqualTo("GIVEN");

    // a visit that has ended opens nothing, and its number is no other's
    var opened =
        Knock.form(base, "/pl/mailbox", "receipt=" + encoded(other.getString("receipt"))).send();
    var visit = opened.cookies();
    assertThat(get("/pl/mailbox/text", visit).body()).contains("Inna sprawa.");
    var left = Knock.form(base, "/pl/mailbox/leave", "").cookie(visit).send();
    assertThat(left.header("Clear-Site-Data").orElse("")).contains("cache", "storage");
    assertThat(get("/pl/mailbox/text", visit).body()).doesNotContain("Inna sprawa.");
    assertThat(get("/pl/mailbox/open", visit).status()).isNotEqualTo(200);
  }

  @Test
  void a_draft_of_somebody_else_is_not_opened_by_a_guess() throws Exception {
    for (var guess : List.of("1", "A".repeat(43), "' or '1'='1", "../../x", "%00")) {
      var answer = get("/pl/form/story", "draft=" + encoded(guess));
      var without = get("/pl/form/story", "");
      assertThat(answer.status()).as(guess).isIn(without.status(), 303, 400);
      assertThat(answer.body()).as(guess).isIn(without.body(), "");
    }
  }

  // ------------------------------------------------------------------ two persons

  @Test
  void who_proposes_an_outcome_does_not_confirm_it_and_it_is_confirmed_once() throws Exception {
    var at = readyToConclude();
    var piotr = signIn("piotr");
    assertThat(
            Knock.form(
                    base,
                    at + "/propose-outcome",
                    "outcome=INFO_GIVEN&text=" + encoded("Wyjaśniamy."))
                .cookie(piotr)
                .send()
                .status())
        .isEqualTo(303);
    var own = Knock.form(base, at + "/confirm-outcome", "decision=yes").cookie(piotr).send();
    assertThat(own.status()).as("one person twice").isIn(403, 409, 422);
    var ewa = signIn("ewa");
    var otherEwa = signIn("ewa");
    var answers =
        atOnce(
            () -> confirm(at, ewa),
            () -> confirm(at, otherEwa),
            () -> confirm(at, piotr),
            () -> confirm(at, ewa));
    assertThat(answers).allMatch(status -> status < 500);
    assertThat(
            one(
                "select count(*) from casework_outcome o join casework_case c on c.id = o.case_id"
                    + " where c.number = '"
                    + at.replaceFirst(".*/", "")
                    + "'"))
        .isEqualTo("1");
  }

  private static int confirm(String at, String cookies) throws IOException {
    return Knock.form(base, at + "/confirm-outcome", "decision=yes")
        .cookie(cookies)
        .send()
        .status();
  }

  @Test
  void who_writes_a_brief_does_not_release_it() throws Exception {
    var at = triaged();
    var piotr = Staff.signIn(base, "piotr");
    piotr.does(at + "/take");
    piotr.does(at + "/assess-complaint", "choice", "COUNCIL");
    piotr.does(
        at + "/write-brief",
        "type",
        "SYSTEMIC_ISSUE",
        "title",
        "Odmowy w sklepach",
        "question",
        "Czy Rada zaleca szkolenia?",
        "brief",
        "Klienci skarżą się na odmowy.");
    var item = one("select max(number) from council_agenda_item where status = 'PROPOSED'");
    Staff.signIn(base, "barbara")
        .post("/council/items/" + item + "/accept-item", "decision", "accept");
    var answer = piotr.post("/council/items/" + item + "/release-brief", "release", "yes");
    assertThat(answer.statusCode()).isIn(403, 409, 422);
    assertThat(one("select status from council_agenda_item where number = '" + item + "'"))
        .isEqualTo("ACCEPTED");
  }

  private static String readyToConclude() throws IOException {
    var at = triaged();
    var piotr = Staff.signIn(base, "piotr");
    piotr.does(at + "/take");
    piotr.does(at + "/assess-complaint", "choice", "CONCLUDE");
    return at;
  }

  private static String triaged() throws IOException {
    var filing = new Filing(base);
    var at =
        "/casework/cases/"
            + Filing.json(filing.file(Filing.report("pl", "Odmowa."))).getString("caseNumber");
    var joanna = Staff.signIn(base, "joanna");
    joanna.does(at + "/acknowledge-report", "text", "Czytamy.");
    joanna.does(
        at + "/qualify-report",
        "qualification",
        "SIGNAL",
        "risk",
        "NONE",
        "priority",
        "NORMAL",
        "title",
        "Odmowa w sklepie");
    return at;
  }

  // ------------------------------------------------------------------ the second step

  @Test
  void a_half_session_opens_no_more_than_nobody_has() throws Exception {
    withTelephone("halfway");
    var half = half("halfway");
    var nobody = Staff.nobody(base);
    var wrong = new ArrayList<String>();
    for (var row : Endpoints.table()) {
      if (row.who() != Who.SIGNED_IN && row.who() != Who.ROLES) {
        continue;
      }
      var path = row.path().replaceAll("\\{[^}]+}", "1");
      var theirs = row.changes() ? half.post(path) : half.get(path);
      var others = row.changes() ? nobody.post(path) : nobody.get(path);
      if (theirs.statusCode() == 200
          || theirs.statusCode() != others.statusCode()
          || !location(theirs).equals(location(others))) {
        wrong.add(row + ": " + theirs.statusCode() + " and " + others.statusCode());
      }
    }
    assertThat(wrong).isEmpty();
    // nor is the half session's secret a session's
    var pretender = Staff.nobody(base);
    pretender.cookies().set("session", half.cookies().value("half"));
    assertThat(location(pretender.get("/me"))).contains("/sign-in?then=");
    assertThat(half.get("/sign-in/code").statusCode()).as("its own page").isEqualTo(200);
  }

  @Test
  void a_code_opens_once_also_for_three_at_the_same_moment_and_never_again() throws Exception {
    var telephone = withTelephone("replayed");
    for (var code : List.of(telephone.next(), telephone.fromPaper())) {
      var one = half("replayed");
      var two = half("replayed");
      var three = half("replayed");
      var answers = atOnce(() -> pass(one, code), () -> pass(two, code), () -> pass(three, code));
      assertThat(answers).containsExactlyInAnyOrder(303, 422, 422);
      assertThat(pass(half("replayed"), code)).isEqualTo(422);
    }
  }

  private static int pass(Staff half, String code) throws IOException {
    return half.post("/sign-in/code", "code", code).statusCode();
  }

  /** Somebody who has set up a second step, at once or where the city leaves it to them. */
  private static Telephone withTelephone(String login) throws IOException {
    var link = invite(login);
    var person = Staff.nobody(base);
    var chosen = person.post(link, "password", PASSWORD + login, "again", PASSWORD + login);
    assertThat(chosen.statusCode()).isEqualTo(303);
    if (!location(chosen).endsWith("/sign-in/code")) {
      person.does("/me/second-step", "step-password", PASSWORD + login);
    }
    return Telephone.connected(person);
  }

  private static Staff half(String login) throws IOException {
    var person = Staff.nobody(base);
    var answer = person.post("/sign-in", "login", login, "password", PASSWORD + login);
    assertThat(location(answer)).endsWith("/sign-in/code");
    return person;
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  // ------------------------------------------------------------------ rights, retention, breaches

  @Test
  void the_number_of_anothers_request_opens_nothing() throws Exception {
    var filing = new Filing(base);
    var report =
        Json.createObjectBuilder(
                Json.createReader(new StringReader(Filing.report("pl", "Słowo-kosodrzewina.")))
                    .readObject())
            .add(
                "identity",
                Json.createObjectBuilder().add("mode", "NAMED").add("name", "Krystyna Próbna"))
            .build();
    var filed = Filing.json(filing.file(report.toString()));
    var number = filed.getString("caseNumber");
    var joanna = Staff.signIn(base, "joanna");
    var opened = joanna.post("/privacy/requests", "number", number, "kind", "ACCESS");
    assertThat(opened.statusCode()).isEqualTo(303);
    var at = URI.create(location(opened)).getPath();
    joanna.does(at + "/check", "document", "PASSPORT", "same", "yes");
    var anna = Staff.signIn(base, "anna");
    anna.does("/casework/cases/" + number + "/declare-conflict", "ownReason", "Znam tę osobę.");

    for (var login : List.of("anna", "marek", "zofia", "katarzyna", "jan", "adam", "helena")) {
      var person = Staff.signIn(base, login);
      for (var what : List.of("/package", "/receipt", "/lend", "/check-again")) {
        var answer = person.post(at + what);
        assertThat(answer.statusCode()).as(what + " by " + login).isIn(403, 409);
        assertThat(answer.body())
            .as(what + " by " + login)
            .doesNotContain("kosodrzewina", "Krystyna");
      }
      assertThat(person.post(at + "/check", "document", "PASSPORT", "same", "yes").statusCode())
          .as("a check by " + login)
          .isEqualTo(403);
    }
    assertThat(
            one(
                "select content_at is null from rights_request where number = '"
                    + at.replaceFirst(".*/", "")
                    + "'"))
        .as("nothing handed over")
        .isEqualTo("t");
    assertThat(filing.mailbox(filed.getString("receipt")).getString("caseNumber"))
        .as("the receipt still opens")
        .isEqualTo(number);
  }

  @Test
  void who_proposes_a_destruction_does_not_approve_it() throws Exception {
    var list = "L-2031-98765";
    change(
        "insert into retention_batch (id, number, cause, state, due_until, proposed_by,"
            + " proposed_at, version) select nextval('shared_id'), '"
            + list
            + "', 'TERM', 'PROPOSED', current_date, id, current_timestamp, 0 from access_account"
            + " where login = 'robert'");
    try {
      var robert = Staff.signIn(base, "robert");
      var again = Staff.signIn(base, "robert");
      var at = "/privacy/retention/lists/" + list;
      var answers =
          atOnce(
              () -> robert.post(at, "decision", "approve").statusCode(),
              () -> again.post(at, "decision", "approve").statusCode());
      assertThat(answers).containsOnly(403);
      for (var login : List.of("piotr", "ewa", "jan", "helena", "anna")) {
        var answer = Staff.signIn(base, login).post(at, "decision", "approve");
        assertThat(answer.statusCode()).as(login).isEqualTo(403);
      }
      assertThat(one("select state from retention_batch where number = '" + list + "'"))
          .isEqualTo("PROPOSED");
    } finally {
      change("delete from retention_batch where number = '" + list + "'");
    }
  }

  @Test
  void a_deputy_with_a_conflict_does_not_come_in_by_standing_in() throws Exception {
    var at = triaged();
    var number = at.replaceFirst(".*/", "");
    var anna = Staff.signIn(base, "anna");
    var piotr = Staff.signIn(base, "piotr");
    anna.does(at + "/take");
    piotr.does(at + "/declare-conflict", "ownReason", "Znam tę osobę.");
    var today =
        OffsetDateTime.parse(piotr.find("/api/demo/clock", "\"now\":\"([^\"]+)\"")).toLocalDate();
    anna.does(
        "/access/absences",
        "deputy",
        one("select id from access_account where login = 'piotr'"),
        "from-day",
        "" + today.getDayOfMonth(),
        "from-month",
        "" + today.getMonthValue(),
        "from-year",
        "" + today.getYear(),
        "to-day",
        "" + today.getDayOfMonth(),
        "to-month",
        "" + today.getMonthValue(),
        "to-year",
        "" + today.getYear());
    var absence =
        one(
            "select max(id) from access_absence where ended_at is null and account_id ="
                + " (select id from access_account where login = 'anna')");
    try {
      assertThat(piotr.get(at).statusCode()).isEqualTo(403);
      assertThat(piotr.post(at + "/assess-complaint", "choice", "REFER").statusCode())
          .isEqualTo(403);
      assertThat(piotr.post(at + "/notes", "note", "Notatka").statusCode()).isEqualTo(403);
      for (var list : List.of("/casework?list=mine", "/casework?list=team", "/casework/cases")) {
        assertThat(piotr.read(list)).as(list).doesNotContain(number);
      }
    } finally {
      anna.does("/access/absences/" + absence + "/end");
    }
  }

  @Test
  void a_breach_is_the_officers_alone() throws Exception {
    var magda = Staff.signIn(base, "magda");
    var opened = magda.post("/privacy/breach", "subject", "TEAM:OFFICE");
    assertThat(opened.statusCode()).isEqualTo(303);
    var at = URI.create(location(opened)).getPath();
    assertThat(at).matches("/privacy/breach/NR-\\d+");
    for (var login :
        List.of(
            "joanna", "anna", "piotr", "ewa", "marek", "barbara", "katarzyna", "jan", "helena")) {
      var person = Staff.signIn(base, login);
      for (var path : List.of("/privacy/breach", at)) {
        assertThat(person.get(path).statusCode()).as(path + " by " + login).isEqualTo(403);
      }
      for (var what : List.of("/decide", "/notified", "/close")) {
        assertThat(person.post(at + what, "authority", "NO", "reason", "x").statusCode())
            .as(what + " by " + login)
            .isEqualTo(403);
      }
      if (!List.of("anna", "piotr").contains(login)) {
        assertThat(person.post(at + "/tell").statusCode()).as("tell by " + login).isEqualTo(403);
      }
    }
    assertThat(location(Staff.nobody(base).get(at))).contains("/sign-in?then=");
  }

  // ------------------------------------------------------------------ tools

  private static String aCase() throws IOException {
    return Filing.json(new Filing(base).file(Filing.report("pl", "Odmowa obsługi.")))
        .getString("caseNumber");
  }

  private static String one(String question) throws SQLException {
    try (var connection = program.database();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(question)) {
      rows.next();
      return String.valueOf(rows.getString(1));
    }
  }

  private static void change(String sql) throws SQLException {
    try (var connection = program.database();
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isPositive();
    }
  }

  @SafeVarargs
  private static List<Integer> atOnce(Callable<Integer>... clicks) {
    var all =
        java.util.Arrays.stream(clicks)
            .map(
                click ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          try {
                            return click.call();
                          } catch (Exception e) {
                            throw new IllegalStateException(e);
                          }
                        }))
            .toList();
    return all.stream().map(CompletableFuture::join).toList();
  }
}
