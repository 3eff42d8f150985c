package org.isonomia.journey;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A city's single sign-on in small: OpenID Connect with code and PKCE. It is as strict as a real
 * one (client, secret, return address, proof key, each code once) and asks nobody for a password:
 * who comes is who {@link #expects} said.
 */
final class Issuer implements AutoCloseable {
  static final String CLIENT = "isonomia";
  static final String SECRET = "tajne: a/b=c&d";

  /** Somebody of the city, and the groups they are in. */
  record Person(String subject, String login, String name, List<String> groups) {
    Person in(String... others) {
      return new Person(subject, login, name, List.of(others));
    }
  }

  private record Grant(Map<String, String> asked, Person person) {}

  private final HttpServer server;
  private final ECKey key;
  private final Map<String, Grant> codes = new ConcurrentHashMap<>();
  private volatile Person expected;

  Issuer() throws IOException {
    try {
      key = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/.well-known/openid-configuration", this::document);
    server.createContext("/keys", this::keys);
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void expects(Person person) {
    expected = person;
  }

  private void document(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        200,
        Json.createObjectBuilder()
            .add("issuer", address())
            .add("authorization_endpoint", address() + "/authorize")
            .add("token_endpoint", address() + "/token")
            .add("jwks_uri", address() + "/keys")
            .build()
            .toString());
  }

  private void keys(HttpExchange exchange) throws IOException {
    answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
  }

  private void authorize(HttpExchange exchange) throws IOException {
    var asked = fields(exchange.getRequestURI().getRawQuery());
    if (!CLIENT.equals(asked.get("client_id"))
        || !"code".equals(asked.get("response_type"))
        || !"S256".equals(asked.get("code_challenge_method"))) {
      answer(exchange, 400, "{}");
      return;
    }
    var code = UUID.randomUUID().toString();
    codes.put(code, new Grant(asked, expected));
    exchange
        .getResponseHeaders()
        .set(
            "Location",
            asked.get("redirect_uri")
                + "?state="
                + encoded(asked.get("state"))
                + "&code="
                + code
                + "&iss="
                + encoded(address()));
    answer(exchange, 302, "");
  }

  private void token(HttpExchange exchange) throws IOException {
    var sent =
        fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
    var pair = encoded(CLIENT) + ":" + encoded(SECRET);
    var basic =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    var grant = codes.remove(sent.getOrDefault("code", ""));
    if (grant == null
        || !basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
        || !grant.asked().get("redirect_uri").equals(sent.get("redirect_uri"))
        || !grant.asked().get("code_challenge").equals(digest(sent.get("code_verifier")))) {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    answer(
        exchange,
        200,
        Json.createObjectBuilder()
            .add("token_type", "Bearer")
            .add("access_token", "unused")
            .add("id_token", idToken(grant))
            .build()
            .toString());
  }

  private String idToken(Grant grant) {
    var now = Instant.now();
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("one").build(),
            new JWTClaimsSet.Builder()
                .issuer(address())
                .audience(CLIENT)
                .subject(grant.person().subject())
                .claim("nonce", grant.asked().get("nonce"))
                .claim("preferred_username", grant.person().login())
                .claim("name", grant.person().name())
                .claim("roles", grant.person().groups())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .build());
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static Map<String, String> fields(String form) {
    var fields = new HashMap<String, String>();
    for (var field : form.split("&")) {
      var at = field.indexOf('=');
      fields.put(
          field.substring(0, at),
          URLDecoder.decode(field.substring(at + 1), StandardCharsets.UTF_8));
    }
    return fields;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String digest(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(String.valueOf(verifier).getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
