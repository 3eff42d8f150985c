package org.isonomia.intake.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.isonomia.intake.ReportFacts;
import org.isonomia.intake.application.CorrectReport.Now;
import org.isonomia.intake.application.KeepDraft.FileEntry;
import org.isonomia.intake.domain.Answers;
import org.isonomia.intake.domain.Field;
import org.isonomia.intake.domain.Questionnaire;
import org.isonomia.intake.domain.Step;
import org.isonomia.page.Form;
import org.isonomia.page.Row;
import org.isonomia.page.Texts;

/** All answers as questions and words, each with the address where it is changed. */
final class Summary {
  /** Fields whose label is an instruction ("tick all that apply") under the title's question. */
  private static final Set<String> ASKED_BY_TITLE = Set.of("wishes", "requested");

  /** Told with the date, and above all others. */
  private static final Set<String> APART = Set.of("unsure", "requested");

  private Summary() {}

  /** In the order of the journey; a value of {@code null} is what was left empty. */
  static List<Row> rows(
      Questionnaire questions,
      Answers answers,
      List<FileEntry> files,
      Texts t,
      Function<Step, String> address) {
    var rows = new ArrayList<Row>();
    for (var step : questions.steps(answers)) {
      if (step.page() == Step.Page.FILES) {
        var names = files.stream().map(FileEntry::name).toList();
        rows.add(
            Row.of(
                t.t("intake.files.title"),
                names.isEmpty() ? null : String.join("\n", names),
                address.apply(step)));
      }
      for (var field : step.fields(answers)) {
        if (field.name().equals("unsure")) {
          continue;
        }
        var question = new Question(field);
        rows.add(
            written(
                field,
                answers,
                Row.of(
                    label(step, question, t), value(question, answers, t), address.apply(step))));
      }
    }
    return rows;
  }

  /**
   * A filed report as its reporter reads it again: first what it is, then the answers in the order
   * in which they were asked, each with the address of its question.
   *
   * @param person what tells who the reporter is and how to reach them, or everything else
   * @param of what else there is to say of an answer: name of the field → the same row with it
   */
  static List<Row> filed(
      Now now,
      List<String> files,
      boolean person,
      Texts t,
      Function<Step, String> address,
      BiFunction<String, Row, Row> of) {
    var rows = new ArrayList<Row>();
    if (!person) {
      rows.add(
          of.apply(
              "requested",
              Row.of(
                  t.t("intake.formal.title"),
                  labels(t, "requested", Set.copyOf(now.answers().all("requested"))))));
    }
    for (var step : now.questions().steps(now.answers())) {
      if (step.page() == Step.Page.FILES && !person && !files.isEmpty()) {
        rows.add(Row.of(t.t("intake.files.title"), String.join("\n", files)));
      }
      for (var field : step.fields(now.answers())) {
        var value = value(new Question(field), now.answers(), t);
        if (field.identity() == person && value != null && !APART.contains(field.name())) {
          rows.add(of.apply(field.name(), row(step, field, value, now, t, address)));
        }
      }
    }
    return rows;
  }

  /** What the same questions ask and nobody has answered. */
  static List<Row> unanswered(
      Now now, Texts t, Function<Step, String> address, BiFunction<String, Row, Row> of) {
    var rows = new ArrayList<Row>();
    for (var step : now.questions().steps(now.answers())) {
      for (var field : CorrectPages.correctable(step, now.answers())) {
        if (!APART.contains(field.name()) && value(new Question(field), now.answers(), t) == null) {
          rows.add(of.apply(field.name(), row(step, field, null, now, t, address)));
        }
      }
    }
    return rows;
  }

  private static Row row(
      Step step, Field field, String value, Now now, Texts t, Function<Step, String> address) {
    return written(
        field,
        now.answers(),
        Row.of(
            label(step, new Question(field), t),
            value,
            CorrectPages.correctable(step, now.answers()).contains(field)
                ? address.apply(step)
                : null));
  }

  /** The story keeps the language that the person said it is written in (WCAG 3.1.2). */
  private static Row written(Field field, Answers answers, Row row) {
    var tag = answers.text("writtenIn");
    return field.kind() == Field.Kind.STORY && row.value() != null && tag != null
        ? row.in(tag)
        : row;
  }

  static String needs(ReportFacts facts, Texts t) {
    return labels(t, "needs", facts.needs());
  }

  private static String labels(Texts t, String field, Set<String> codes) {
    return String.join(
        "\n",
        codes.stream()
            .map(c -> "intake." + field + "." + c)
            .map(k -> t.has(k) ? t.t(k) : "")
            .toList());
  }

  /**
   * The question itself: where the title of the page asks it, the label of the field only says how
   * to answer.
   */
  static String label(Step step, Question question, Texts t) {
    return Question.isAlone(step.fields(), question.field())
            || ASKED_BY_TITLE.contains(question.name())
        ? t.t("intake." + step.text() + ".title")
        : question.label(t);
  }

  /** What was answered, in words; {@code null} for nothing. */
  static String value(Question field, Answers answers, Texts t) {
    return switch (field.kind()) {
      case RADIOS, CHECKBOXES, LANGUAGE -> {
        var words =
            answers.all(field.name()).stream()
                .map(code -> field.answer(t, code))
                .filter(w -> !w.isEmpty())
                .toList();
        yield words.isEmpty() ? null : String.join("\n", words);
      }
      case DATE ->
          Form.of(answers.values())
              .date(field.name())
              .map(t::date)
              .orElseGet(
                  () ->
                      field.name().equals("date") && "yes".equals(answers.text("unsure"))
                          ? t.t("intake.unsure.yes")
                          : null);
      default -> answers.text(field.name());
    };
  }
}
