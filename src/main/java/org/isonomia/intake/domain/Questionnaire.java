package org.isonomia.intake.domain;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.isonomia.shared.Problem.FieldError;

/**
 * The questions in their order, one a page, with the branches that earlier answers open. It is
 * data; a version that was asked is never changed, because a report keeps the version it was asked
 * with and a draft goes on with its own. One that contradicts itself cannot be made.
 */
public record Questionnaire(String version, List<Step> steps) {
  /** What every report has a place for; all other answers are kept under their names. */
  public static final Set<String> CORE =
      Set.of(
          "danger",
          "role",
          "identity",
          "narrative",
          "date",
          "time",
          "unsure",
          "area",
          "place",
          "grounds",
          "conduct",
          "respondent",
          "respondentName",
          "wishes",
          "wishText",
          "requested",
          "name",
          "address",
          "email",
          "phone",
          "safeContact",
          "needs");

  /** Without these no law and no route can be found. */
  private static final Set<String> NEEDED =
      Set.of("identity", "narrative", "area", "grounds", "respondent", "requested");

  private static final Map<String, Set<String>> VOCABULARY =
      Map.of(
          "role", Codes.ROLES,
          "identity", Codes.IDENTITY_MODES,
          "area", Codes.AREAS,
          "grounds", Codes.GROUNDS,
          "conduct", Codes.CONDUCT,
          "respondent", Codes.RESPONDENTS,
          "wishes", Codes.WISHES,
          "requested", Codes.REQUESTED,
          "needs", Codes.NEEDS);

