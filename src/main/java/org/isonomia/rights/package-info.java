/**
 * The rights of persons by the law on data protection: what is held about them, a new receipt,
 * erasure; the register of processing, which is generated from the tables; and what a breach could
 * have exposed. Stands above the rooms of the business and asks them by their front doors; nobody
 * calls it but the mailbox, through {@link org.isonomia.intake.RightsDesk}.
 */
package org.isonomia.rights;
