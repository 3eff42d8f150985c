package org.isonomia.access.application;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The provider of the single sign-on, over HTTP: where its doors are (asked once an hour), its keys
 * (asked anew when a token names another one, at most once a minute), and what a code is worth.
 */
@ApplicationScoped
class OidcProvider {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long KEPT_NANOS = Duration.ofHours(1).toNanos();
  private static final long PAUSE_NANOS = Duration.ofMinutes(1).toNanos();

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  @Inject
  @ConfigProperty(name = "isonomia.oidc.issuer")
  Optional<String> issuer;

  @Inject
  @ConfigProperty(name = "isonomia.oidc.client.id")
  Optional<String> clientId;

  @Inject
  @ConfigProperty(name = "isonomia.oidc.client.secret")
  Optional<String> clientSecret;

  @Inject
  @ConfigProperty(name = "isonomia.base.url")
  Optional<String> baseUrl;

  /** Its document and keys, and when they were read. */
  private record Known(JsonObject document, JWKSet keys, long at) {}

  private volatile Known known;

  boolean isConfigured() {
    return issuer.isPresent() && clientId.isPresent();
  }

  String issuer() {
    return issuer.orElseThrow();
  }

  private String callback() {
    return baseUrl.orElseThrow() + "/sign-in/sso/back";
  }

  /** Where the browser goes. */
  String address(String state, String nonce, String challenge) throws IOException {
    var fields = new LinkedHashMap<String, String>();
    fields.put("response_type", "code");
    fields.put("client_id", clientId.orElseThrow());
    fields.put("redirect_uri", callback());
    fields.put("scope", "openid profile");
    fields.put("state", state);
    fields.put("nonce", nonce);
    fields.put("code_challenge", challenge);
    fields.put("code_challenge_method", "S256");
    return with(known(KEPT_NANOS).document().getString("authorization_endpoint"), fields);
  }

  /** Where somebody signs out at the provider, too; empty when it has no such door. */
  Optional<String> signOutAddress() {
    try {
      return Optional.ofNullable(
              known(KEPT_NANOS).document().getString("end_session_endpoint", null))
          .map(
              door ->
                  with(
                      door,
                      Map.of(
                          "client_id",
                          clientId.orElseThrow(),
                          "post_logout_redirect_uri",
                          baseUrl.orElseThrow() + "/sign-in")));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** What the code is worth: the claims of a token that holds; empty for anything else. */
  Optional<JWTClaimsSet> redeem(String code, String verifier, String nonce) {
    try {
      var request =
          HttpRequest.newBuilder(
                  URI.create(known(KEPT_NANOS).document().getString("token_endpoint")))
              .timeout(PATIENCE)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("Accept", "application/json");
      var fields = new LinkedHashMap<String, String>();
      fields.put("grant_type", "authorization_code");
      fields.put("code", code);
      fields.put("redirect_uri", callback());
      fields.put("code_verifier", verifier);
      if (clientSecret.isPresent()) {
        var pair = encoded(clientId.orElseThrow()) + ":" + encoded(clientSecret.get());
        request.header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
      } else {
        fields.put("client_id", clientId.orElseThrow());
      }
      var answer = read(request.POST(HttpRequest.BodyPublishers.ofString(form(fields))).build());
      var token = answer.getString("id_token", "");
      var keys = known(KEPT_NANOS).keys();
      if (!IdTokens.knows(token, keys)) {
        keys = known(PAUSE_NANOS).keys();
      }
      return IdTokens.accept(token, keys, issuer(), clientId.orElseThrow(), nonce, Instant.now());
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Known known(long atMostNanos) throws IOException {
    var now = System.nanoTime();
    var present = known;
    if (present != null && now - present.at() < atMostNanos) {
      return present;
    }
    try {
      var document = read(get(issuer().replaceAll("/$", "") + "/.well-known/openid-configuration"));
      if (!issuer().equals(document.getString("issuer", ""))) {
        throw new IOException("another issuer");
      }
      if (document.getString("authorization_endpoint", "").isEmpty()
          || document.getString("token_endpoint", "").isEmpty()) {
        throw new IOException("no doors");
      }
      var keys = JWKSet.parse(read(get(document.getString("jwks_uri", ""))).toString());
      known = new Known(document, keys, now);
      return known;
    } catch (ParseException | IllegalArgumentException e) {
      throw new IOException("the provider's keys");
    }
  }

  private static HttpRequest get(String address) {
    return HttpRequest.newBuilder(URI.create(address))
        .timeout(PATIENCE)
        .header("Accept", "application/json")
        .build();
  }

  private JsonObject read(HttpRequest request) throws IOException {
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException("the provider said " + answer.statusCode());
      }
      try (var reader = Json.createReader(new StringReader(answer.body()))) {
        return reader.readObject();
      }
    } catch (JsonException e) {
      throw new IOException("the provider's words");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    }
  }

  private static String with(String door, Map<String, String> fields) {
    return door + (door.contains("?") ? "&" : "?") + form(fields);
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
