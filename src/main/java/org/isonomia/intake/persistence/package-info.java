/** The tables intake_* as if they were collections in memory. */
package org.isonomia.intake.persistence;
