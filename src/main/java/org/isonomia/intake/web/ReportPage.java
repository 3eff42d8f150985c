package org.isonomia.intake.web;

import java.util.List;
import org.isonomia.page.Row;

/**
 * What was told, to read again.
 *
 * @param contact name, address and ways to be reached, folded away: somebody may look over the
 *     shoulder; empty when none was given
 */
public record ReportPage(List<Row> rows, List<Row> contact) {
  @Override
  public String toString() {
    return "ReportPage";
  }
}
