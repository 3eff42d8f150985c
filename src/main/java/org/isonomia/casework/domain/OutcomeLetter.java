package org.isonomia.casework.domain;

import java.util.ArrayList;
import java.util.List;
import org.isonomia.casework.Manner;
import org.isonomia.casework.Outcome;
import org.isonomia.casework.Qualification;
import org.isonomia.shared.Problem;

/**
 * What the office tells the reporter at the end. A formal complaint's notice names the manner of
 * settling and the signer with the office; a refusal gives facts and law (KPA art. 238 § 1). It
 * refuses to be incomplete.
 *
 * @param text the words in Polish; they bind in a formal matter
 * @param law the provisions a refusal rests on
 * @param copy the words in the reporter's language, when that is not Polish
 */
public record OutcomeLetter(
    Qualification qualification,
    String language,
    Outcome outcome,
    Manner manner,
    String text,
    String law,
    String signer,
    String office,
    String copy) {
  /** Longest text of one field, in characters. */
  public static final int LONGEST = 20_000;

  private static final int LONGEST_LINE = 300;

  /** What is missing or wrong, in the order of the form; empty when the letter may go. */
  public List<Problem.FieldError> faults() {
    var faults = new ArrayList<Problem.FieldError>();
    if (outcome == null) {
      faults.add(new Problem.FieldError("outcome", "casework.error.outcome"));
    }
    boolean complaint = qualification == Qualification.COMPLAINT_KPA;
    if (complaint && manner == null) {
      faults.add(new Problem.FieldError("manner", "casework.error.manner"));
    }
    boolean formal = qualification.isFormal();
    boolean polish = "pl".equals(language);
    if ((formal || polish) && blank(text)) {
      faults.add(new Problem.FieldError("text", "casework.error.letter"));
    }
    if (complaint && manner == Manner.BEZZASADNA && blank(law)) {
      faults.add(new Problem.FieldError("law", "casework.error.law"));
    }
    if (formal && blank(signer)) {
      faults.add(new Problem.FieldError("signer", "casework.error.signer"));
    }
    if (formal && blank(office)) {
      faults.add(new Problem.FieldError("office", "casework.error.office"));
    }
    if (!polish && blank(copy)) {
      faults.add(new Problem.FieldError("copy", "casework.error.copy"));
    }
    tooLong(faults, "text", text, LONGEST);
    tooLong(faults, "law", law, LONGEST);
    tooLong(faults, "copy", copy, LONGEST);
    tooLong(faults, "signer", signer, LONGEST_LINE);
    tooLong(faults, "office", office, LONGEST_LINE);
    return faults;
  }

  /**
   * Whether a refusal must say what happens to the same complaint without new facts (KPA art. 239).
   */
  public boolean needsInstruction() {
    return qualification == Qualification.COMPLAINT_KPA && manner == Manner.BEZZASADNA;
  }

  private static void tooLong(
      List<Problem.FieldError> faults, String field, String value, int longest) {
    if (value != null && value.length() > longest) {
      faults.add(new Problem.FieldError(field, "casework.error.tooLong"));
    }
  }

  private static boolean blank(String value) {
    return value == null || value.isBlank();
  }
}
