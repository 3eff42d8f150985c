package org.isonomia.referral.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.referral.ReferralNumber;

/**
 * Makes the link of a referral. It is reckoned from the secret of the house, the number and the
 * issue, so that the job that sends the mail can make it again and no table, least of all the
 * engine's, has to keep it. What is kept is its hash.
 */
@ApplicationScoped
public class PartnerLinks {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** 128 bits: nobody guesses it. */
  private static final int TOKEN_BYTES = 16;

  private final byte[] secret;
  private final String baseUrl;

  protected PartnerLinks() {
    this("", "");
  }

  @Inject
  public PartnerLinks(
      @ConfigProperty(name = "isonomia.secret") String secret,
      @ConfigProperty(name = "isonomia.base.url", defaultValue = "") String baseUrl) {
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
    this.baseUrl = baseUrl;
  }

  /** The token of this issue of the link. */
  public String token(ReferralNumber number, int issue) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      var code =
          mac.doFinal(
              ("referral-link|" + number.value() + "|" + issue).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(code, TOKEN_BYTES));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("HmacSHA256 is part of every Java", missing);
    }
  }

  /** The whole address, as it stands in the mail. */
  public String address(ReferralNumber number, int issue) {
    return baseUrl + "/p/" + token(number, issue);
  }

  /** By what a token is found again; 256 bits of hash of a random value need no salt. */
  public static String hash(String token) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("SHA-256 is part of every Java", missing);
    }
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
