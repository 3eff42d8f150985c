package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.isonomia.intake.Reports.Answered;
import org.isonomia.intake.domain.Answers;
import org.isonomia.intake.domain.Field;
import org.isonomia.intake.domain.Report;
import org.isonomia.intake.domain.Said;
import org.isonomia.privacy.Compartment;
import org.isonomia.privacy.Sealed;
import org.isonomia.privacy.Vault;

/**
 * Answers to questions that not everybody is asked: sealed with the report, what tells of the
 * reporter apart from what tells of the matter, and read with the words of the version they were
 * asked with.
 */
@ApplicationScoped
class FurtherAnswers {
  private static final String MATTER = "further";
  private static final String IDENTITY = "furtherIdentity";

  @Inject Vault vault;
  @Inject Questionnaires questionnaires;

  void keep(Report report, Said.Asked asked) {
    var questionnaire = questionnaires.of(asked.questionnaire());
    var matter = new LinkedHashMap<String, List<String>>();
    var identity = new LinkedHashMap<String, List<String>>();
    for (var field : questionnaire.further()) {
      var values = asked.answers().getOrDefault(field.name(), List.of());
      if (!values.isEmpty()) {
        (field.identity() ? identity : matter).put(field.name(), values);
      }
    }
    report.keepFurther(
        questionnaire.version(),
        seal(report, Compartment.CONTENT, MATTER, matter),
        seal(report, Compartment.IDENTITY, IDENTITY, identity));
  }

  /** All that was answered, by field, for the reporter who holds every key. */
  Answers all(Report report) {
    return open(report, MATTER, report.further())
        .with(open(report, IDENTITY, report.furtherIdentity()).values());
  }

  /**
   * What whoever acts can open of it.
   *
   * @param identity whether also what tells of the reporter
   */
  List<Answered> read(Report report, boolean identity) {
    var all =
        open(report, MATTER, report.further())
            .with(
                identity
                    ? open(report, IDENTITY, report.furtherIdentity()).values()
                    : Map.<String, List<String>>of());
    return answered(report, all);
  }

  /** What tells of the reporter, and nothing of the matter. */
  List<Answered> ofReporter(Report report) {
    return answered(report, open(report, IDENTITY, report.furtherIdentity()));
  }

  /** Text keys of the questions among these whose answer promised a file. */
  List<String> promised(Report report, List<Answered> further) {
    return texts(report, further, Field::promises);
  }

  /** Text keys of the questions among these whose answer hinders a formal letter. */
  List<String> hindering(Report report, List<Answered> further) {
    return texts(report, further, Field::hinders);
  }

  private List<String> texts(
      Report report, List<Answered> further, Function<Field, Set<String>> codes) {
    var questionnaire = questionnaires.of(report.questionnaire());
    return further.stream()
        .filter(
            answer ->
                questionnaire
                    .field(answer.field())
                    .filter(
                        field -> answer.values().stream().anyMatch(codes.apply(field)::contains))
                    .isPresent())
        .map(Answered::text)
        .toList();
  }

  private List<Answered> answered(Report report, Answers all) {
    var read = new ArrayList<Answered>();
    for (var field : questionnaires.of(report.questionnaire()).further()) {
      if (!all.all(field.name()).isEmpty()) {
        read.add(answered(field, all.all(field.name())));
      }
    }
    return read;
  }

  static Answered answered(Field field, List<String> values) {
    return new Answered(field.name(), field.text(), kind(field), field.identity(), values);
  }

  private static Answered.Kind kind(Field field) {
    if (field.kind().isChoice()) {
      return Answered.Kind.CODES;
    }
    return field.kind() == Field.Kind.DATE ? Answered.Kind.DATE : Answered.Kind.TEXT;
  }

  private Sealed seal(
      Report report, Compartment compartment, String name, Map<String, List<String>> answers) {
    var text =
        answers.isEmpty()
            ? null
            : Base64.getEncoder().encodeToString(Answers.none().with(answers).toBytes());
    return vault.seal(report.number().value(), compartment, name, text);
  }

  private Answers open(Report report, String name, Sealed sealed) {
    var text = vault.openIfMine(report.number().value(), name, sealed);
    return text == null ? Answers.none() : Answers.ofBytes(Base64.getDecoder().decode(text));
  }
}
