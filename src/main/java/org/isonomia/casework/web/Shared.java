package org.isonomia.casework.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isonomia.casework.application.ReadCase;
import org.isonomia.casework.application.SuggestInstitutions;
import org.isonomia.page.Choice;
import org.isonomia.page.Form;
import org.isonomia.page.Language;
import org.isonomia.page.Texts;
import org.isonomia.partner.Institution;

/**
 * What a referral shares: categories ticked by the handler, each with the very words the
 * institution reads.
 */
final class Shared {
  private Shared() {}

  /** Categories that this case can share besides the summary. */
  static List<String> offered(ReadCase.Task task) {
    var offered = new ArrayList<String>();
    offered.add("NARRATIVE");
    offered.add("LANGUAGE");
    if (!task.facts().needs().isEmpty()) {
      offered.add("NEEDS");
    }
    if (task.content().name() != null) {
      offered.add("IDENTITY");
    }
    if (task.content().email() != null || task.content().phone() != null) {
      offered.add("CONTACT");
    }
    return offered;
  }

  /** Category → words, in Polish, the language of the institutions. */
  static Map<String, String> words(Form form, ReadCase.Task task, Texts t) {
    var words = new LinkedHashMap<String, String>();
    if (!form.isBlank("summary")) {
      words.put("SUMMARY", form.stripped("summary"));
    }
    var polish = Texts.of(Language.PL);
    for (var category : offered(task)) {
      if (form.has("categories", category)) {
        words.put(category, words(category, task, polish));
      }
    }
    return words;
  }

  private static String words(String category, ReadCase.Task task, Texts t) {
    var content = task.content();
    return switch (category) {
      case "NARRATIVE" -> content.narrative();
      case "LANGUAGE" ->
          Language.of(task.head().language()).map(Language::ownName).orElse(task.head().language());
      case "NEEDS" ->
          t.list(task.facts().needs().stream().map(code -> t.t("intake.needs." + code)).toList());
      case "IDENTITY" -> joined(content.name(), content.address());
      default -> joined(content.email(), content.phone(), content.safeContact());
    };
  }

  private static String joined(String... parts) {
    return Stream.of(parts)
        .filter(p -> p != null && !p.isBlank())
        .collect(Collectors.joining("\n"));
  }

  /**
   * The suggested institutions first, then the rest of the directory; one without an address says
   * so.
   */
  static List<Choice> institutions(Texts t, SuggestInstitutions.Choices choices) {
    var byId = new LinkedHashMap<Long, Institution>();
    for (var suggestion : choices.suggestions()) {
      suggestion.first().forEach(i -> byId.putIfAbsent(i.id(), i));
    }
    for (var suggestion : choices.suggestions()) {
      suggestion.also().forEach(i -> byId.putIfAbsent(i.id(), i));
    }
    choices.all().forEach(i -> byId.putIfAbsent(i.id(), i));
    return byId.values().stream()
        .map(
            i ->
                Choice.of(
                    Long.toString(i.id()),
                    i.reachable()
                        ? i.name()
                        : t.t("casework.institution.unreachable", "name", i.name())))
        .toList();
  }

  /** The whole directory. */
  static List<Choice> institutions(List<Institution> all) {
    return all.stream().map(i -> Choice.of(Long.toString(i.id()), i.name())).toList();
  }

  /** Key of the institution chosen; {@code null} when none was. */
  static Long key(Form form) {
    try {
      return form.isBlank("institution") ? null : Long.valueOf(form.stripped("institution"));
    } catch (NumberFormatException nonsense) {
      return null;
    }
  }
}
