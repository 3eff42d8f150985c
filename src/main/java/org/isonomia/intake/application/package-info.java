/**
 * One class per act and per question of the resident's door; permission and transaction live here
 * and nowhere else.
 */
package org.isonomia.intake.application;
