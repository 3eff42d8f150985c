package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Somebody begins reports by the hundred, more than there is room for, and goes on while a person
 * fills in the form: the person is never refused, loses no word, and files.
 */
class FloodIT {
  private static final int ROOM = 30;

  /** Room is made with every so many beginnings. */
  private static final int EVERY = 20;

  private static final int BYTES = 600_000;

  /** Of one mailbox in a minute. */
  private static final int WRITES = 12;

  private static final String STORY = "Powiedzieli, ze dla takich jak my nie ma miejsc, i wyszli";
  private static final Pattern KEPT = Pattern.compile("name=\"kept\" value=\"([A-Za-z0-9_-]+)\"");

  private static Program program;
  private static HttpClient http;

  @BeforeAll
  static void start() {
    program =
        Program.start(
            "flood",
            Map.of(
                "isonomia.demo",
                "true",
                "isonomia.drafts.most",
                String.valueOf(ROOM),
                "isonomia.drafts.bytes",
                String.valueOf(BYTES),
                "isonomia.flood.writes",
                String.valueOf(WRITES)));
    http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  @AfterAll
  static void stop() {
    program.close();
  }

  @Test
  void a_person_files_while_somebody_spends_all_the_room_again_and_again() throws Exception {
    // more than anybody's bucket for a minute held
    assertThat(flood(700)).allMatch(status -> status == 303);

    var person = new Person();
    person.step("safe", Map.of("danger", "no"));
    person.step("who", Map.of("role", "VICTIM"));
    person.step("you", Map.of("identity", "ANONYMOUS"));
    person.step("story", Map.of("narrative", STORY));
    person.step("when", Map.of("unsure", "yes"));
    person.step("place", Map.of("area", "PUBLIC_TRANSPORT", "place", "tramwaj 4"));
    person.step("about", Map.of("grounds", "NATIONALITY"));
    person.step("how", Map.of("conduct", "HATE_INCIDENT"));
    person.step("by", Map.of("respondent", "CITY_UNIT"));

    var check = person.get("/pl/form/check");
    assertThat(check.body()).contains(STORY, "tramwaj 4");
    assertThat(flood(60)).allMatch(status -> status == 303);
    var sent = person.post("/pl/form/check", Map.of());
    for (var i = 0; sent.statusCode() == 422 && i < 200; i++) {
      // whoever is faster than a reader is asked to press again
      sent = person.post("/pl/form/check", Map.of());
    }
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(sent.headers().firstValue("Location")).contains("/pl/form/done");
    var done = person.get("/pl/form/done").body();
    var receipt = first(Pattern.compile("id=\"receipt\">([0-9 ]{24})<"), done);
    assertThat(person.post("/pl/mailbox", Map.of("receipt", receipt)).statusCode()).isEqualTo(303);
    assertThat(person.get("/pl/mailbox/text").body()).contains(STORY);
    // it is in the register, with every word, for whoever handles it
    var number = first(Pattern.compile("id=\"case-number\">(ET-\\d{4}-\\d+)<"), done);
    assertThat(Staff.signIn(program.baseUrl(), "joanna").read("/casework/cases/" + number))
        .contains(STORY, "tramwaj 4");
  }

  @Test
  void the_oldest_go_first_in_number_and_last_those_to_which_a_code_leads() throws Exception {
    var oldest = new Person();
    oldest.step("story", Map.of("narrative", STORY));
    var left = new Person();
    left.step("story", Map.of("narrative", STORY));
    left.post("/pl/later?step=story", Map.of());
    var code =
        first(
            Pattern.compile("id=\"code\">([0-9 ]{24})<"),
            left.get("/pl/later/code?step=story").body());
    atOnce(5);
    assertThat(withCookie("/pl/form/story", oldest.cookie())).as("there is room").contains(STORY);
    flood(60);
    assertThat(withCookie("/pl/form/story", oldest.cookie())).doesNotContain(STORY);
    // nobody has a page open that carries its words
    assertThat(new Person().post("/pl/later/open", Map.of("code", code)).statusCode())
        .isEqualTo(303);
  }

  @Test
  void the_oldest_go_first_in_bytes_too_however_small_they_are() throws Exception {
    flood(60); // what other tests left is gone
    var old = new Person();
    old.step("story", Map.of("narrative", STORY));
    for (var i = 0; i < 20; i++) {
      new Person().step("story", Map.of("narrative", "ż".repeat(19_000)));
    }
    var latest = new Person();
    latest.step("story", Map.of("narrative", STORY));
    for (var i = 0; i < 20; i++) {
      new Person().step("story", Map.of("narrative", "krótko"));
    }
    assertThat(withCookie("/pl/form/story", old.cookie())).doesNotContain(STORY);
    assertThat(withCookie("/pl/form/story", latest.cookie())).contains(STORY);
  }

  @Test
  void what_was_left_never_becomes_a_draft_again_and_a_second_click_is_the_same_draft()
      throws Exception {
    var person = new Person();
    person.step("story", Map.of("narrative", STORY));
    person.get("/pl/form/place");
    var before = person.cookie();
    assertThat(withCookie("/pl/form/story", before)).as("it opens the draft").contains(STORY);
    flood(60);
    var first = person.again("/pl/form/place", before);
    var second = person.again("/pl/form/place", before);
    assertThat(first).as("made again from the copy").isNotEqualTo(before).isEqualTo(second);

    var leaving = new Person();
    leaving.step("story", Map.of("narrative", STORY));
    leaving.get("/pl/form/place");
    var cookie = leaving.cookie();
    assertThat(leaving.get("/exit").statusCode()).isIn(200, 303);
    // whoever finds the page of before, and even the cookie, sends them again
    var after = leaving.again("/pl/form/place", cookie);
    assertThat(withCookie("/pl/form/story", cookie)).doesNotContain(STORY);
    assertThat(withCookie("/pl/form/story", after)).doesNotContain(STORY);
  }

  @Test
  void what_a_page_carries_opens_in_no_other_browser_and_not_after_exit() throws Exception {
    var person = new Person();
    person.step("story", Map.of("narrative", STORY));
    var kept = first(KEPT, person.get("/pl/form/place").body());
    var stranger = new Person();
    stranger.step("who", Map.of("role", "WITNESS"));
    stranger.carried = kept;
    flood(60);
    stranger.post("/pl/form/place", Map.of("place", "tramwaj 4"));
    assertThat(stranger.get("/pl/form/story").body()).doesNotContain(STORY);
    var gone = new Person(); // Exit ends the cookie; the page may still be open in another window
    gone.carried = kept;
    gone.post("/pl/form/place", Map.of("place", "tramwaj 4"));
    assertThat(gone.get("/pl/form/story").body()).doesNotContain(STORY);
  }

  @Test
  void the_visits_to_one_mailbox_share_its_bucket_and_another_mailbox_has_its_own()
      throws Exception {
    var rest = new Filing(program.baseUrl());
    var one = Filing.json(rest.file(Filing.report("pl", "Jedna sprawa."))).getString("receipt");
    var other = Filing.json(rest.file(Filing.report("pl", "Inna sprawa."))).getString("receipt");
    var taken = 0;
    for (var visit = 0; visit < 3; visit++) {
      taken += taken(one, WRITES);
    }
    // the bucket fills a little meanwhile
    assertThat(taken).isBetween(WRITES, 2 * WRITES);
    assertThat(taken(other, WRITES)).isEqualTo(WRITES);
  }

  /** A visit that presses so often; how many presses were not told that they are too fast. */
  private static int taken(String receipt, int presses) throws Exception {
    var visit = new Person();
    assertThat(visit.post("/pl/mailbox", Map.of("receipt", receipt)).statusCode()).isEqualTo(303);
    var taken = 0;
    for (var i = 0; i < presses; i++) {
      var pressed = visit.post("/pl/mailbox/consent", Map.of("id", "0", "answer", "no"));
      taken += pressed.statusCode() == 429 ? 0 : 1;
    }
    return taken;
  }

  private static String withCookie(String path, String cookie)
      throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(program.baseUrl().resolve(path))
                .header("Cookie", cookie)
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  /**
   * Beginnings of somebody who keeps no cookie. All of them are there when the last ones begin,
   * which make room.
   */
  private static java.util.List<Integer> flood(int many) {
    var begun = new java.util.ArrayList<>(atOnce(many));
    begun.addAll(atOnce(EVERY));
    return begun;
  }

  private static java.util.List<Integer> atOnce(int many) {
    var begun =
        IntStream.range(0, many)
            .mapToObj(i -> http.sendAsync(beginning(i), HttpResponse.BodyHandlers.discarding()))
            .toList();
    return begun.stream().map(CompletableFuture::join).map(HttpResponse::statusCode).toList();
  }

  private static HttpRequest beginning(int i) {
    return request("/pl/form/story", Map.of("narrative", "x" + i)).build();
  }

  private static HttpRequest.Builder request(String path, Map<String, String> fields) {
    var body = new StringBuilder();
    fields.forEach(
        (name, value) ->
            body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return HttpRequest.newBuilder(program.baseUrl().resolve(path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Sec-Fetch-Site", "same-origin")
        .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
  }

  private static String first(Pattern pattern, String page) {
    var found = pattern.matcher(page);
    assertThat(found.find()).as(pattern.pattern()).isTrue();
    return found.group(1);
  }

  /** A browser that sends what its page carries. */
  private static final class Person {
    private final CookieJar cookies = new CookieJar();
    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
    private boolean begun;
    private String carried;

    /** Looks at the question, and while the answer is thought of others take all the room. */
    void step(String name, Map<String, String> fields) throws Exception {
      assertThat(get("/pl/form/" + name).statusCode()).isEqualTo(200);
      if (begun) {
        flood(60);
      }
      assertThat(post("/pl/form/" + name, fields).statusCode()).as(name).isEqualTo(303);
      begun = true;
    }

    String cookie() {
      return cookies.get(null, null).get("Cookie").get(0);
    }

    /** The page is sent with a cookie of before; the cookie that is there afterwards. */
    String again(String path, String cookie) throws IOException, InterruptedException {
      var sent =
          http.send(
              request(path, Map.of("place", "tramwaj 4", "kept", carried))
                  .header("Cookie", cookie)
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      return sent.headers().allValues("Set-Cookie").stream()
          .filter(set -> set.startsWith("__Host-draft="))
          .map(set -> set.replaceFirst(";.*", ""))
          .findFirst()
          .orElse(cookie);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
      var answer =
          browser.send(
              HttpRequest.newBuilder(program.baseUrl().resolve(path)).build(),
              HttpResponse.BodyHandlers.ofString());
      var found = KEPT.matcher(answer.body());
      carried = found.find() ? found.group(1) : carried;
      return answer;
    }

    HttpResponse<String> post(String path, Map<String, String> fields)
        throws IOException, InterruptedException {
      var all = new LinkedHashMap<>(fields);
      if (carried != null) {
        all.put("kept", carried);
      }
      return browser.send(request(path, all).build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
