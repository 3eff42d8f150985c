package org.isonomia.journey;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** The public REST contract as a client of it sees it: files reports, reads mailboxes. */
public final class Filing {
  /** One client for the JVM: connections are kept, as a browser keeps them. */
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final URI base;

  public Filing(URI base) {
    this.base = base;
  }

  /** The example of the contract, with words of one's own. */
  public static String report(String language, String narrative) {
    Canaries.add(narrative);
    return Json.createObjectBuilder()
        .add("language", language)
        .add("identity", Json.createObjectBuilder().add("mode", "ANONYMOUS"))
        .add("role", "VICTIM")
        .add("requested", "SIGNAL")
        .add("narrative", narrative)
        .add(
            "incident",
            Json.createObjectBuilder()
                .add("date", "2026-11-01")
                .add("time", "20:50")
                .add("place", "tramwaj linii 4")
                .add("area", "PUBLIC_TRANSPORT"))
        .add("grounds", Json.createArrayBuilder().add("NATIONALITY"))
        .add("conduct", Json.createArrayBuilder().add("HATE_CRIME"))
        .add("respondent", Json.createObjectBuilder().add("type", "UNKNOWN_PERPETRATOR"))
        .build()
        .toString();
  }

  public HttpResponse<String> post(String path, String body, Map<String, String> headers)
      throws IOException {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return send(request.build());
  }

  public HttpResponse<String> get(String path, Map<String, String> headers) throws IOException {
    var request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(60)).GET();
    headers.forEach(request::header);
    return send(request.build());
  }

  public HttpResponse<String> file(String body) throws IOException {
    return post("/api/reports", body, Map.of());
  }

  /** What stands behind a receipt. */
  public JsonObject mailbox(String receipt) throws IOException {
    var answer = get("/api/mailbox", Map.of("X-Receipt", receipt));
    if (answer.statusCode() != 200) {
      throw new AssertionError("mailbox answered " + answer.statusCode() + ": " + answer.body());
    }
    return json(answer);
  }

  public static JsonObject json(HttpResponse<String> answer) {
    try (var reader = Json.createReader(new StringReader(answer.body()))) {
      var told = reader.readObject();
      Canaries.addReceipt(told);
      return told;
    }
  }

  private static HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
