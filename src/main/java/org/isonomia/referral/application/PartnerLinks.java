package org.isonomia.referral.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Addresses of a partner's pages, and the random things that a partner is given. */
@ApplicationScoped
public class PartnerLinks {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** 128 bits: nobody guesses it. */
  private static final int TOKEN_BYTES = 16;

  private final String baseUrl;

  protected PartnerLinks() {
    this("");
  }

  @Inject
  public PartnerLinks(
      @ConfigProperty(name = "isonomia.base.url", defaultValue = "") String baseUrl) {
    this.baseUrl = baseUrl;
  }

  /** The whole address, as it stands in the one mail that holds it. */
  public String address(String secret) {
    return baseUrl + "/p/" + secret;
  }

  /** Where users of an institution sign in. */
  public String signInAddress() {
    return baseUrl + "/sign-in";
  }

  /** By what a token is found again; 256 bits of hash of a random value need no salt. */
  public static String hash(String token) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return hex(digest);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("SHA-256 is part of every Java", missing);
    }
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** A random token that is not reckoned from anything, for a visit. */
  static String random() {
    var bytes = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Six digits to be told by telephone. */
  static String pin() {
    return "%06d".formatted(RANDOM.nextInt(1_000_000));
  }

  /**
   * One letter and three hexadecimal digits: {@code A-7F3}. It says nothing about the case or its
   * place in a row.
   */
  static String alias() {
    return "%c-%03X".formatted((char) ('A' + RANDOM.nextInt(26)), RANDOM.nextInt(0x1000));
  }
}
