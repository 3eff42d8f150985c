package org.isonomia.privacy;

/**
 * What must not come back with a backup. Whoever erases, withdraws or ends something notes it here
 * in the same transaction: a line of codes and numbers, which a job copies to a file outside the
 * database. A restore reads that file and the program does again what the backup did not know, see
 * {@link Replays}.
 */
public interface Ledger {
  /** What happened to the subject. */
  enum Kind {
    /** Its keys were destroyed; subject: the root, such as a case's number. */
    ERASED,
    /**
     * A consent was taken back; subject: {@code CONSENT/}, {@code REFERRAL/} or {@code NAME/} (told
     * to one partner) and the number of the referral.
     */
    WITHDRAWN,
    /**
     * Somebody or a key has gone; subject: {@code ACCOUNT/17} was closed, {@code KEY/17} a person's
     * password and key ended, {@code PASSKEY/5/17} that person removed that passkey, {@code
     * MEMBER/17/TEAM/OFFICE} left the team, {@code INSTITUTION/4} lost its key.
     */
    DEPARTED
  }

  /**
   * @param subject at most 120 letters, digits and {@code / . _ : -}
   */
  void note(Kind kind, String subject);
}
