package org.isonomia.benchmark;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The slice everybody writes first, kept to be compared with: one JPA insert and one process start
 * at full history, in one transaction, behind a small HTTP server; a user task with a timer at its
 * edge. It checks nothing, counts no legal days, makes no receipt. A process of its own, so that it
 * shares no memory with whoever measures it.
 *
 * <p>Arguments: JDBC URL, user, password, history level. Prints its port when it answers; the
 * address ends in the number of process variables that a start gets.
 */
public final class NaiveSlice {
  private static final int THREADS = 33;
  private static String history;
  private static final ThreadLocal<Connection> BOUND = new ThreadLocal<>();

  private NaiveSlice() {}

  public static void main(String[] arguments) throws IOException {
    history = arguments[3];
    var plain = new PGSimpleDataSource();
    plain.setUrl(arguments[0]);
    plain.setUser(arguments[1]);
    plain.setPassword(arguments[2]);
    plain.setReWriteBatchedInserts(true);
    var bound = oneConnectionPerThread(plain);
    createTables(plain);
    var engine = engine(bound, plain);
    var entities =
        Persistence.createEntityManagerFactory(
            "naive",
            Map.of(
                "eclipselink.persistencexml",
                "META-INF/naive-persistence.xml",
                "jakarta.persistence.nonJtaDataSource",
                bound));
    var numbers = new AtomicLong();
    var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 64);
    server.setExecutor(Executors.newFixedThreadPool(THREADS));
    server.createContext(
        "/",
        exchange -> {
          int variables = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
          int status = 201;
          var body = "";
          try (exchange;
              var reader = Json.createReader(exchange.getRequestBody())) {
            var report = reader.readObject();
            var number = "NV-2027-%05d".formatted(numbers.incrementAndGet());
            try {
              file(
                  entities,
                  engine,
                  number,
                  report.getString("language"),
                  report.getString("narrative"),
                  variables);
              body = Json.createObjectBuilder().add("caseNumber", number).build().toString();
            } catch (RuntimeException failed) {
              rollBack();
              failed.printStackTrace();
              status = 500;
            }
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
    server.start();
    System.out.println("port " + server.getAddress().getPort());
  }

  /** Whatever failed, the thread's connection is fit for the next report. */
  private static void rollBack() {
    try {
      if (BOUND.get() != null) {
        BOUND.get().rollback();
      }
    } catch (SQLException e) {
      BOUND.remove();
    }
  }

  private static void file(
      EntityManagerFactory entities,
      ProcessEngine engine,
      String number,
      String language,
      String narrative,
      int variables) {
    try (var em = entities.createEntityManager()) {
      em.getTransaction().begin();
      em.persist(new NaiveReport(number, language, "PUBLIC_TRANSPORT", narrative));
      em.flush();
      var facts = new HashMap<String, Object>();
      for (int i = 0; i < variables; i++) {
        facts.put("variable" + i, "value " + i);
      }
      engine.getRuntimeService().startProcessInstanceByKey("naive", number, facts);
      em.getTransaction().commit();
    }
  }

  private static ProcessEngine engine(DataSource bound, DataSource plain) {
    // the tables are made on a connection of their own, then the engine works inside the caller's
    // transaction
    var setup = (StandaloneProcessEngineConfiguration) configuration(plain);
    setup.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
    setup.buildProcessEngine().close();
    var configuration = configuration(bound);
    configuration.setTransactionsExternallyManaged(true);
    configuration.setDatabaseSchemaUpdate("false");
    var engine = configuration.buildProcessEngine();
    try {
      engine
          .getRepositoryService()
          .createDeployment()
          .addModelInstance(
              "naive.bpmn",
              Bpmn.createExecutableProcess("naive")
                  .camundaHistoryTimeToLiveString("P180D")
                  .startEvent()
                  .userTask("review")
                  .boundaryEvent("late")
                  .cancelActivity(false)
                  .timerWithDuration("P3D")
                  .endEvent()
                  .moveToActivity("review")
                  .endEvent()
                  .done())
          .deploy();
      BOUND.get().commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return engine;
  }

  private static StandaloneProcessEngineConfiguration configuration(DataSource source) {
    var configuration = new StandaloneProcessEngineConfiguration();
    configuration.setProcessEngineName("naive-" + System.nanoTime());
    configuration.setDataSource(source);
    configuration.setDatabaseType("postgres");
    configuration.setHistory(history);
    configuration.setIdGenerator(new StrongUuidGenerator());
    configuration.setJdbcBatchProcessing(true);
    configuration.setMetricsEnabled(false);
    configuration.setJobExecutorActivate(false);
    return configuration;
  }

  private static void createTables(DataSource source) {
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "create table if not exists naive_report (id bigint primary key, number varchar(20) unique, language varchar(10),"
              + " area varchar(40), narrative text)");
      statement.execute("create sequence if not exists naive_id increment by 1000 start with 1000");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A pool as simple as it gets: each thread keeps its connection, closing it is a matter of the
   * pool.
   */
  private static DataSource oneConnectionPerThread(DataSource source) {
    return (DataSource)
        Proxy.newProxyInstance(
            NaiveSlice.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("getConnection")) {
                return method.invoke(source, arguments);
              }
              var connection = BOUND.get();
              if (connection == null) {
                connection = source.getConnection();
                connection.setAutoCommit(false);
                BOUND.set(connection);
              }
              return unclosed(connection);
            });
  }

  private static Connection unclosed(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            NaiveSlice.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              switch (method.getName()) {
                case "close", "setAutoCommit":
                  return null;
                default:
                  try {
                    return method.invoke(connection, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
              }
            });
  }
}
