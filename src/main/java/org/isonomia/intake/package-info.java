/**
 * A resident says what happened, gets a receipt, and comes back to the mailbox behind it. Owns the
 * report as it was said, the draft before it, the receipt and the messages. Knows nothing of how a
 * case is handled: it fires {@link org.isonomia.intake.IntakeEvent} and asks {@link
 * org.isonomia.intake.CaseStanding} and {@link org.isonomia.intake.ConsentDesk}, which whoever
 * handles the case implements.
 */
package org.isonomia.intake;
