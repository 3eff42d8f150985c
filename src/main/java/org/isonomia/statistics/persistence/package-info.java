/** Counts from codes in clear. */
package org.isonomia.statistics.persistence;
