/**
 * The resident's pages: filing one question at a time, the receipt, the mailbox, and what everybody
 * may read.
 */
package org.isonomia.intake.web;
