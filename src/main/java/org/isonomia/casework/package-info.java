/**
 * From report to outcome: qualify, assign, clocks, conflicts, inquire, conclude. Owns cases, their
 * matters and clocks, and the picture {@code complaintHandling}. Opens a case when {@link
 * org.isonomia.intake.IntakeEvent.ReportFiled} is fired, in the same transaction. Knows intake,
 * council, referral and partner.
 */
package org.isonomia.casework;
