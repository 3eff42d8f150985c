package org.isonomia.referral.application;

/**
 * How a partner comes to a referral: by the link of a mail and a visit that the PIN has opened, or
 * signed in, by the alias.
 *
 * @param token of the link, else {@code null}
 * @param visit token of the visit's cookie, else {@code null}
 * @param alias else {@code null}
 */
public record PartnerKey(String token, String visit, String alias) {
  public static PartnerKey link(String token, String visit) {
    return new PartnerKey(token, visit, null);
  }

  public static PartnerKey alias(String alias) {
    return new PartnerKey(null, null, alias);
  }

  /** Tokens stay out of logs. */
  @Override
  public String toString() {
    return alias == null ? "link" : "alias";
  }
}
