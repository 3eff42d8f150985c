package org.isonomia.intake.web;

import java.util.List;

/**
 * The acknowledgement, on the screen, on paper and as PDF.
 *
 * @param code its number, in groups
 * @param cameOn the day on which it came, in words
 * @param issuedOn the day on which its number was issued, as whoever checks it is told, in words
 * @param dates what happens by which day
 * @param full whether it says what it is about; else nobody who finds the paper learns it
 * @param form as what we took it; {@code null} unless full
 * @param verifyAt address where its number can be checked
 * @param large whether the person asked for large print
 * @param easy whether the person asked for easy words: they stand first
 * @param formal whether it is of a formal letter, behind the receipt
 * @param at address under which it and its file lie
 */
public record PaperPage(
    String number,
    String code,
    String cameOn,
    String issuedOn,
    List<Line> dates,
    boolean full,
    String form,
    String verifyAt,
    Contact contact,
    boolean large,
    boolean easy,
    boolean formal,
    String at) {
  /** Of a report that was filed just now: it came when its number was issued. */
  public PaperPage(
      String number,
      String code,
      String issuedOn,
      List<Line> dates,
      boolean full,
      String form,
      String verifyAt,
      Contact contact,
      boolean large,
      boolean easy) {
    this(
        number,
        code,
        issuedOn,
        issuedOn,
        dates,
        full,
        form,
        verifyAt,
        contact,
        large,
        easy,
        false,
        Papers.AFTER_FILING);
  }

  /** The page from which one comes. */
  public String back() {
    return formal ? "/mailbox/open" : at;
  }

  /**
   * @param basis provision in Polish; {@code null} on neutral paper, which a law would betray
   */
  public record Line(String date, String words, String basis) {}

  @Override
  public String toString() {
    return "PaperPage";
  }
}
