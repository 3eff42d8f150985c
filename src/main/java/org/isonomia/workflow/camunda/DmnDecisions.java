package org.isonomia.workflow.camunda;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.isonomia.workflow.Decisions;

/**
 * The stand-alone decision engine. It is made when somebody first asks, because its expression
 * language takes about a second to load and the start of the program should not wait for it.
 */
@ApplicationScoped
public class DmnDecisions implements Decisions {
  private final Map<String, DmnDecision> tables = new ConcurrentHashMap<>();
  private DmnEngine engine;

  @Override
  public List<Map<String, Object>> evaluate(String table, Map<String, Object> facts) {
    var decision = tables.computeIfAbsent(table, this::read);
    return engine().evaluateDecisionTable(decision, facts).getResultList();
  }

  private DmnDecision read(String table) {
    var resource = "/bpmn/" + table + ".dmn";
    try (var stream = getClass().getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalArgumentException("no such decision table: " + table);
      }
      return engine().parseDecision(table.substring(table.indexOf('/') + 1), stream);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private synchronized DmnEngine engine() {
    if (engine == null) {
      engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    }
    return engine;
  }
}
