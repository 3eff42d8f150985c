package org.isonomia.intake.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isonomia.intake.domain.Answers;
import org.isonomia.intake.domain.Codes;
import org.isonomia.intake.domain.EmailAddress;
import org.isonomia.intake.domain.Field;
import org.isonomia.intake.domain.PlainText;
import org.isonomia.intake.domain.Questionnaire;
import org.isonomia.intake.domain.Said;
import org.isonomia.intake.domain.Step;
import org.isonomia.page.Form;

/**
 * The way of one person through one version of the questions: from what was typed to what was said,
 * and from what may not be said to the question where it can be put right.
 */
final class Journey {
  private static final String FURTHER = "/answers/";

  /** Pointer of the report → field. */
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("/role", "role"),
          Map.entry("/identity/mode", "identity"),
          Map.entry("/identity/name", "name"),
          Map.entry("/identity/address", "address"),
          Map.entry("/identity/email", "email"),
          Map.entry("/identity/phone", "phone"),
          Map.entry("/requested", "requested"),
          Map.entry("/narrative", "narrative"),
          Map.entry("/incident/date", "date"),
          Map.entry("/incident/time", "time"),
          Map.entry("/incident/place", "place"),
          Map.entry("/incident/area", "area"),
          Map.entry("/grounds", "grounds"),
          Map.entry("/conduct", "conduct"),
          Map.entry("/respondent/type", "respondent"),
          Map.entry("/respondent/name", "respondentName"),
          Map.entry("/wishes", "wishes"),
          Map.entry("/wishText", "wishText"),
          Map.entry("/needs", "needs"),
          Map.entry("/safeContact", "safeContact"));

  /** A Polish number has nine digits; abroad there are shorter ones. */
  private static final int FEWEST_DIGITS = 7;

  /** Two numbers find room. */
  private static final int MOST_DIGITS = 30;

  private final Questionnaire questions;

  Journey(Questionnaire questions) {
    this.questions = questions;
  }

  Questionnaire questions() {
    return questions;
  }

  /**
   * Only what this person is asked in this step, as typed: whatever else a request carries is not
   * kept, least of all the name of somebody who stays anonymous.
   */
  static Map<String, List<String>> typed(Step step, Form form, Answers before) {
    var typed = new LinkedHashMap<String, List<String>>();
    for (var field : step.fields(before)) {
      for (var input : field.inputs()) {
        typed.put(input, form.values(input));
      }
    }
    for (var field : step.fields(before)) {
      if (field.isBeside() && !form.values().containsKey(field.name())) {
        typed.put(field.name(), before.all(field.name())); // not on that page: it stays as it was
      } else if (field.isBeside() && isPresetOnly(step, field, form)) {
        typed.put(field.name(), List.of());
      }
    }
    return typed;
  }

  /**
   * Whether the language is the one the page chose by itself and nothing is written in it yet: then
   * the page in another language chooses its own.
   */
  private static boolean isPresetOnly(Step step, Field language, Form form) {
    return form.has(language.name() + Press.PRESET, form.value(language.name()))
        && step.fields().stream()
            .filter(field -> !field.isBeside())
            .flatMap(field -> field.inputs().stream())
            .allMatch(form::isBlank);
  }

  /** Whether nothing was typed or chosen. */
  static boolean isEmpty(Map<String, List<String>> typed) {
    return typed.values().stream().allMatch(all -> all.stream().allMatch(String::isBlank));
  }

  /**
   * Where somebody goes who came from the check to change one answer: to what the change opened and
   * they never saw, else back to the check.
   */
  Step afterChange(Step step, Answers answers) {
    return questions.steps(answers).stream()
        .dropWhile(s -> !s.equals(step))
        .skip(1)
        .filter(s -> isNew(s, answers))
        .findFirst()
        .orElse(questions.check());
  }

  /**
   * Where somebody goes on who comes back another day: to the first question that was never shown,
   * because most may be left empty, or that still needs an answer.
   */
  Step goOn(Answers answers, LocalDate today) {
    var unfinished = unfinished(answers, today);
    return questions.steps(answers).stream()
        .filter(step -> isNew(step, answers) || unfinished.contains(step))
        .findFirst()
        .orElse(questions.check());
  }

  private static boolean isNew(Step step, Answers answers) {
    return step.asks()
        && step.fields(answers).stream()
            .flatMap(field -> field.inputs().stream())
            .anyMatch(input -> !answers.values().containsKey(input));
  }

  /** Notes on the form what is wrong with this step. */
  static void check(Step step, Form form, Answers answers, LocalDate today) {
    step.fields(answers).forEach(field -> check(field, form, answers, today));
  }

  /** Notes on the form what is wrong with this field. */
  static void check(Field field, Form form, Answers answers, LocalDate today) {
    switch (field.kind()) {
      case RADIOS, CHECKBOXES, LANGUAGE -> checkChoice(field, form, answers);
      case DATE -> checkDate(field, form, answers, today);
      default -> checkText(field, form, answers);
    }
  }

  private static void checkChoice(Field field, Form form, Answers answers) {
    var required = isRequired(field, answers);
    if (form.isBlank(field.name())) {
      if (required) {
        form.error(field.name(), "intake.wrong." + field.wrong());
      }
    } else if (!field.codes().containsAll(form.values(field.name()))
        || field.kind() != Field.Kind.CHECKBOXES && form.values(field.name()).size() > 1) {
      form.error(
          field.name(),
          field.kind() == Field.Kind.RADIOS && required
              ? "intake.wrong." + field.wrong()
              : "intake.wrong.choice");
    }
  }

  private static void checkText(Field field, Form form, Answers answers) {
    var text = PlainText.clean(form.value(field.name()));
    if (text.strip().length() > field.longest()) {
      form.error(
          field.name(),
          "intake.wrong.too-long",
          "most",
          field.longest(),
          "now",
          text.strip().length());
    } else if (PlainText.isBlank(text)) {
      if (isRequired(field, answers)) {
        form.error(field.name(), "intake.wrong." + field.wrong());
      }
    } else if (field.kind() == Field.Kind.EMAIL && !EmailAddress.isFit(text.strip())) {
      form.error(field.name(), "intake.wrong.email");
    } else if (field.kind() == Field.Kind.PHONE && !isPhone(text.strip())) {
      form.error(field.name(), "intake.wrong.phone");
    }
  }

  /** Nobody can call a number that lacks digits; words beside it ("after 5 p.m.") do no harm. */
  private static boolean isPhone(String text) {
    var digits = text.chars().filter(Character::isDigit).count();
    return digits >= FEWEST_DIGITS && digits <= MOST_DIGITS;
  }

  private static void checkDate(Field field, Form form, Answers answers, LocalDate today) {
    if (form.isDateBlank(field.name())) {
      if (isRequired(field, answers) && field.orElse().stream().allMatch(form::isBlank)) {
        form.error(field.name(), "intake.wrong." + field.wrong());
      }
      return;
    }
    var date = form.date(field.name());
    if (date.isEmpty()) {
      form.error(
          field.name(),
          isYearShort(form, field.name()) ? "intake.wrong.year" : "intake.wrong.date");
    } else if (date.get().isBefore(Said.LONG_AGO)) {
      form.error(field.name(), "intake.wrong.date-too-old");
    } else if (date.get().isAfter(today)) {
      form.error(field.name(), "intake.wrong.date-in-future");
    }
  }

  /** "26": the commonest mistake, and the only one whose remedy is not seen at once. */
  static boolean isYearShort(Form form, String field) {
    return form.stripped(field + "-year").matches("\\d{1,3}");
  }

  private static boolean isRequired(Field field, Answers answers) {
    return field.required() != null && field.required().holds(answers::all);
  }

  /**
   * What was said, from everything typed that is asked of this person; what was not asked gets the
   * same defaults as over REST, and what a closed branch was answered before is not told.
   */
  Said said(Answers answers, String language) {
    return new Said(
        language,
        "WEB",
        text(answers, "role"),
        new Said.Identity(
            otherwise(text(answers, "identity"), ""),
            text(answers, "name"),
            text(answers, "address"),
            text(answers, "email"),
            text(answers, "phone")),
        otherwise(text(answers, "requested"), "SIGNAL"),
        text(answers, "narrative"),
        new Said.Incident(
            date(answers, "date").orElse(null),
            text(answers, "time"),
            text(answers, "place"),
            otherwise(text(answers, "area"), "OTHER")),
        codes(answers, "grounds"),
        codes(answers, "conduct"),
        new Said.Respondent(text(answers, "respondent"), text(answers, "respondentName")),
        codes(answers, "wishes"),
        text(answers, "wishText"),
        codes(answers, "needs"),
        inDanger(text(answers, "danger")),
        text(answers, "safeContact"),
        new Said.Asked(questions.version(), further(answers)));
  }

  /** {@code null}: not said, which is no "no". */
  private static Boolean inDanger(String answer) {
    return answer == null ? null : answer.equals("yes");
  }

  /** Everything else that was asked and answered: name of the field → what was answered. */
  Map<String, List<String>> further(Answers answers) {
    var further = new LinkedHashMap<String, List<String>>();
    for (var field : questions.further()) {
      if (!questions.isAsked(field.name(), answers)) {
        continue;
      }
      var values =
          field.kind() == Field.Kind.DATE
              ? date(answers, field.name()).map(LocalDate::toString).stream().toList()
              : Questionnaire.given(field, answers::all);
      if (!values.isEmpty()) {
        further.put(field.name(), values);
      }
    }
    return further;
  }

  /** The questions that still need an answer before it can be sent, in their order. */
  List<Step> unfinished(Answers answers, LocalDate today) {
    var unfinished = new ArrayList<Step>();
    for (var step : questions.steps(answers)) {
      var form = Form.of(answers.values());
      check(step, form, answers, today);
      if (form.hasErrors()) {
        unfinished.add(step);
      }
    }
    var said = said(answers, "pl");
    var faults = new ArrayList<>(said.faults(today));
    faults.addAll(questions.faults(said, today));
    for (var fault : faults) {
      field(fault.pointer().replaceAll("/\\d+$", ""))
          .map(questions::stepOf)
          .filter(step -> !unfinished.contains(step))
          .ifPresent(unfinished::add);
    }
    return unfinished;
  }

  /** The field that a pointer of the report means. */
  static Optional<String> field(String pointer) {
    return pointer.startsWith(FURTHER)
        ? Optional.of(pointer.substring(FURTHER.length()))
        : Optional.ofNullable(FIELDS.get(pointer));
  }

  /** Whether this becomes a complaint, a request or a petition. */
  boolean isFormal(Answers answers) {
    var requested = text(answers, "requested");
    return requested != null && Codes.isFormal(requested);
  }

  private String text(Answers answers, String field) {
    return questions.isAsked(field, answers) ? answers.text(field) : null;
  }

  private Set<String> codes(Answers answers, String field) {
    return questions.isAsked(field, answers)
        ? new LinkedHashSet<>(answers.all(field))
        : new LinkedHashSet<>();
  }

  private static Optional<LocalDate> date(Answers answers, String field) {
    try {
      return Optional.of(
          LocalDate.of(
              number(answers, field + "-year"),
              number(answers, field + "-month"),
              number(answers, field + "-day")));
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty(); // not sure, or not yet put right: the check of the step says which
    }
  }

  private static int number(Answers answers, String field) {
    return Integer.parseInt(otherwise(answers.text(field), ""));
  }

  private static String otherwise(String text, String otherwise) {
    return text == null ? otherwise : text;
  }
}
