/**
 * What a report, a receipt, a draft and a message are, and what a person may say. Knows no door and
 * no table access.
 */
package org.isonomia.intake.domain;
