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
     * MEMBER/17/TEAM/OFFICE} left the team, {@code INSTITUTION/4} lost its key, {@code
     * ROLE/17/AUDITOR} somebody lost that role.
     */
    DEPARTED,
    /**
     * A case must not be destroyed; subject: its number and for whom it is held, {@code
     * ET-2026-00042/COURT}. That a hold was lifted is not noted: after a restore somebody lifts it
     * again, which is better than a case that nobody holds.
     */
    HELD
  }

  /**
   * @param subject at most 120 letters, digits and {@code / . _ : -}
   */
  void note(Kind kind, String subject);
}
