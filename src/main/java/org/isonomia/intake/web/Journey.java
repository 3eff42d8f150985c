package org.isonomia.intake.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isonomia.intake.domain.Answers;
import org.isonomia.intake.domain.Codes;
import org.isonomia.intake.domain.PlainText;
import org.isonomia.intake.domain.Said;
import org.isonomia.page.Form;

/**
 * From what was typed to what was said, and from what may not be said to the question where it can
 * be put right.
 */
final class Journey {
  /** Pointer of the report → question and field. */
  private static final Map<String, Place> PLACES = places();

  /** Where on the pages something is asked. */
  record Place(Step step, String field) {}

  private Journey() {}

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
    return typed;
  }

  /** Fields that no longer apply after these answers. */
  static List<String> dropped(Step step, Form form) {
    return step == Step.YOU && form.has("identity", "ANONYMOUS") ? Step.IDENTITY_FIELDS : List.of();
  }

  /** Whether nothing was typed or chosen. */
  static boolean isEmpty(Map<String, List<String>> typed) {
    return typed.values().stream().allMatch(all -> all.stream().allMatch(String::isBlank));
  }

  /** Notes on the form what is wrong with this step. */
  static void check(Step step, Form form, Answers answers, LocalDate today) {
    for (var field : step.fields(answers)) {
      switch (field.kind()) {
        case RADIOS -> checkChoice(field, form);
        case CHECKBOXES -> checkChoices(field, form);
        case DATE -> checkDate(form, today);
        default -> {
          var text = PlainText.clean(form.value(field.name()));
          if (text.strip().length() > field.longest()) {
            form.error(
                field.name(),
                "intake.wrong.too-long",
                "most",
                field.longest(),
                "now",
                text.strip().length());
          }
        }
      }
    }
    checkTogether(step, form);
  }

  private static void checkTogether(Step step, Form form) {
    switch (step) {
      case WHAT -> {
        if (PlainText.isBlank(form.value("narrative"))) {
          form.error("narrative", "intake.wrong.narrative");
        }
      }
      case ABOUT -> {
        if (form.values("grounds").isEmpty()) {
          form.error("grounds", "intake.wrong.grounds");
        }
      }
      case FORMAL -> {
        var formal = form.values("requested").stream().anyMatch(Codes::isFormal);
        if (formal && PlainText.isBlank(form.value("name"))) {
          form.error("name", "intake.wrong.formal-name");
        }
        if (formal && PlainText.isBlank(form.value("address"))) {
          form.error("address", "intake.wrong.formal-address");
        }
      }
      case CONTACT -> {
        var email = form.stripped("email");
        if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
          form.error("email", "intake.wrong.email");
        }
      }
      default -> {
        // nothing else to compare
      }
    }
  }

  private static void checkChoice(Field field, Form form) {
    if (form.isBlank(field.name()) || !field.codes().contains(form.value(field.name()))) {
      form.error(field.name(), "intake.wrong." + field.name());
    }
  }

  private static void checkChoices(Field field, Form form) {
    if (!field.codes().containsAll(form.values(field.name()))) {
      form.error(field.name(), "intake.wrong.choice");
    }
  }

  private static void checkDate(Form form, LocalDate today) {
    if (form.isDateBlank("date")) {
      if (!form.has("unsure", "yes") && form.isBlank("time")) {
        form.error("date", "intake.wrong.date-missing");
      }
      return;
    }
    var date = form.date("date");
    if (date.isEmpty()) {
      form.error("date", "intake.wrong.date");
    } else if (date.get().isBefore(Said.LONG_AGO)) {
      form.error("date", "intake.wrong.date-too-old");
    } else if (date.get().isAfter(today)) {
      form.error("date", "intake.wrong.date-in-future");
    }
  }

  /**
   * What was said, from everything typed; what was not asked gets the same defaults as over REST.
   */
  static Said said(Answers answers, String language) {
    var anonymous = Step.isAnonymous(answers);
    var requested = anonymous ? null : answers.text("requested");
    return new Said(
        language,
        "WEB",
        otherwise(answers.text("role"), "VICTIM"),
        anonymous
            ? new Said.Identity(otherwise(answers.text("identity"), ""), null, null, null, null)
            : new Said.Identity(
                answers.text("identity"),
                answers.text("name"),
                answers.text("address"),
                answers.text("email"),
                answers.text("phone")),
        otherwise(requested, "SIGNAL"),
        answers.text("narrative"),
        new Said.Incident(
            date(answers),
            answers.text("time"),
            answers.text("place"),
            otherwise(answers.text("area"), "OTHER")),
        codes(answers, "grounds"),
        codes(answers, "conduct"),
        new Said.Respondent(
            otherwise(answers.text("respondent"), "UNKNOWN_PERPETRATOR"),
            answers.text("respondentName")),
        codes(answers, "wishes"),
        answers.text("wishText"),
        codes(answers, "needs"),
        "yes".equals(answers.text("danger")),
        anonymous ? null : answers.text("safeContact"));
  }

  /** The questions that still need an answer before it can be sent, in their order. */
  static List<Step> unfinished(Answers answers, LocalDate today) {
    var unfinished = new ArrayList<Step>();
    for (var step : Step.of(answers)) {
      var form = Form.of(answers.values());
      if (step == Step.NOTICE || step == Step.FILES || step == Step.CHECK) {
        continue; // reading and adding files is no answer that could be missing
      }
      check(step, form, answers, today);
      if (form.hasErrors()) {
        unfinished.add(step);
      }
    }
    for (var fault : said(answers, "pl").faults(today)) {
      var place = PLACES.get(fault.pointer().replaceAll("/\\d+$", ""));
      if (place != null && !unfinished.contains(place.step())) {
        unfinished.add(place.step());
      }
    }
    return unfinished;
  }

  private static LocalDate date(Answers answers) {
    try {
      return LocalDate.of(
          number(answers, "date-year"), number(answers, "date-month"), number(answers, "date-day"));
    } catch (NumberFormatException | DateTimeException e) {
      return null; // not sure, or not yet put right: the check of the step says which
    }
  }

  private static int number(Answers answers, String field) {
    return Integer.parseInt(otherwise(answers.text(field), ""));
  }

  private static Set<String> codes(Answers answers, String field) {
    return new LinkedHashSet<>(answers.all(field));
  }

  private static String otherwise(String text, String otherwise) {
    return text == null ? otherwise : text;
  }

  private static Map<String, Place> places() {
    return Map.ofEntries(
        Map.entry("/role", new Place(Step.WHO, "role")),
        Map.entry("/identity/mode", new Place(Step.YOU, "identity")),
        Map.entry("/identity/name", new Place(Step.FORMAL, "name")),
        Map.entry("/identity/address", new Place(Step.FORMAL, "address")),
        Map.entry("/identity/email", new Place(Step.CONTACT, "email")),
        Map.entry("/identity/phone", new Place(Step.CONTACT, "phone")),
        Map.entry("/requested", new Place(Step.FORMAL, "requested")),
        Map.entry("/narrative", new Place(Step.WHAT, "narrative")),
        Map.entry("/incident/date", new Place(Step.WHEN, "date")),
        Map.entry("/incident/time", new Place(Step.WHEN, "time")),
        Map.entry("/incident/place", new Place(Step.PLACE, "place")),
        Map.entry("/incident/area", new Place(Step.PLACE, "area")),
        Map.entry("/grounds", new Place(Step.ABOUT, "grounds")),
        Map.entry("/conduct", new Place(Step.HOW, "conduct")),
        Map.entry("/respondent/type", new Place(Step.BY, "respondent")),
        Map.entry("/respondent/name", new Place(Step.BY, "respondentName")),
        Map.entry("/wishes", new Place(Step.HELP, "wishes")),
        Map.entry("/wishText", new Place(Step.HELP, "wishText")),
        Map.entry("/needs", new Place(Step.CONTACT, "needs")),
        Map.entry("/safeContact", new Place(Step.CONTACT, "safeContact")));
  }
}
