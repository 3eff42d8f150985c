package org.isonomia.intake.web;

import java.util.List;
import org.isonomia.intake.Reports;
import org.isonomia.intake.domain.Field;
import org.isonomia.page.Choice;
import org.isonomia.page.Texts;

/**
 * A field with its words: {@code intake.<text>.label} and {@code .hint}, those of its answers
 * {@code intake.<text>.<CODE>} and {@code .hint}.
 */
public record Question(Field field) {
  public String name() {
    return field.name();
  }

  public Field.Kind kind() {
    return field.kind();
  }

  public boolean optional() {
    return field.optional();
  }

  /** Whether the title of the page asks this: what is asked beside a text is no second question. */
  static boolean isAlone(List<Field> fields, Field field) {
    return !field.isBeside() && fields.stream().filter(f -> !f.isBeside()).count() == 1;
  }

  /** Whether the words of the only question are the heading of the page. */
  static boolean areAlone(List<Question> questions) {
    return questions.stream().filter(q -> !q.field().isBeside()).count() == 1;
  }

  public String label(Texts t) {
    return t.t("intake." + field.text() + ".label");
  }

  /** {@code null} where none is written. */
  public String hint(Texts t) {
    var key = "intake." + field.text() + ".hint";
    return t.has(key) ? t.t(key) : null;
  }

  public List<Choice> choices(Texts t) {
    if (field.kind() == Field.Kind.LANGUAGE) {
      // in itself: whoever looks for it may not read the page's language well
      return MessageLanguage.choices(t);
    }
    return field.codes().stream()
        .map(
            code -> {
              var key = "intake." + field.text() + "." + code;
              return Choice.of(code, t.t(key), t.has(key + ".hint") ? t.t(key + ".hint") : null);
            })
        .toList();
  }

  /**
   * The words of an answered code; the code itself is never shown, so that an unknown one shows
   * nothing.
   */
  String answer(Texts t, String code) {
    return field.codes().contains(code) ? Reports.Answered.word(field.text(), code, t) : "";
  }
}
