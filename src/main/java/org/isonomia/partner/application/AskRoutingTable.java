package org.isonomia.partner.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.partner.Directory;
import org.isonomia.partner.Institution;
import org.isonomia.partner.Routing;
import org.isonomia.workflow.Decisions;

/**
 * Asks the decision table {@code partner/routing}. Rules that carry the same row number are one
 * suggestion, and each institution needs the consent of the rule that names it; an institution that
 * was retired since is left out.
 */
@ApplicationScoped
@Transactional
public class AskRoutingTable implements Routing {
  static final String TABLE = "partner/routing";

  @Inject Decisions decisions;
  @Inject Directory directory;

  @Override
  @Allowed(value = Permission.SEE_DIRECTORY, trace = Allowed.Trace.NONE)
  public List<Suggestion> suggest(Facts facts) {
    var rules = decisions.evaluate(TABLE, inputs(facts, false));
    if (rules.isEmpty()) {
      rules = decisions.evaluate(TABLE, inputs(facts, true));
    }
    return merge(
        rules,
        directory.all().stream().collect(Collectors.toMap(Institution::code, Function.identity())));
  }

  private static Map<String, Object> inputs(Facts facts, boolean nothingElse) {
    var inputs = new HashMap<String, Object>();
    inputs.put("area", facts.area());
    inputs.put("respondentType", facts.respondentType());
    inputs.put("conduct", list(facts.conduct()));
    inputs.put("grounds", list(facts.grounds()));
    inputs.put("topics", list(facts.topics()));
    inputs.put("risk", facts.risk());
    inputs.put("formal", facts.formal());
    inputs.put("nothingElse", nothingElse);
    return inputs;
  }

  private static List<String> list(Set<String> codes) {
    return codes == null ? List.of() : List.copyOf(codes);
  }

  private static List<Suggestion> merge(
      List<Map<String, Object>> rules, Map<String, Institution> known) {
    var byRow = new TreeMap<Integer, List<Map<String, Object>>>();
    for (var rule : rules) {
      byRow
          .computeIfAbsent(((Number) rule.get("row")).intValue(), row -> new ArrayList<>())
          .add(rule);
    }
    return byRow.entrySet().stream()
        .map(
            row -> {
              var first = institutions(row.getValue(), "first", known);
              var also = institutions(row.getValue(), "also", known);
              also.removeAll(first);
              var rule = row.getValue().get(0);
              return new Suggestion(
                  row.getKey(),
                  List.copyOf(first),
                  List.copyOf(also),
                  consents(row.getValue()),
                  (String) rule.get("reason"));
            })
        .toList();
  }

  /** A notice may be ordered by law while the support beside it needs consent. */
  private static Map<String, String> consents(List<Map<String, Object>> rules) {
    var consents = new HashMap<String, String>();
    for (var output : List.of("first", "also")) {
      for (var rule : rules) {
        for (var code : (Collection<?>) rule.get(output)) {
          consents.putIfAbsent((String) code, (String) rule.get("consent"));
        }
      }
    }
    return Map.copyOf(consents);
  }

  private static Set<Institution> institutions(
      List<Map<String, Object>> rules, String output, Map<String, Institution> known) {
    return rules.stream()
        .flatMap(rule -> ((Collection<?>) rule.get(output)).stream())
        .map(known::get)
        .filter(java.util.Objects::nonNull)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
