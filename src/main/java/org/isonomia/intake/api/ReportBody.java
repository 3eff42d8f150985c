package org.isonomia.intake.api;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.isonomia.intake.domain.Codes;
import org.isonomia.intake.domain.Field;
import org.isonomia.intake.domain.Questionnaire;
import org.isonomia.intake.domain.Said;
import org.isonomia.shared.Problem;
import org.isonomia.shared.Problem.FieldError;

/** The body of {@code POST /api/reports}; describes itself in {@code openapi.yaml}. */
final class ReportBody {
  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
  private static final Pattern LISTED = Pattern.compile("/\\d+$");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private ReportBody() {}

  /**
   * @param today the city's date
   * @throws Problem unreadable when it is no JSON object; invalid "report-incomplete" with a
   *     pointer for every field that is wrong, all at once
   */
  static Said read(byte[] bytes, LocalDate today, Questionnaire questions) {
    return read(Members.of(JsonBody.read(bytes)), today, questions, "WEB", null);
  }

  /**
   * What a partner institution sends: the same report, in its own role.
   *
   * @throws Problem as {@link #read(byte[], LocalDate, Questionnaire)}
   */
  static Said ofPartner(byte[] bytes, LocalDate today, Questionnaire questions) {
    var body = Members.of(JsonBody.read(bytes));
    if (!"NGO".equals(body.text("role", "NGO"))) {
      body.wrong("role", "not-your-role");
    }
    return read(body, today, questions, "PARTNER_NGO", "NGO");
  }

  private static Said read(
      Members body, LocalDate today, Questionnaire questions, String channel, String role) {
    var identity = body.object("identity");
    var incident = body.object("incident");
    var respondent = body.object("respondent");
    var said =
        new Said(
            body.text("language"),
            channel,
            body.text("role", role),
            new Said.Identity(
                identity.text("mode"),
                identity.text("name"),
                identity.text("address"),
                identity.text("email"),
                identity.text("phone")),
            body.text("requested", "SIGNAL"),
            body.text("narrative"),
            new Said.Incident(
                date(incident),
                time(incident),
                incident.text("place"),
                incident.text("area", "OTHER")),
            body.codes("grounds", Codes.GROUNDS),
            body.codes("conduct", Codes.CONDUCT),
            new Said.Respondent(respondent.text("type"), respondent.text("name")),
            body.codes("wishes", Codes.WISHES),
            body.text("wishText"),
            body.codes("needs", Codes.NEEDS),
            body.flag("dangerNow"),
            body.text("safeContact"),
            new Said.Asked(questions.version(), answers(body.object("answers"), questions)));
    Set.of(identity, incident, respondent, body).forEach(Members::nothingElse);
    // the first word on a field counts: a wrong type is not "missing" as well, nor is what lies
    // around it
    var errors = new TreeMap<String, FieldError>();
    body.errors().forEach(error -> errors.putIfAbsent(error.pointer(), error));
    var faults = new ArrayList<>(said.faults(today));
    faults.addAll(questions.faults(said, today));
    for (var fault : faults) {
      if (LISTED.matcher(fault.pointer()).find()) {
        continue; // the list was checked when it was read, where the places are still those of the
        // body
      }
      if (errors.keySet().stream().noneMatch(pointer -> touch(pointer, fault.pointer()))) {
        errors.put(fault.pointer(), fault);
      }
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid("report-incomplete", List.copyOf(errors.values()));
    }
    return said;
  }

  /** Answers to questions that not everybody is asked, by the names of their fields. */
  private static Map<String, List<String>> answers(Members answers, Questionnaire questions) {
    var given = new LinkedHashMap<String, List<String>>();
    for (var field : questions.further()) {
      var values =
          field.kind() == Field.Kind.CHECKBOXES
              ? List.copyOf(answers.codes(field.name(), field.codes()))
              : Stream.ofNullable(answers.text(field.name())).toList();
      if (!values.isEmpty()) {
        given.put(field.name(), values);
      }
    }
    answers.nothingElse();
    return given;
  }

  /** Whether one is the other, or lies within it. */
  private static boolean touch(String one, String other) {
    return one.equals(other) || one.startsWith(other + "/") || other.startsWith(one + "/");
  }

  private static LocalDate date(Members incident) {
    var text = incident.text("date");
    if (text == null) {
      return null;
    }
    try {
      if (DATE.matcher(text).matches()) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeParseException e) {
      // falls through to the same words
    }
    incident.wrong("date", "not-a-date");
    return null;
  }

  private static String time(Members incident) {
    var text = incident.text("time");
    if (text != null && !TIME.matcher(text).matches()) {
      incident.wrong("time", "not-a-time");
      return null;
    }
    return text;
  }
}
