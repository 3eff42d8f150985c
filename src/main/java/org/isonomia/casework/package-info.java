/**
 * From report to outcome: qualify, assign, clocks, inquire, conclude. Owns cases, their matters and
 * clocks, and the picture {@code complaintHandling}. Opens a case when {@link
 * org.isonomia.intake.IntakeEvent.ReportFiled} is fired, in the same transaction. A case is opened
 * with one matter; the tables hold several. Knows intake, council, referral and partner.
 */
package org.isonomia.casework;
