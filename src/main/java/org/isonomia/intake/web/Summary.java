package org.isonomia.intake.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.isonomia.intake.ReportFacts;
import org.isonomia.intake.Reports;
import org.isonomia.intake.application.KeepDraft.FileEntry;
import org.isonomia.intake.domain.Answers;
import org.isonomia.intake.domain.Questionnaire;
import org.isonomia.intake.domain.Step;
import org.isonomia.page.Form;
import org.isonomia.page.Row;
import org.isonomia.page.Texts;

/** All answers as questions and words, each with the address where it is changed. */
final class Summary {
  /** Fields whose label is an instruction ("tick all that apply") under the title's question. */
  private static final Set<String> ASKED_BY_TITLE = Set.of("wishes", "requested");

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
            Row.of(label(step, question, t), value(question, answers, t), address.apply(step)));
      }
    }
    return rows;
  }

  /**
   * A filed report as its reporter reads it again: first what it is, then the answers in the order
   * in which they were asked.
   */
  static List<Row> rows(
      Questionnaire questions, ReportFacts facts, Reports.Content content, Texts t) {
    var rows = new LinkedHashMap<String, Row>();
    rows.put("role", Row.of(t.t("intake.who.title"), label(t, "role", facts.role())));
    rows.put(
        "identity",
        Row.of(t.t("intake.you.title"), labels(t, "identity", Set.of(facts.identityMode()))));
    rows.put("narrative", Row.of(t.t("intake.story.title"), content.narrative()));
    rows.put(
        "date",
        Row.of(
            t.t("intake.date.label"),
            facts.incidentDate() == null ? null : t.date(facts.incidentDate())));
    rows.put("time", Row.of(t.t("intake.time.label"), content.time()));
    rows.put("area", Row.of(t.t("intake.area.label"), labels(t, "area", Set.of(facts.area()))));
    rows.put("place", Row.of(t.t("intake.place.label"), content.place()));
    rows.put("grounds", Row.of(t.t("intake.about.title"), labels(t, "grounds", facts.grounds())));
    rows.put("conduct", Row.of(t.t("intake.how.title"), labels(t, "conduct", facts.conduct())));
    rows.put(
        "respondent",
        Row.of(t.t("intake.respondent.label"), label(t, "respondent", facts.respondentType())));
    rows.put(
        "respondentName", Row.of(t.t("intake.respondentName.label"), content.respondentName()));
    rows.put("wishes", Row.of(t.t("intake.help.title"), labels(t, "wishes", content.wishes())));
    rows.put("wishText", Row.of(t.t("intake.wishText.label"), content.wishText()));
    rows.put("needs", Row.of(t.t("intake.needs.label"), needs(facts, t)));
    content.further().stream()
        .filter(answer -> !answer.identity())
        .forEach(answer -> rows.put(answer.field(), Row.of(answer.label(t), answer.words(t))));
    var inOrder = new ArrayList<Row>();
    inOrder.add(
        Row.of(t.t("intake.formal.title"), labels(t, "requested", Set.of(facts.requested()))));
    for (var step : questions.steps()) {
      if (step.page() == Step.Page.FILES) {
        inOrder.add(Row.of(t.t("intake.files.title"), names(content)));
      }
      for (var field : step.fields()) {
        var row = rows.remove(field.name());
        if (row != null) {
          inOrder.add(row);
        }
      }
    }
    inOrder.addAll(rows.values()); // what only another version asked
    return answered(inOrder);
  }

  private static String names(Reports.Content content) {
    return content.files().stream()
        .filter(file -> file.message() == null)
        .map(Reports.FileEntry::name)
        .collect(Collectors.joining("\n"));
  }

  static String needs(ReportFacts facts, Texts t) {
    return labels(t, "needs", facts.needs());
  }

  /** Who the reporter is and how to reach them; empty when nothing was told. */
  static List<Row> contact(Reports.Content content, Texts t) {
    var rows = new ArrayList<Row>();
    rows.add(Row.of(t.t("intake.name.label"), content.name()));
    rows.add(Row.of(t.t("intake.address.label"), content.address()));
    rows.add(Row.of(t.t("intake.email.label"), content.email()));
    rows.add(Row.of(t.t("intake.phone.label"), content.phone()));
    rows.add(Row.of(t.t("intake.safeContact.label"), content.safeContact()));
    rows.addAll(furtherOfPerson(content, t));
    return answered(rows);
  }

  private static List<Row> furtherOfPerson(Reports.Content content, Texts t) {
    return content.further().stream()
        .filter(Reports.Answered::identity)
        .map(answer -> Row.of(answer.label(t), answer.words(t)))
        .toList();
  }

  private static List<Row> answered(List<Row> rows) {
    rows.removeIf(row -> row.value() == null || row.value().isBlank());
    return rows;
  }

  /** {@code null} for what was not said. */
  private static String label(Texts t, String field, String code) {
    return code == null ? null : labels(t, field, Set.of(code));
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
  private static String label(Step step, Question field, Texts t) {
    return step.fields().size() == 1 || ASKED_BY_TITLE.contains(field.name())
        ? t.t("intake." + step.text() + ".title")
        : field.label(t);
  }

  /** What was answered, in words; {@code null} for nothing. */
  static String value(Question field, Answers answers, Texts t) {
    return switch (field.kind()) {
      case RADIOS, CHECKBOXES -> {
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
