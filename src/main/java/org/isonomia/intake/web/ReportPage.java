package org.isonomia.intake.web;

import java.util.List;
import org.isonomia.page.Row;

/**
 * A filed report as its reporter reads it, each answer with the way to correct it.
 *
 * @param rows what happened
 * @param contact who the person is; folded, because somebody may look on
 * @param unanswered what was asked and left empty, with the way to say it now
 * @param done whether something was just corrected
 * @param danger whether the person said to be in danger now
 */
public record ReportPage(
    List<Row> rows, List<Row> contact, List<Row> unanswered, boolean done, boolean danger) {
  @Override
  public String toString() {
    return "ReportPage";
  }
}
