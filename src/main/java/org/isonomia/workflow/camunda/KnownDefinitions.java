package org.isonomia.workflow.camunda;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;

/**
 * Definitions of processes and of their jobs, remembered once read. The engine would select each of
 * them again in every command, three times for one filing, only to see whether somebody suspended
 * it; nobody suspends definitions here, and a new version has a new id.
 */
final class KnownDefinitions {
  private final Map<String, ProcessDefinitionEntity> processes = new ConcurrentHashMap<>();
  private final Map<String, JobDefinitionEntity> jobs = new ConcurrentHashMap<>();

  /** What the engine's set-up takes in place of its own. */
  List<SessionFactory> factories() {
    return List.of(
        factory(ProcessDefinitionManager.class, Processes::new),
        factory(JobDefinitionManager.class, Jobs::new));
  }

  private static SessionFactory factory(Class<?> type, Supplier<Session> session) {
    return new SessionFactory() {
      @Override
      public Class<?> getSessionType() {
        return type;
      }

      @Override
      public Session openSession() {
        return session.get();
      }
    };
  }

  private final class Processes extends ProcessDefinitionManager {
    @Override
    public ProcessDefinitionEntity findLatestProcessDefinitionById(String id) {
      var known = processes.get(id);
      if (known == null) {
        known = super.findLatestProcessDefinitionById(id);
        if (known != null) {
          processes.put(id, known);
        }
      }
      return known;
    }
  }

  private final class Jobs extends JobDefinitionManager {
    @Override
    public JobDefinitionEntity findById(String id) {
      var known = jobs.get(id);
      if (known == null) {
        known = super.findById(id);
        if (known != null) {
          jobs.put(id, known);
        }
      }
      return known;
    }
  }
}
