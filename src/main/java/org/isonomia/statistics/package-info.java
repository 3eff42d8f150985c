/**
 * Counts without persons: reports by month, area, ground, form and outcome, from codes that are in
 * clear anyway. Opens nothing, knows no number of a case, and hides what is too small to hide
 * behind. Only whole months are counted, so that nobody sees a number grow by one. A case that was
 * destroyed counts on by its shadow ({@code retention_shadow}).
 *
 * <p>What remains: whoever keeps the page of every month can subtract. The total of this month less
 * that of the month before is the month between, also where it is too small to be shown, and a cell
 * that is shown twice tells how much it grew. Within one page nothing that is hidden follows from
 * the total.
 */
package org.isonomia.statistics;
