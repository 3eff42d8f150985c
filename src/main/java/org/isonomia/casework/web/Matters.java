package org.isonomia.casework.web;

import java.util.List;
import org.isonomia.casework.Qualification;
import org.isonomia.casework.application.ReadCase;
import org.isonomia.page.Choice;
import org.isonomia.page.Form;
import org.isonomia.page.Texts;
import org.isonomia.shared.Problem;

/**
 * Which matter of a case a page is about. Where only one can be meant nobody is asked; else the
 * page has a select of that name.
 */
public final class Matters {
  private static final String FIELD = "matter";

  private Matters() {}

  /** Matters that may go to the competent body. */
  static List<ReadCase.MatterLine> toForward(ReadCase.Head head) {
    return head.matters().stream().filter(ReadCase.MatterLine::mayForward).toList();
  }

  /** Matters for which an outcome may be proposed. */
  static List<ReadCase.MatterLine> toConclude(ReadCase.Head head) {
    return head.matters().stream().filter(ReadCase.MatterLine::mayConclude).toList();
  }

  /** Formal matters whose person may be asked to complete them. */
  static List<ReadCase.MatterLine> toSummon(ReadCase.Head head) {
    return head.matters().stream().filter(ReadCase.MatterLine::maySummon).toList();
  }

  /** Formal matters that may be left without examination now. */
  static List<ReadCase.MatterLine> toLeave(ReadCase.Head head) {
    return head.matters().stream().filter(ReadCase.MatterLine::mayLeave).toList();
  }

  /** Those that may be left, else all formal ones: the act says why one may not be left yet. */
  static List<ReadCase.MatterLine> formal(ReadCase.Head head) {
    var toLeave = toLeave(head);
    return toLeave.isEmpty()
        ? head.matters().stream().filter(m -> m.qualification().isFormal()).toList()
        : toLeave;
  }

  static boolean anyComplaint(List<ReadCase.MatterLine> matters) {
    return matters.stream().anyMatch(m -> m.qualification() == Qualification.COMPLAINT_KPA);
  }

  static List<Choice> choices(Texts t, List<ReadCase.MatterLine> matters) {
    return matters.stream()
        .map(
            m ->
                Choice.of(
                    Integer.toString(m.n()),
                    name(t, m.n(), m.qualification())
                        + ", "
                        + t.t("casework.status." + m.status())))
        .toList();
  }

  /** "2. signal". */
  public static String name(Texts t, int n, Qualification qualification) {
    return n + ". " + t.code("qualification", qualification);
  }

  /**
   * The matter that was chosen.
   *
   * @throws Problem invalid with the field when it is not clear which one is meant
   */
  static int chosen(Form form, List<ReadCase.MatterLine> matters) {
    if (form.isBlank(FIELD) && matters.size() == 1) {
      return matters.get(0).n();
    }
    return matters.stream()
        .map(ReadCase.MatterLine::n)
        .filter(n -> form.has(FIELD, Integer.toString(n)))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.invalid(
                    "incomplete", new Problem.FieldError(FIELD, "casework.error.matter")));
  }
}
