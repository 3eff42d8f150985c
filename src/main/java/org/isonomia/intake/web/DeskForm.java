package org.isonomia.intake.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isonomia.intake.Reports;
import org.isonomia.intake.domain.Answers;
import org.isonomia.intake.domain.Arrived;
import org.isonomia.intake.domain.Codes;
import org.isonomia.intake.domain.Door;
import org.isonomia.intake.domain.Field;
import org.isonomia.intake.domain.PlainText;
import org.isonomia.intake.domain.Questionnaire;
import org.isonomia.intake.domain.Said;
import org.isonomia.intake.domain.Step;
import org.isonomia.page.Form;
import org.isonomia.page.Language;
import org.isonomia.page.Row;
import org.isonomia.page.Texts;
import org.isonomia.shared.Problem.FieldError;

/**
 * What was typed at the desk, as what was said and how it came; and what may not be said, beside
 * its field.
 */
final class DeskForm {
  /** Pointer of the report → field of the form, in the order of the page. */
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("/language", "language"),
          Map.entry("/role", "role"),
          Map.entry("/requested", "requested"),
          Map.entry("/identity/mode", "identity"),
          Map.entry("/identity/name", "name"),
          Map.entry("/identity/address", "address"),
          Map.entry("/identity/email", "email"),
          Map.entry("/identity/phone", "phone"),
          Map.entry("/safeContact", "safeContact"),
          Map.entry("/narrative", "narrative"),
          Map.entry("/answers/writtenIn", Reports.WRITTEN_IN),
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
          Map.entry("/receivedOn", "received"),
          Map.entry("/postedOn", "posted"),
          Map.entry("/identifier", "identifier"),
          Map.entry("/source", "source"),
          Map.entry("/reason", "reason"),
          Map.entry("/signed", "signed"));

  /** Fields in the order of the page, so that the summary of errors follows it. */
  private static final List<String> ORDER =
      List.of(
          "received",
          "reason",
          "posted",
          "identifier",
          "source",
          "language",
          "identity",
          "name",
          "address",
          "email",
          "phone",
          "safeContact",
          "role",
          "needs",
          "narrative",
          Reports.WRITTEN_IN,
          "date",
          "time",
          "place",
          "area",
          "grounds",
          "conduct",
          "respondent",
          "respondentName",
          "wishes",
          "wishText",
          "requested",
          "signed");

  /** Sent with the form, but no part of what was typed. */
  private static final Set<String> NOT_TYPED = Set.of("action", "once", "signed", "scan");

  private final Door door;
  private final Form form;
  private final Questionnaire questions;

  /**
   * @param questions those in force, of which the desk asks the same as the resident's form
   */
  DeskForm(Door door, Form form, Questionnaire questions) {
    this.door = door;
    this.form = form;
    this.questions = questions;
  }

  /** Everything typed, with what a door without a reporter says by itself. */
  private Answers answers() {
    var said = new LinkedHashMap<String, List<String>>();
    said.put("role", Stream.ofNullable(role()).toList());
    said.put("identity", Stream.ofNullable(identity()).toList());
    said.put("requested", List.of(requested()));
    said.put("area", List.of(area()));
    // the letters may be in another language: who types says which, and staff type in Polish
    said.put(Reports.WRITTEN_IN, List.of(otherwise(text(Reports.WRITTEN_IN), Language.PL.tag())));
    return Answers.none().with(form.values()).with(said);
  }

  private String role() {
    return door.hasReporter() ? text("role") : "STAFF";
  }

  private String identity() {
    return door.hasReporter() ? text("identity") : "ANONYMOUS";
  }

  private String requested() {
    return door.hasReporter() ? otherwise(text("requested"), "SIGNAL") : "SIGNAL";
  }

  private String area() {
    return otherwise(text("area"), "OTHER");
  }

  /** What this report is asked besides what every report is asked. */
  List<DeskPages.Section> further(Texts t) {
    var answers = answers();
    var sections = new ArrayList<DeskPages.Section>();
    for (var step : questions.steps(answers)) {
      var fields = furtherOf(step, answers);
      if (fields.isEmpty()) {
        continue;
      }
      // some titles speak to the person alone; at the desk somebody else reads them aloud
      var aloud = "intake.desk.aloud." + step.text();
      var title = t.t(t.has(aloud) ? aloud : "intake." + step.text() + ".title");
      var alone = step.fields(answers).size() == 1;
      sections.add(
          new DeskPages.Section(
              alone ? null : title,
              fields.stream()
                  .map(Question::new)
                  .map(q -> new DeskPages.Asked(q, alone ? title : q.label(t), q.hint(t)))
                  .toList()));
    }
    return sections;
  }

  private List<Field> furtherOf(Step step, Answers answers) {
    return step.fields(answers).stream()
        .filter(field -> !Questionnaire.CORE.contains(field.name()))
        // the desk asks for the language by itself, beside the story
        .filter(field -> !field.isBeside())
        // where nobody reports, nobody has a wish
        .filter(field -> door.hasReporter() || !Reports.PASSING_ON.contains(field.name()))
        .toList();
  }

  /** The same questions as what was answered, in words. */
  List<Row> furtherRows(Texts t) {
    var answers = answers();
    return further(t).stream()
        .flatMap(section -> section.questions().stream())
        .map(asked -> Row.of(asked.label(), Summary.value(asked.question(), answers, t)))
        .filter(row -> row.value() != null)
        .toList();
  }

  /** Text keys of the questions whose answer promises a file. */
  List<String> promised() {
    return questions.promised(answers()).stream().map(Field::text).toList();
  }

  /** Inputs of all further questions, whether they are asked now or were before a change. */
  private Set<String> furtherInputs() {
    return questions.further().stream()
        .filter(field -> !field.isBeside())
        .flatMap(field -> field.inputs().stream())
        .collect(Collectors.toSet());
  }

  /** What the first page carries on unseen: the answers of the second. */
  Map<String, List<String>> carriedByFirst() {
    var carried = carried();
    carried.keySet().retainAll(furtherInputs());
    return carried;
  }

  /** What the second page carries on unseen: everything it does not show. */
  Map<String, List<String>> carriedBySecond(Texts t) {
    var carried = carried();
    further(t).stream()
        .flatMap(section -> section.questions().stream())
        .flatMap(asked -> asked.question().field().inputs().stream())
        .forEach(carried::remove);
    return carried;
  }

  /** Notes on the form what is wrong with the further answers, as the resident's form would. */
  void checkFurther(LocalDate today) {
    var answers = answers();
    for (var step : questions.steps(answers)) {
      furtherOf(step, answers).forEach(field -> Journey.check(field, form, answers, today));
      step.fields(answers).stream()
          .filter(field -> Questionnaire.CORE.contains(field.name()))
          .filter(field -> text(field.name()) == null)
          .forEach(field -> checkNeeded(field, answers));
    }
  }

  /** An answer here that needs one of the page before: where it can be seen and taken back. */
  private void checkNeeded(Field field, Answers answers) {
    if (field.required() == null || !field.required().holds(answers::all)) {
      return;
    }
    field.required().answers().keySet().stream()
        .filter(by -> !Questionnaire.CORE.contains(by))
        .filter(by -> !form.hasError(by))
        .forEach(by -> form.error(by, "intake.desk.wrong." + field.wrong()));
  }

  Said said() {
    var reporter = door.hasReporter();
    return new Said(
        reporter ? text("language") : "pl",
        door.name(),
        role(),
        new Said.Identity(
            identity(),
            reporter ? text("name") : null,
            reporter ? text("address") : null,
            reporter ? text("email") : null,
            reporter ? text("phone") : null),
        requested(),
        text("narrative"),
        new Said.Incident(form.date("date").orElse(null), text("time"), text("place"), area()),
        codes("grounds"),
        codes("conduct"),
        new Said.Respondent(text("respondent"), text("respondentName")),
        reporter ? codes("wishes") : Set.of(),
        reporter ? text("wishText") : null,
        reporter ? codes("needs") : Set.of(),
        form.isBlank("danger") ? null : form.has("danger", "yes"), // empty: nobody spoke of it
        reporter ? text("safeContact") : null,
        new Said.Asked(questions.version(), new Journey(questions).further(answers())));
  }

  Arrived arrived(LocalDate today) {
    var received = form.date("received").orElse(null);
    return new Arrived(
        door,
        received,
        door == Door.LETTER ? form.date("posted").orElse(null) : null,
        door == Door.E_DORECZENIA ? text("identifier") : null,
        door.hasReporter() ? null : text("source"),
        received != null && received.isBefore(today) ? text("reason") : null,
        door.needsProtocol(said().requested()) && form.has("signed", "yes"),
        door.hasReporter() && form.has("receipt", "yes"));
  }

  boolean informed() {
    return door.hasReporter() && form.has("informed", "yes");
  }

  /** Dates that are none, which nothing behind the form could tell from an empty field. */
  void check() {
    for (var field : List.of("received", "posted", "date")) {
      if (!form.isDateBlank(field) && form.date(field).isEmpty()) {
        form.error(field, "intake.wrong.date");
      }
    }
  }

  /** Notes the faults on the form, in the order of the page. */
  void note(List<FieldError> faults, int daysBack) {
    var errors = new TreeMap<Integer, FieldError>();
    for (var fault : faults) {
      var field = FIELDS.get(fault.pointer().replaceAll("/\\d+$", ""));
      if (field != null) {
        errors.putIfAbsent(ORDER.indexOf(field), new FieldError(field, fault.code()));
      }
    }
    errors
        .values()
        .forEach(e -> form.error(e.pointer(), key(e.pointer(), e.code()), "days", daysBack));
  }

  /** Words of its own where a field has them. */
  private static String key(String field, String code) {
    return switch (code) {
      case "required" -> "intake.desk.missing." + field;
      default -> "intake.desk.wrong." + code;
    };
  }

  /** Everything typed, in one text: the same form sent twice gives the same. */
  String typed() {
    var all = new StringBuilder(door.name());
    new TreeMap<>(form.values())
        .forEach(
            (field, values) -> {
              if (!NOT_TYPED.contains(field)) {
                all.append('\n').append(field).append('=').append(String.join("\u0000", values));
              }
            });
    return all.toString();
  }

  /** What the next page carries on, unseen. */
  Map<String, List<String>> carried() {
    var carried = new TreeMap<String, List<String>>();
    form.values()
        .forEach(
            (field, values) -> {
              if (field.equals("once") || !NOT_TYPED.contains(field)) {
                carried.put(field, values);
              }
            });
    return carried;
  }

  private String text(String field) {
    return PlainText.tidy(PlainText.clean(form.value(field)));
  }

  private Set<String> codes(String field) {
    return new LinkedHashSet<>(form.values(field));
  }

  private static String otherwise(String text, String otherwise) {
    return text == null ? otherwise : text;
  }

  /** Codes in the order of the page. */
  static List<String> languages() {
    return List.copyOf(Codes.LANGUAGES);
  }
}
