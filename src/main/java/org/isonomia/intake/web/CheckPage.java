package org.isonomia.intake.web;

import java.util.List;
import org.isonomia.intake.application.Crimes;
import org.isonomia.page.Row;

/**
 * All answers, before they are sent.
 *
 * @param rows what was answered, in the order of the journey
 * @param left what was left empty, with its addresses
 * @param danger whether to repeat 112: to whom is in danger, and to whom did not say
 * @param unfinished questions that still need an answer, with their addresses
 * @param quick whether the button was pressed faster than anybody reads
 * @param crimes what the city must pass on, with or without consent
 * @param notice version of the information of GDPR art. 13 for this track
 * @param carried a sealed copy of the draft, for the hidden field that brings it back
 * @param promised which files were promised and are not there, and which answers hinder a formal
 *     letter (those without the first address), in words, with the addresses where they are added
 *     and where the answer is changed
 * @param confidential whether only one designated person reads who it is
 * @param formal whether it is a complaint, request or petition
 */
public record CheckPage(
    List<Row> rows,
    List<Row> left,
    List<Row> unfinished,
    String back,
    boolean danger,
    boolean quick,
    boolean retry,
    boolean formal,
    boolean confidential,
    boolean tried,
    Contact contact,
    List<Crimes.Crime> crimes,
    String notice,
    String carried,
    List<Row> promised) {
  @Override
  public String toString() {
    return "CheckPage";
  }
}
