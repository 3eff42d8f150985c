/**
 * A resident says what happened, gets a receipt, and comes back to the mailbox behind it. Owns the
 * questions and their versions (data, see the site's page on the questions), the draft that is left
 * and found again, the report as it was said, the receipt and the messages. Knows nothing of how a
 * case is handled: it fires {@link org.isonomia.intake.IntakeEvent} and asks {@link
 * org.isonomia.intake.CaseStanding} and {@link org.isonomia.intake.ConsentDesk}, which whoever
 * handles the case implements.
 */
package org.isonomia.intake;
