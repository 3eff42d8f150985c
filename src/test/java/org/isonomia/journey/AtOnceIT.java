package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Many come at the same moment, on a program of their own: each waits for its turn, nobody with a
 * right receipt is sent away, and whoever sends drop by drop holds up only themselves.
 */
class AtOnceIT {
  private static final int PEOPLE = 300;
  private static final int GUESSERS = 300;
  private static final String WRONG = "1234 5678 9012 3456 7890";

  private static Program program;
  private static String receipt;

  private HttpClient http;

  @BeforeAll
  static void start() throws Exception {
    program = Program.start("at-once", Map.of("isonomia.demo", "true"));
    var filing = new Filing(program.baseUrl());
    receipt = Filing.json(filing.file(Filing.report("pl", "Wszyscy naraz"))).getString("receipt");
  }

  /** No connection of another test, which the server may close just when it is used again. */
  @BeforeEach
  void connect() {
    http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  @AfterAll
  static void stop() {
    program.close();
  }

  @Test
  void hundreds_with_a_right_receipt_come_in_at_the_same_moment_beside_hundreds_who_guess() {
    var answers =
        IntStream.range(0, PEOPLE + GUESSERS)
            .mapToObj(i -> typed(i % 2 == 0 ? receipt : WRONG))
            .map(request -> http.sendAsync(request, HttpResponse.BodyHandlers.discarding()))
            .toList();
    for (var i = 0; i < answers.size(); i++) {
      var status = answers.get(i).join().statusCode();
      if (i % 2 == 0) {
        assertThat(status).as("a right receipt").isEqualTo(303);
      } else {
        assertThat(status).as("a wrong one").isIn(422, 429);
      }
    }
  }

  @Test
  void the_same_for_the_contract_of_applications() {
    var answers =
        IntStream.range(0, PEOPLE)
            .mapToObj(
                i ->
                    HttpRequest.newBuilder(program.baseUrl().resolve("/api/mailbox"))
                        .header("X-Receipt", receipt)
                        .build())
            .map(request -> http.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
            .toList();
    assertThat(answers.stream().map(CompletableFuture::join))
        .allSatisfy(
            answer -> {
              assertThat(answer.statusCode()).isEqualTo(200);
              assertThat(answer.body()).contains("caseNumber");
            });
  }

  @Test
  void reports_are_filed_at_the_same_moment_beside_receipts() throws Exception {
    var filing = new Filing(program.baseUrl());
    var people = Executors.newFixedThreadPool(130);
    try {
      var all = new ArrayList<Future<Integer>>();
      for (var i = 0; i < 130; i++) {
        boolean files = i % 4 > 0;
        all.add(
            people.submit(
                () ->
                    files
                        ? filing.file(Filing.report("pl", "Wszyscy naraz")).statusCode()
                        : http.send(typed(WRONG), HttpResponse.BodyHandlers.discarding())
                            .statusCode()));
      }
      for (var one : all) {
        assertThat(one.get(120, TimeUnit.SECONDS)).isIn(201, 422, 429);
      }
    } finally {
      people.shutdownNow();
    }
  }

  @Test
  void who_sends_a_receipt_drop_by_drop_holds_up_nobody() throws Exception {
    var slow = new ArrayList<Socket>();
    try {
      for (var i = 0; i < 100; i++) {
        var socket = connected();
        slow.add(socket);
        socket
            .getOutputStream()
            .write(
                i % 2 == 0
                    ? posted("Content-Length: 32\r\n\r\nreceipt=12")
                    : new String(posted("Content-Length: 32\r\n\r\n{"), StandardCharsets.US_ASCII)
                        .replace("/pl/mailbox", "/api/reports")
                        .replace("application/x-www-form-urlencoded", "application/json")
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
      }
      assertThat(http.send(typed(receipt), HttpResponse.BodyHandlers.discarding()).statusCode())
          .isEqualTo(303);
      assertThat(
              http.send(
                      HttpRequest.newBuilder(program.baseUrl().resolve("/pl/"))
                          .timeout(Duration.ofSeconds(20))
                          .build(),
                      HttpResponse.BodyHandlers.discarding())
                  .statusCode())
          .isEqualTo(200);
    } finally {
      for (var socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void who_goes_away_while_they_wait_or_send_nonsense_takes_no_place_with_them() throws Exception {
    var whole = "Content-Length: 32\r\n\r\nreceipt=1234+5678+9012+3456+7890";
    var broken = "Transfer-Encoding: chunked\r\n\r\nzz\r\nreceipt=12\r\n";
    var empty = "Content-Length: 0\r\n\r\n";
    for (var i = 0; i < 60; i++) {
      for (var body : new String[] {whole, broken, empty}) {
        try (var socket = connected()) {
          socket.getOutputStream().write(posted(body));
          socket.getOutputStream().flush();
        }
      }
    }
    for (var i = 0; i < 20; i++) {
      assertThat(http.send(typed(receipt), HttpResponse.BodyHandlers.discarding()).statusCode())
          .isEqualTo(303);
    }
  }

  @Test
  void large_forms_that_never_end_take_the_memory_of_nobody_else() throws Exception {
    var slow = new ArrayList<Socket>();
    try {
      // none of them is whole
      var taken = 0;
      for (var i = 0; i < 100; i++) {
        var socket = connected();
        slow.add(socket);
        try {
          socket
              .getOutputStream()
              .write(posted("Content-Length: 500100\r\n\r\nreceipt=" + "1".repeat(499_000)));
          socket.getOutputStream().flush();
          taken++;
        } catch (IOException refused) {
          // it takes no more
        }
      }
      assertThat(taken).as("were taken").isGreaterThan(90);
      for (var i = 0; i < 5; i++) {
        assertThat(http.send(typed(receipt), HttpResponse.BodyHandlers.discarding()).statusCode())
            .isEqualTo(303);
      }
      for (var i = 0; i < 3; i++) {
        var untyped = connected();
        slow.add(untyped);
        untyped
            .getOutputStream()
            .write(
                new String(posted("Content-Length: 900\r\n\r\nx"), StandardCharsets.US_ASCII)
                    .replaceAll("Content-Type: [^\r]*\r\n", "")
                    .getBytes(StandardCharsets.US_ASCII));
        untyped.getOutputStream().flush();
      }
      var at = System.nanoTime();
      assertThat(http.send(typed(receipt), HttpResponse.BodyHandlers.discarding()).statusCode())
          .isEqualTo(303);
      assertThat(Duration.ofNanos(System.nanoTime() - at)).isLessThan(Duration.ofSeconds(20));
    } finally {
      for (var socket : slow) {
        socket.close();
      }
    }
    // and what they took is given back
    assertThat(
            http.send(
                    form("/pl/form/story", "narrative=" + "a".repeat(9_000)).build(),
                    HttpResponse.BodyHandlers.discarding())
                .statusCode())
        .isEqualTo(303);
  }

  @Test
  void who_sends_too_fast_is_asked_again_with_every_word_and_holds_up_nobody_else()
      throws Exception {
    try (var narrow =
        Program.start("narrow", Map.of("isonomia.demo", "true", "isonomia.flood.answers", "1"))) {
      var begun = told(narrow, "/pl/form/story", "");
      assertThat(begun.statusCode()).isEqualTo(303);
      var cookie =
          begun.headers().allValues("Set-Cookie").stream()
              .filter(set -> set.startsWith("__Host-draft="))
              .findFirst()
              .orElseThrow()
              .replaceFirst(";.*", "");
      assertThat(told(narrow, "/pl/form/story", cookie).statusCode()).isEqualTo(303);
      for (var path : List.of("/pl/form/story", "/pl/form/story/", "/pl/form/story;x=1")) {
        var again = told(narrow, path, cookie);
        assertThat(again.statusCode()).as(path).isEqualTo(429);
        assertThat(again.body())
            .as(path)
            .contains(
                "action=\"" + path + "\"", "Wyślij jeszcze raz", "formaction=\"/uk/form/story")
            .contains("name=\"narrative\" value=\"Szef powiedział: &#34;nie&#34;.\nI &lt;wyszedł>");
      }
      assertThat(told(narrow, "/pl/form/story", "").statusCode()).as("another").isEqualTo(303);
      assertThat(narrow.output()).doesNotContain("Szef");
    }
  }

  @Test
  void a_body_that_is_too_large_is_refused() throws Exception {
    var announced =
        http.send(
            form("/pl/mailbox", "receipt=" + "1".repeat(1_400_000)).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(announced.statusCode()).isEqualTo(413);
    var counted =
        http.send(
            HttpRequest.newBuilder(program.baseUrl().resolve("/pl/mailbox"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(
                    HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofString("receipt=" + "1".repeat(1_400_000))))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(counted.statusCode()).isEqualTo(413);
    assertThat(counted.body()).contains("<h1");
  }

  private HttpResponse<String> told(Program of, String path, String cookie) throws Exception {
    var words = URLEncoder.encode("Szef powiedział: \"nie\".\nI <wyszedł>", StandardCharsets.UTF_8);
    return http.send(
        HttpRequest.newBuilder(of.baseUrl().resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .header("Cookie", cookie.isEmpty() ? "none=1" : cookie)
            .POST(HttpRequest.BodyPublishers.ofString("narrative=" + words))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static Socket connected() throws IOException {
    return new Socket(program.baseUrl().getHost(), program.baseUrl().getPort());
  }

  private static byte[] posted(String lengthAndBody) {
    return ("POST /pl/mailbox HTTP/1.1\r\nHost: "
            + program.baseUrl().getAuthority()
            + "\r\nSec-Fetch-Site: same-origin\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n"
            + lengthAndBody)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static HttpRequest typed(String digits) {
    return form("/pl/mailbox", "receipt=" + digits.replace(' ', '+')).build();
  }

  private static HttpRequest.Builder form(String path, String body) {
    return HttpRequest.newBuilder(program.baseUrl().resolve(path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Sec-Fetch-Site", "same-origin")
        .timeout(Duration.ofSeconds(90))
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }
}
