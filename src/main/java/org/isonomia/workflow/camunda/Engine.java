package org.isonomia.workflow.camunda;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.cfg.JakartaTransactionProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.Database;
import org.isonomia.workflow.persistence.Instances;

/**
 * The engine: built when the application starts, on the shared data source and in its transactions,
 * with no history of its own. All pictures are deployed together; a picture that did not change is
 * not deployed again.
 */
@ApplicationScoped
public class Engine {
  /** Whoever observes the start and needs the engine comes after this. */
  public static final int START = 100;

  /** The engine's names for start events: startEvent, messageStartEvent, startTimerEvent. */
  private static final Pattern START_EVENT = Pattern.compile("^start|StartEvent$");

  private static final Logger LOG = Logger.getLogger("org.isonomia.workflow");

  /**
   * The engine logs exceptions with their texts, which may hold content: what matters is said by
   * {@link Faults}, or reaches the caller. Held here, as the log forgets loggers nobody holds.
   */
  private static final List<Logger> SILENT =
      List.of(
          Logger.getLogger("org.camunda.bpm.engine.context"),
          Logger.getLogger("org.camunda.bpm.engine.jobexecutor"),
          Logger.getLogger("org.camunda.bpm.engine.persistence"));

  private static final Logger QUIET = Logger.getLogger("org.camunda");

  @Resource(lookup = Database.NAME)
  DataSource source;

  @Resource ManagedThreadFactory threads;
  @Inject Instances instances;
  @Inject HandsOfPictures hands;
  @Inject AppClock clock;

  private ProcessEngine engine;
  private JobThreads jobs;

  /**
   * A deployed picture.
   *
   * @param definition the engine's id of its latest version
   * @param startEvent element where a token begins
   * @param innerStarts subprocess to the element where a token begins inside it
   */
  record Picture(String definition, String startEvent, Map<String, String> innerStarts) {}

  private final Map<String, Picture> pictures = new ConcurrentHashMap<>();

  void start(@Observes @Priority(START) Startup event) {
    // the engine's columns hold moments without a zone: in a zone with summer time an hour of
    // autumn would be written twice
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    QUIET.setLevel(Level.WARNING);
    SILENT.forEach(logger -> logger.setLevel(Level.OFF));
    var ahead = instances.aheadMillis();
    if (ahead != 0) {
      clock.runFrom(clock.instant().plusMillis(ahead));
      ClockUtil.offset(ahead);
    }
    jobs = new JobThreads(threads);
    engine = configuration().buildProcessEngine();
    deploy();
    jobs.start();
  }

  private JakartaTransactionProcessEngineConfiguration configuration() {
    var configuration = new JakartaTransactionProcessEngineConfiguration();
    configuration.setProcessEngineName("isonomia");
    configuration.setDataSource(source);
    configuration.setTransactionManager(transactions());
    configuration.setTransactionsExternallyManaged(true);
    configuration.setDatabaseType("postgres");
    configuration.setDatabaseTablePrefix("engine.");
    configuration.setDatabaseSchema("engine");
    configuration.setDatabaseSchemaUpdate("false");
    configuration.setSkipIsolationLevelCheck(true);
    configuration.setJdbcBatchProcessing(true);
    configuration.setIdGenerator(new TimeOrderedIds());
    configuration.setCustomSessionFactories(new KnownDefinitions().factories());
    // our own trail instead of a history: see decision 0002
    configuration.setHistory("none");
    configuration.setDbHistoryUsed(false);
    configuration.setHistoryCleanupEnabled(false);
    configuration.setEnforceHistoryTimeToLive(true);
    // parts that are not used
    configuration.setDbIdentityUsed(false);
    configuration.setCmmnEnabled(false);
    configuration.setDmnEnabled(false);
    configuration.setStandaloneTasksEnabled(false);
    configuration.setAuthorizationEnabled(false);
    configuration.setMetricsEnabled(false);
    configuration.setDbMetricsReporterActivate(false);
    configuration.setTaskMetricsEnabled(false);
    configuration.setHistoryCleanupMetricsEnabled(false);
    configuration.setEnableExpressionsInAdhocQueries(false);
    configuration.setEnableExpressionsInStoredQueries(false);
    configuration.setJavaSerializationFormatEnabled(false);
    configuration.setEnableCmdExceptionLogging(false);
    // jobs: a due date on each, so that the search for due ones is a walk along an index
    configuration.setJobExecutor(jobs);
    configuration.setJobExecutorActivate(false);
    configuration.setEnsureJobDueDateNotNull(true);
    configuration.setJobExecutorAcquireByDueDate(true);
    configuration.setDefaultNumberOfRetries(5);
    configuration.setFailedJobRetryTimeCycle("R5/PT5M");
    configuration.setFailedJobCommandFactory(new Faults(instances, hands));
    configuration.setExpressionManager(
        new JuelExpressionManager() {
          @Override
          protected ELResolver createElResolver() {
            var resolver = new CompositeELResolver();
            resolver.add(new HandsInExpressions(hands));
            resolver.add(super.createElResolver());
            return resolver;
          }
        });
    configuration.setCustomPostBPMNParseListeners(
        new ArrayList<>(List.of(new Footprints(instances, hands, clock))));
    return configuration;
  }

