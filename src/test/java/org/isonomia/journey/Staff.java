package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A signed-in person who speaks plain HTTP: opens pages, posts forms, keeps the session's cookie.
 */
public final class Staff {
  private final URI base;
  private final CookieJar cookies = new CookieJar();
  private final HttpClient http;

  private Staff(URI base) {
    this.base = base;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
  }

  static Staff nobody(URI base) {
    return new Staff(base);
  }

  public static Staff signIn(URI base, String login) throws IOException {
    var staff = new Staff(base);
    assertThat(staff.post("/sign-in", "demo", login).statusCode())
        .as("sign-in of " + login)
        .isEqualTo(303);
    return staff;
  }

  CookieJar cookies() {
    return cookies;
  }

  public HttpResponse<String> get(String path) throws IOException {
    return send(HttpRequest.newBuilder(base.resolve(path)).GET());
  }

  /** A page that must answer 200. */
  public String read(String path) throws IOException {
    var answer = get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  /** Posts a form; fields and values in pairs. */
  HttpResponse<String> post(String path, String... fields) throws IOException {
    var body = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      body.append(i == 0 ? "" : "&")
          .append(encode(fields[i]))
          .append('=')
          .append(encode(fields[i + 1]));
    }
    return postBody(path, body.toString());
  }

  /** Posts a form that is encoded already. */
  HttpResponse<String> postBody(String path, String body) throws IOException {
    return send(
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Posts a form as one with files, of which none was chosen; fields and values in pairs. */
  HttpResponse<String> postParts(String path, String... fields) throws IOException {
    var body = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      body.append("--part\r\nContent-Disposition: form-data; name=\"" + fields[i] + "\"\r\n\r\n")
          .append(fields[i + 1] + "\r\n");
    }
    body.append("--part\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\"\r\n")
        .append("Content-Type: application/octet-stream\r\n\r\n\r\n--part--\r\n");
    return send(
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "multipart/form-data; boundary=part")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  /** Presses a button that answers with a file. */
  HttpResponse<byte[]> bytes(String path) throws IOException {
    try {
      return http.send(
          HttpRequest.newBuilder(base.resolve(path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("Sec-Fetch-Site", "same-origin")
              .timeout(Duration.ofSeconds(60))
              .POST(HttpRequest.BodyPublishers.ofString(""))
              .build(),
          HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** Posts a form that must be taken: the answer leads on to another page. */
  void does(String path, String... fields) throws IOException {
    var answer = post(path, fields);
    assertThat(answer.statusCode()).as(path + ": " + words(answer.body())).isEqualTo(303);
  }

  /** The first match of a pattern on a page, its first group. */
  String find(String path, String pattern) throws IOException {
    var matcher = Pattern.compile(pattern).matcher(read(path));
    assertThat(matcher.find()).as(pattern + " at " + path).isTrue();
    return matcher.group(1);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return http.send(
          request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static String words(String html) {
    var errors =
        Pattern.compile("govuk-error-message\"[^>]*>(.*?)</p>", Pattern.DOTALL).matcher(html);
    var found = new StringBuilder();
    while (errors.find()) {
      found.append(errors.group(1).replaceAll("<[^>]+>", "")).append("; ");
    }
    return found.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
