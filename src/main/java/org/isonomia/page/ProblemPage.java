package org.isonomia.page;

import java.util.List;
import java.util.Optional;
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
    List<String> details =
        errors.stream().map(error -> words(t, kind, error.code())).distinct().toList();
    String title = t.t("page.problem." + kind + ".title");
    return new ProblemPage(status, title, words(t, kind, code), details, reference);
  }

  /** The words of a code, or those of its kind where nobody wrote any. */
  static String words(Texts t, String kind, String code) {
    return ownWords(t, code).orElseGet(() -> t.t("page.problem." + kind));
  }

  /** A field's code may be a text key itself; else a room's {@code <room>.problem.<code>}. */
  static Optional<String> ownWords(Texts t, String code) {
    if (t.has(code)) return Optional.of(t.t(code));
    return Texts.ROOMS.stream()
        .map(room -> room + ".problem." + code)
        .filter(t::has)
        .findFirst()
        .map(t::t);
  }
}
