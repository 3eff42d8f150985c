/**
 * Counts without persons: reports by month, area, ground, form and outcome, from codes that are in
 * clear anyway. Opens nothing, knows no number of a case, and hides what is too small to hide
 * behind. Only whole months are counted, so that nobody sees a number grow by one. A case that was
 * destroyed counts on by its shadow ({@code retention_shadow}).
 */
package org.isonomia.statistics;
