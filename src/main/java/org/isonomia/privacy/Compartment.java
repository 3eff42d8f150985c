package org.isonomia.privacy;

/**
 * What has a key of its own within a case. Everything else that is sealed (a referral, a disclosure
 * to one partner, a text for a translator, an agenda item) is a subject with one key, its CONTENT.
 */
public enum Compartment {
  /** What happened, messages, notes, letters, titles, cleaned files. */
  CONTENT(1),
  /** Who the reporter is and how they are reached. */
  IDENTITY(2),
  /** Files as they came, with what a camera wrote into them. */
  EVIDENCE(3),
  /**
   * What the office and the identity custodians share: the name of who is said to have done it, and
   * why a custodian opened an identity.
   */
  RESPONDENT(4);

  private final byte code;

  Compartment(int code) {
    this.code = (byte) code;
  }

  /** As it stands in sealed values; never changes. */
  byte code() {
    return code;
  }

  static Compartment of(byte code) {
    for (var compartment : values()) {
      if (compartment.code == code) {
        return compartment;
      }
    }
    throw new IllegalStateException("unknown compartment");
  }
}
