package org.isonomia.access.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.access.domain.Tokens;
import org.isonomia.shared.Problem;

/**
 * Sign in at the city's own provider (OpenID Connect: code, PKCE, nonce, state). While the provider
 * is asked no transaction is open; what is written is {@link EnterBySso}'s.
 */
@ApplicationScoped
public class SingleSignOn {
  @Inject OidcProvider provider;
  @Inject EnterBySso rows;

  @Inject
  @ConfigProperty(name = "isonomia.oidc.button")
  Optional<String> button;

  @Inject
  @ConfigProperty(name = "isonomia.oidc.only", defaultValue = "false")
  boolean only;

  /**
   * @param token for the cookie of the browser that goes
   */
  public record Gone(String address, String token) {
    @Override
    public String toString() {
      return "Gone";
    }
  }

  /** What became of it. */
  public enum Outcome {
    IN,
    /** It took too long, or another browser came back, or the answer does not hold. */
    REFUSED,
    /** The claims give no role in this house. */
    NO_ROLE,
    /** The claims would make somebody administrator and reader at once. */
    APART,
    /** The account is closed. */
    CLOSED,
    /** Somebody has this login, and nobody has said that it is the same person. */
    SAME_LOGIN
  }

  /**
   * @param entered the session; {@code null} unless the outcome is IN
   * @param then where the person wanted to go
   */
  public record Result(Outcome outcome, SignIn.Entered entered, String then) {
    @Override
    public String toString() {
      return "Result";
    }
  }

  /** What is offered at sign-in. */
  public record Offer(boolean offered, String label, boolean only) {}

  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Offer offer() {
    var offered = provider.isConfigured();
    return new Offer(offered, button.orElse(null), offered && only);
  }

  /**
   * @throws Problem notFound "no-single-sign-on"; unavailable when the provider is away
   */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Gone begin(String then) {
    if (!provider.isConfigured()) {
      throw Problem.notFound("no-single-sign-on");
    }
    var token = Tokens.make();
    try {
      var address =
          provider.address(
              follows(token, "state"), follows(token, "nonce"), digest(follows(token, "verifier")));
      rows.begin(token, then);
      return new Gone(address, token);
    } catch (IOException e) {
      throw Problem.of(Problem.Kind.UNAVAILABLE, "single-sign-on-away");
    }
  }

  /**
   * Somebody comes back.
   *
   * @param token of the cookie; {@code null} without
   * @param issuer as the provider says it (RFC 9207); {@code null} when it says none
   */
  @Allowed(Permission.ANYONE)
  public Result finish(String token, String state, String code, String issuer, String device) {
    var refused = new Result(Outcome.REFUSED, null, "");
    if (token == null || state == null || code == null) {
      return refused;
    }
    var same =
        MessageDigest.isEqual(
            follows(token, "state").getBytes(StandardCharsets.UTF_8),
            state.getBytes(StandardCharsets.UTF_8));
    if (!same || issuer != null && !issuer.equals(provider.issuer())) {
      return refused;
    }
    var then = rows.take(token);
    return then.isEmpty()
        ? refused
        : provider
            .redeem(code, follows(token, "verifier"), follows(token, "nonce"))
            .map(claims -> rows.enter(provider.issuer(), claims, then.get(), device))
            .orElse(refused);
  }

  /** Where the provider's own session ends; empty when it has no such door. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Optional<String> signOutAddress() {
    return provider.isConfigured() ? provider.signOutAddress() : Optional.empty();
  }

  /** State, nonce and proof key follow from the cookie: whoever has not got it has none of them. */
  private static String follows(String token, String what) {
    return digest(what + " " + token);
  }

  private static String digest(String text) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
