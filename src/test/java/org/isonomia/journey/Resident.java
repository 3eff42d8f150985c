package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * A resident's browser without scripts and without a screen: it keeps cookies, reads pages and
 * sends forms, and answers whatever question the journey asks.
 */
final class Resident {
  private static final Pattern RECEIPT = Pattern.compile("id=\"receipt\">([0-9 ]{24})<");
  private static final Pattern NUMBER = Pattern.compile("id=\"case-number\">(ET-[0-9-]+)<");
  private static final Pattern RADIO =
      Pattern.compile("<input[^>]*name=\"([^\"]+)\"[^>]*type=\"radio\"[^>]*value=\"([^\"]+)\"");
  private static final int MOST_STEPS = 40;
  private static final long QUICK_FOR = 30_000_000_000L;

  private final Program program;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieJar())
          .build();

  Resident(Program program) {
    this.program = program;
  }

  record Filed(String number, String receipt) {}

  HttpResponse<String> get(String path) throws IOException {
    return send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<byte[]> bytes(String path) throws IOException {
    return send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  HttpResponse<String> post(String path, String... fields) throws IOException {
    var body = new StringBuilder();
    for (var i = 0; i < fields.length; i += 2) {
      if (fields[i + 1].contains(" ")) {
        Canaries.add(fields[i + 1]);
      }
      body.append(i == 0 ? "" : "&").append(fields[i]).append('=');
      body.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Adds a file on a page with a field of files. */
  HttpResponse<String> upload(String path, String name, byte[] file) throws IOException {
    var body = new ByteArrayOutputStream();
    var part = "--part\r\nContent-Disposition: form-data; name=\"";
    body.writeBytes(
        (part + "files\"; filename=\"" + name + "\"\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    body.writeBytes(file);
    body.writeBytes(
        ("\r\n" + part + "action\"\r\n\r\nadd\r\n--part--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=part")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /**
   * Files a report, with each page looked at as it comes and, where it refuses an empty answer, as
   * it comes back.
   *
   * @param answers by step; what is not named gets the first choice of each question
   * @param look gets a name of the page and the answer
   */
  Filed file(
      String language,
      Map<String, Map<String, String>> answers,
      BiConsumer<String, HttpResponse<String>> look)
      throws IOException {
    var at = "/" + language + "/form";
    var next = location(get(at));
    for (var steps = 0; steps < MOST_STEPS; steps++) {
      var step = next.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
      var page = get(next);
      assertThat(page.statusCode()).as(next).isEqualTo(200);
      look.accept(step, page);
      if (step.equals("check")) {
        send(next);
        return done(language);
      }
      var empty = post(next);
      if (empty.statusCode() == 422) {
        look.accept(step + "-wrong", empty);
      }
      var answer = post(next, fields(page.body(), answers.getOrDefault(step, Map.of())));
      assertThat(answer.statusCode()).as(next + " said: " + errors(answer.body())).isEqualTo(303);
      next = location(answer);
    }
    throw new AssertionError("the journey does not end");
  }

  private Filed done(String language) throws IOException {
    var done = get("/" + language + "/form/done").body();
    var filed = new Filed(first(NUMBER, done), first(RECEIPT, done));
    Canaries.add(filed.receipt());
    return filed;
  }

  /** Faster than any person, it is asked to press again. */
  private void send(String check) throws IOException {
    var until = System.nanoTime() + QUICK_FOR;
    var answer = post(check);
    while (answer.statusCode() == 422 && System.nanoTime() < until) {
      answer = post(check);
    }
    assertThat(answer.statusCode()).as(errors(answer.body())).isEqualTo(303);
  }

  private static String[] fields(String page, Map<String, String> answers) {
    var fields = new ArrayList<String>();
    answers.forEach((name, value) -> fields.addAll(List.of(name, value)));
    var radios = RADIO.matcher(page);
    while (radios.find()) {
      if (!answers.containsKey(radios.group(1)) && !fields.contains(radios.group(1))) {
        fields.addAll(List.of(radios.group(1), radios.group(2)));
      }
    }
    return fields.toArray(String[]::new);
  }

  static String first(Pattern pattern, String page) {
    var matcher = pattern.matcher(page);
    assertThat(matcher.find()).as(pattern + " in " + page).isTrue();
    return matcher.group(1);
  }

  private static String errors(String page) {
    return page.replaceAll("(?s).*?<main", "<main").replaceAll("<[^>]+>", " ").strip();
  }

  private static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(program.baseUrl().resolve("/") + path.substring(1)));
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> as)
      throws IOException {
    try {
      return http.send(request, as);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
