package org.isonomia.intake.web;

import static org.isonomia.intake.web.Field.Kind.EMAIL;
import static org.isonomia.intake.web.Field.Kind.LINES;
import static org.isonomia.intake.web.Field.Kind.PHONE;
import static org.isonomia.intake.web.Field.Kind.STORY;
import static org.isonomia.intake.web.Field.Kind.TEXT;
import static org.isonomia.intake.web.Field.checkboxes;
import static org.isonomia.intake.web.Field.radios;
import static org.isonomia.intake.web.Field.text;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.isonomia.intake.domain.Answers;
import org.isonomia.intake.domain.Codes;
import org.isonomia.intake.domain.Said;

/**
 * The questions in their order, one a page. Addresses and titles are neutral: a browser's history
 * keeps them.
 */
public enum Step {
  NOTICE("notice"),
  SAFE("safe", radios("danger", new LinkedHashSet<>(List.of("no", "yes")))),
  WHO("who", radios("role", Codes.ROLES)),
  YOU("you", radios("identity", Codes.IDENTITY_MODES)),
  WHAT("story", text("narrative", STORY, Said.NARRATIVE_LENGTH)),
  WHEN(
      "when",
      Field.date("date"),
      text("time", TEXT, Said.TIME_LENGTH).butOptional(),
      checkboxes("unsure", Set.of("yes"))),
  PLACE("place", radios("area", Codes.AREAS), text("place", TEXT, Said.PLACE_LENGTH).butOptional()),
  ABOUT("about", checkboxes("grounds", Codes.GROUNDS)),
  HOW("how", checkboxes("conduct", asked(Codes.CONDUCT))),
  BY(
      "by",
      radios("respondent", Codes.RESPONDENTS),
      text("respondentName", TEXT, Said.NAME_LENGTH).butOptional()),
  HELP(
      "help",
      checkboxes("wishes", Codes.WISHES),
      text("wishText", LINES, Said.WISH_LENGTH).butOptional()),
  FORMAL(
      "formal",
      radios("requested", Codes.REQUESTED),
      text("name", TEXT, Said.NAME_LENGTH),
      text("address", LINES, Said.ADDRESS_LENGTH)),
  FILES("files"),
  CONTACT(
      "contact",
      text("email", EMAIL, Said.EMAIL_LENGTH).butOptional(),
      text("phone", PHONE, Said.PHONE_LENGTH).butOptional(),
      text("safeContact", LINES, Said.SAFE_CONTACT_LENGTH).butOptional(),
      checkboxes("needs", Codes.NEEDS).butOptional()),
  CHECK("check");

  /** What a person who stays anonymous is not asked, and what is forgotten when they decide to. */
  static final List<String> IDENTITY_FIELDS =
      List.of("requested", "name", "address", "email", "phone", "safeContact");

  public final String path;
  private final List<Field> fields;

  Step(String path, Field... fields) {
    this.path = path;
    this.fields = List.of(fields);
  }

  static Optional<Step> of(String path) {
    return Arrays.stream(values()).filter(step -> step.path.equals(path)).findFirst();
  }

  /** The questions this person is asked. */
  static List<Step> of(Answers answers) {
    return Arrays.stream(values()).filter(step -> step.appliesTo(answers)).toList();
  }

  boolean appliesTo(Answers answers) {
    return this != FORMAL || !isAnonymous(answers);
  }

  List<Field> fields(Answers answers) {
    return isAnonymous(answers)
        ? fields.stream().filter(field -> !IDENTITY_FIELDS.contains(field.name())).toList()
        : fields;
  }

  /** Every field it may ever ask. */
  List<Field> allFields() {
    return fields;
  }

  /** The step before, among those that apply; empty at the first. */
  Optional<Step> before(Answers answers) {
    var steps = of(answers);
    var at = steps.indexOf(this);
    return at > 0 ? Optional.of(steps.get(at - 1)) : Optional.empty();
  }

  Step after(Answers answers) {
    var steps = of(answers);
    return steps.get(Math.min(steps.indexOf(this) + 1, steps.size() - 1));
  }

  static boolean isAnonymous(Answers answers) {
    var mode = answers.text("identity");
    return mode == null || "ANONYMOUS".equals(mode);
  }

  /** "Several grounds" is counted from the grounds, a person is not asked to see it. */
  private static Set<String> asked(Set<String> conduct) {
    var asked = new LinkedHashSet<>(conduct);
    asked.remove("MULTIPLE");
    return asked;
  }
}
