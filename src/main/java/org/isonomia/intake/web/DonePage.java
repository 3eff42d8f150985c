package org.isonomia.intake.web;

import java.util.List;
import org.isonomia.intake.application.Helplines;
import org.isonomia.page.Row;

/**
 * The receipt.
 *
 * @param receipt digits in groups of four
 * @param qr the digits as a picture
 * @param dates what happens by which date: label is the date, value the words
 * @param lines where somebody listens, now
 * @param danger whether the person said to be in danger now
 * @param awaited what was promised as a file and is not there, and what follows, in words
 * @param hinders why nobody may examine the formal letter yet, in words
 */
public record DonePage(
    String number,
    String receipt,
    Qr qr,
    List<Row> dates,
    List<Helplines.Line> lines,
    boolean danger,
    List<String> awaited,
    List<String> hinders) {
  @Override
  public String toString() {
    return "DonePage";
  }
}