  public Questionnaire {
    steps = List.copyOf(steps);
    var wrong = new Contradictions(steps).find();
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException("questionnaire " + version + ": " + wrong);
    }
  }

  public Step first() {
    return steps.get(0);
  }

  public Step check() {
    return steps.get(steps.size() - 1);
  }

  public Optional<Step> step(String path) {
    return steps.stream().filter(step -> step.path().equals(path)).findFirst();
  }

  /** The step that asks this. */
  public Step stepOf(String field) {
    return steps.stream()
        .filter(step -> step.fields().stream().anyMatch(f -> f.name().equals(field)))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(field));
  }

  public Optional<Field> field(String name) {
    return steps.stream()
        .flatMap(step -> step.fields().stream())
        .filter(field -> field.name().equals(name))
        .findFirst();
  }

  /** The pages this person is shown. */
  public List<Step> steps(Answers answers) {
    return steps.stream().filter(step -> applies(step, answers)).toList();
  }

  /** A branch that is closed opens nothing: its answers are kept and do not count. */
  public boolean applies(Step step, Answers answers) {
    return step.when().holds(answers::all)
        && (!step.asks() || !step.fields(answers).isEmpty())
        && step.when().answers().keySet().stream().allMatch(field -> isAsked(field, answers));
  }

  /** Whether these answers open the question for this field. */
  public boolean isAsked(String name, Answers answers) {
    return field(name)
        .filter(
            field ->
                field.when().holds(answers::all)
                    && field.when().answers().keySet().stream().allMatch(f -> isAsked(f, answers)))
        .filter(field -> applies(stepOf(name), answers))
        .isPresent();
  }

  /** Whether some answers to this question open others, or close them. */
  public boolean opensOthers(String name) {
    return steps.stream()
        .anyMatch(
            step ->
                step.when().answers().containsKey(name)
                    || step.fields().stream().anyMatch(f -> f.when().answers().containsKey(name)));
  }

  /** What was answered to questions that other answers have closed, in their order. */
  public List<Field> closed(Answers before, Answers after) {
    return steps.stream()
        .flatMap(step -> step.fields().stream())
        .filter(field -> field.inputs().stream().anyMatch(input -> before.text(input) != null))
        .filter(field -> isAsked(field.name(), before) && !isAsked(field.name(), after))
        .toList();
  }

  /** The page before, among those that apply; empty at the first. */
  public Optional<Step> before(Step step, Answers answers) {
    var shown = steps(answers);
    var at = shown.indexOf(step);
    return at > 0 ? Optional.of(shown.get(at - 1)) : Optional.empty();
  }

  public Step after(Step step, Answers answers) {
    var at = steps.indexOf(step);
    return steps.subList(at + 1, steps.size()).stream()
        .filter(later -> applies(later, answers))
        .findFirst()
        .orElse(check());
  }

  /** Everything else that was asked and answered, in the order of the questions. */
  public List<Field> further() {
    return steps.stream()
        .flatMap(step -> step.fields().stream())
        .filter(field -> !CORE.contains(field.name()))
        .toList();
  }

  /** Fields whose answer promises a file, of those that are asked. */
  public List<Field> promised(Answers answers) {
    return answered(answers, Field::promises);
  }

  /** Fields whose answer hinders a formal letter, of those that are asked. */
  public List<Field> hindering(Answers answers) {
    return answered(answers, Field::hinders);
  }

  private List<Field> answered(Answers answers, Function<Field, Set<String>> codes) {
    return steps.stream()
        .flatMap(step -> step.fields().stream())
        .filter(field -> answers.all(field.name()).stream().anyMatch(codes.apply(field)::contains))
        .filter(field -> isAsked(field.name(), answers))
        .toList();
  }

  /**
   * What is wrong with the further answers of a report, all at once.
   *
   * @param today the city's date
   */
  public List<FieldError> faults(Said said, LocalDate today) {
    var faults = new ArrayList<FieldError>();
    var given = new HashMap<>(said.asked().answers());
    CORE.forEach(given::remove);
    var all =
        Answers.none()
            .with(given)
            .with(
                Map.of(
                    "role", codes(said.role()),
                    "identity", codes(said.identity().mode()),
                    "requested", codes(said.requested()),
                    "area", codes(said.incident().area()),
                    "respondent", codes(said.respondent().type())));
    for (var name : said.asked().answers().keySet()) {
      if (CORE.contains(name) || field(name).isEmpty()) {
        faults.add(new FieldError(at(name), "unknown-field"));
      }
    }
    for (var field : further()) {
      var values = given.getOrDefault(field.name(), List.of());
      var asked = isAsked(field.name(), all);
      if (!values.isEmpty() && !asked) {
        faults.add(new FieldError(at(field.name()), "not-asked"));
      } else if (values.isEmpty()) {
        if (asked && field.required() != null && field.required().holds(all::all)) {
          faults.add(new FieldError(at(field.name()), "required"));
        }
      } else {
        fault(field, values, today)
            .ifPresent(code -> faults.add(new FieldError(at(field.name()), code)));
      }
    }
    return faults;
  }

  private static Optional<String> fault(Field field, List<String> values, LocalDate today) {
    if (field.kind() != Field.Kind.CHECKBOXES && values.size() > 1) {
      return Optional.of("too-many");
    }
    return switch (field.kind()) {
      case RADIOS, CHECKBOXES, LANGUAGE ->
          field.codes().containsAll(values) ? Optional.empty() : Optional.of("unknown-code");
      case DATE -> dateFault(values.get(0), today);
      default -> PlainText.fault(values.get(0), field.longest());
    };
  }

  private static Optional<String> dateFault(String iso, LocalDate today) {
    try {
      var date = LocalDate.parse(iso);
      if (date.isAfter(today)) {
        return Optional.of("date-in-future");
      }
      return date.isBefore(Said.LONG_AGO) ? Optional.of("date-too-old") : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.of("not-a-date");
    }
  }

  private static String at(String name) {
    return "/answers/" + name;
  }

  private static List<String> codes(String code) {
    return code == null ? List.of() : List.of(code);
  }

  /** Looks for what can never be asked, asked twice, or answered with what no word is there for. */
  private static final class Contradictions {
    private final List<Step> steps;
    private final List<String> found = new ArrayList<>();
    private final Map<String, Field> earlier = new HashMap<>();
    private final Map<String, Condition> opening = new HashMap<>();

    Contradictions(List<Step> steps) {
      this.steps = steps;
    }

    List<String> find() {
      if (steps.isEmpty()
          || steps.get(0).page() != Step.Page.NOTICE
          || steps.get(steps.size() - 1).page() != Step.Page.CHECK) {
        found.add("begins with the notice and ends with the check");
        return found;
      }
      var paths = new HashSet<String>();
      for (var step : steps) {
        if (!paths.add(step.path()) || !step.path().matches("[a-z0-9-]+")) {
          found.add("path " + step.path());
        }
        if (step.asks() == step.fields().isEmpty()) {
          found.add(step.path() + " asks nothing, or asks where nothing is asked");
        }
        var open = reach(step.path(), step.when());
        // what one page asks cannot depend on what the same page asks: it needs a script
        var here = new LinkedHashMap<String, Field>();
        for (var field : step.fields()) {
          check(field, open);
          if (here.put(field.name(), field) != null || earlier.containsKey(field.name())) {
            found.add(field.name() + " is asked twice");
          }
        }
        step.fields().stream()
            .filter(f -> f.required() != null)
            .flatMap(f -> f.required().answers().keySet().stream())
            .filter(name -> !here.containsKey(name) && !earlier.containsKey(name))
            .forEach(name -> found.add(name + " decides and is not asked before"));
        earlier.putAll(here);
      }
      NEEDED.stream().filter(name -> !earlier.containsKey(name)).forEach(found::add);
      return found;
    }

    private void check(Field field, Condition stepOpen) {
      var open = stepOpen.and(reach(field.name(), field.when()));
      opening.put(field.name(), open);
      if (open.isImpossible()) {
        found.add(field.name() + " can never be asked");
      }
      if (field.kind().isChoice() == field.codes().isEmpty()) {
        found.add(field.name() + " has no answers, or answers nobody can choose");
      }
      if (!field.kind().isChoice()
          && field.kind() != Field.Kind.DATE
          && (field.longest() < 1 || field.longest() > Said.NARRATIVE_LENGTH)) {
        found.add(field.name() + " has no length");
      }
      if (VOCABULARY.containsKey(field.name())
          && !VOCABULARY.get(field.name()).containsAll(field.codes())) {
        found.add(field.name() + " has a code that the vocabulary does not know");
      }
      if (!field.codes().containsAll(field.promises())) {
        found.add(field.name() + " promises a file with an answer it does not have");
      }
      if (!field.codes().containsAll(field.hinders())) {
        found.add(field.name() + " hinders with an answer it does not have");
      }
      if (field.identity()
          && open.answers().getOrDefault("identity", Set.of("ANONYMOUS")).contains("ANONYMOUS")) {
        found.add(field.name() + " would be asked of the anonymous");
      }
    }

    private Condition reach(String what, Condition when) {
      var open = when;
      for (var name : when.answers().keySet()) {
        var field = earlier.get(name);
        if (field == null) {
          found.add(what + " hangs on " + name + ", which is not asked before");
        } else if (!field.codes().containsAll(when.answers().get(name))
            || when.answers().get(name).isEmpty()) {
          found.add(what + " hangs on an answer that " + name + " does not have");
        } else {
          open = open.and(opening.get(name));
        }
      }
      if (open.isImpossible()) {
        found.add(what + " can never be asked");
      }
      return open;
    }
  }

  /** What was answered to a field, cleaned; empty when nothing was. */
  public static List<String> given(Field field, Function<String, List<String>> answers) {
    if (field.kind() == Field.Kind.DATE) {
      return answers.apply(field.name());
    }
    return answers.apply(field.name()).stream()
        .map(PlainText::clean)
        .map(PlainText::tidy)
        .filter(text -> text != null)
        .toList();
  }
}
