package org.isonomia.privacy;

/**
 * Whose key pair it is: {@code TEAM/OFFICE}, {@code PERSON/17} (an account), {@code INSTITUTION/4}
 * or {@code ESCROW}.
 */
public record Holder(String code) {
  /** The city's last resort: kept off-line in three parts, any two of which open it. */
  public static final Holder ESCROW = new Holder("ESCROW");

  private static final String PERSON = "PERSON/";

  public static Holder person(long accountId) {
    return new Holder(PERSON + accountId);
  }

  public static Holder institution(long institutionId) {
    return new Holder("INSTITUTION/" + institutionId);
  }

  /** The account of a person; 0 for anybody else. */
  public long accountId() {
    return code.startsWith(PERSON) ? Long.parseLong(code.substring(PERSON.length())) : 0;
  }

  /** The team this is, or {@code null}. */
  public Team team() {
    return code.startsWith("TEAM/") ? Team.valueOf(code.substring("TEAM/".length())) : null;
  }
}