  private void deploy() {
    var repository = engine.getRepositoryService();
    var deployment = repository.createDeployment().name("isonomia").enableDuplicateFiltering(true);
    var found = picturesOnClassPath();
    for (String path : found) {
      deployment.addClasspathResource(path);
    }
    if (!found.isEmpty()) {
      deployment.deploy();
    }
    for (ProcessDefinition latest :
        repository.createProcessDefinitionQuery().latestVersion().list()) {
      // reads the picture now, so that the first resident does not wait for it
      var definition = (ProcessDefinitionEntity) repository.getProcessDefinition(latest.getId());
      var innerStarts = new HashMap<String, String>();
      innerStarts(definition, innerStarts);
      pictures.put(
          latest.getKey(),
          new Picture(latest.getId(), definition.getInitial().getId(), Map.copyOf(innerStarts)));
    }
    LOG.log(Level.INFO, "{0} pictures are ready", pictures.size());
  }

  private static void innerStarts(ScopeImpl scope, Map<String, String> found) {
    for (ActivityImpl activity : scope.getActivities()) {
      activity.getActivities().stream()
          .filter(inner -> inner.getProperties().get(BpmnProperties.TYPE) != null)
          .filter(
              inner -> START_EVENT.matcher(inner.getProperties().get(BpmnProperties.TYPE)).find())
          .findFirst()
          .ifPresent(inner -> found.put(activity.getId(), inner.getId()));
      innerStarts(activity, found);
    }
  }

  /** All pictures of this application, as class path names in a fixed order. */
  static List<String> picturesOnClassPath() {
    var folder = Engine.class.getResource("/bpmn");
    if (folder == null) {
      return List.of();
    }
    try {
      var uri = folder.toURI();
      if ("jar".equals(uri.getScheme())) {
        try (var jar = FileSystems.newFileSystem(URI.create(uri.toString()), Map.of())) {
          return picturesUnder(jar.getPath("/bpmn"));
        }
      }
      return picturesUnder(Path.of(uri));
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("the pictures cannot be listed", e);
    }
  }

  private static List<String> picturesUnder(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".bpmn"))
          .sorted()
          .map(name -> "bpmn/" + name)
          .toList();
    }
  }

  private static TransactionManager transactions() {
    try {
      return (TransactionManager) new InitialContext().lookup("java:appserver/TransactionManager");
    } catch (NamingException e) {
      throw new IllegalStateException("no transaction manager", e);
    }
  }

  @PreDestroy
  void stop() {
    if (jobs != null && jobs.isActive()) {
      jobs.shutdown();
    }
    if (engine != null) {
      engine.close();
    }
  }

  /**
   * @throws IllegalStateException when the application is not up
   */
  ProcessEngine engine() {
    if (engine == null) {
      throw new IllegalStateException("the engine is not up");
    }
    return engine;
  }

  JobThreads jobs() {
    return jobs;
  }

  boolean isUp() {
    return engine != null && jobs.isActive();
  }

  /**
   * @throws IllegalArgumentException when there is no such picture
   */
  Picture picture(String processId) {
    var picture = pictures.get(processId);
    if (picture == null) {
      throw new IllegalArgumentException("no picture of process " + processId);
    }
    return picture;
  }
}
