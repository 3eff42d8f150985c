/**
 * The directory of institutions, what each is competent for, and the table that suggests where a
 * report belongs. Owns institutions and the routing decision table (DMN, evaluated without an
 * engine history). It suggests with a reason; a person decides. Knows none of the rooms of the
 * business.
 */
package org.isonomia.partner;
