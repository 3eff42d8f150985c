package org.isonomia.intake;

import java.time.Instant;
import java.util.List;
import org.isonomia.intake.Reports.Answered;
import org.isonomia.intake.Reports.Content;
import org.isonomia.page.Texts;
import org.isonomia.shared.CaseNumber;

/**
 * What belongs to the person who reported, for the room that serves their rights. Who may ask is
 * that room's rule; its acts ask before they come.
 */
public interface OwnReport {
  /**
   * Everything the report holds, also who the person is, as far as who acts can open it; what they
   * cannot is {@code null}.
   */
  Content own(CaseNumber number);

  /** What stood in the report before, oldest first. */
  List<Corrected> corrections(CaseNumber number);

  /** When the receipt was made anew, oldest first. */
  List<Renewed> renewals(CaseNumber number);

  /**
   * Ends the receipt that was lost, with every visit that it opened, and makes another one, which
   * opens what who acts can open. The mailbox keeps everything.
   *
   * @param role code of the role in which it is made
   * @return its digits in groups of four; shown once and kept nowhere
   * @throws org.isonomia.shared.Problem forbidden "sealed" when who acts cannot open all that a
   *     reporter reads: what happened and who they are
   */
  String renewReceipt(CaseNumber number, String role);

  /**
   * @param field name of the field (narrative, place, …)
   * @param label part of the text key of its question
   * @param before what stood there, as the questionnaire reads it; {@code null} when nothing stood
   *     there, or who acts cannot open it
   * @param at until when it stood
   */
  record Corrected(String field, String label, Answered before, Instant at) {
    /** Which question it was. */
    public String label(Texts t) {
      var own = "rights.field." + field;
      return t.t(t.has(own) ? own : "intake." + label + ".label");
    }

    /** The same within a sentence: many questions end with a mark of their own. */
    public String quoted(Texts t) {
      return t.t("intake.correct.field", "field", label(t));
    }

    /** What stood there, in words; {@code null} for nothing. */
    public String words(Texts t) {
      return before == null ? null : before.words(t);
    }

    /** It stays out of logs. */
    @Override
    public String toString() {
      return "Corrected";
    }
  }

  /**
   * @param role code of the role in which it was made
   */
  record Renewed(String role, Instant at) {}
}
