package org.isonomia.page;

import java.util.List;
import org.isonomia.shared.Problem;

/**
 * The page of a refusal or a fault: what happened, what to do now.
 *
 * @param status HTTP status
 * @param title heading
 * @param words one or two sentences
 * @param details one sentence per refused field
 * @param reference number to tell on the telephone, or null
 */
public record ProblemPage(
    int status, String title, String words, List<String> details, String reference) {

  static ProblemPage of(
      Texts t,
      int status,
      String kind,
      String code,
      List<Problem.FieldError> errors,
      String reference) {
    List<String> details = errors.stream().map(error -> words(t, kind, error.code())).distinct().toList();
    String title = t.t("page.problem." + kind + ".title");
    return new ProblemPage(status, title, words(t, kind, code), details, reference);
  }

  /**
   * The words of a code: a field's code may be a text key itself; else a room's own {@code
   * <room>.problem.<code>}, else those of its kind.
   */
  static String words(Texts t, String kind, String code) {
    if (t.has(code)) return t.t(code);
    for (String room : Texts.ROOMS) {
      String key = room + ".problem." + code;
      if (t.has(key)) return t.t(key);
    }
    return t.t("page.problem." + kind);
  }
}
