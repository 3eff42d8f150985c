package org.isonomia.workflow.camunda;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.isonomia.workflow.persistence.Instances;

/** Ready means: the engine is up and our own tables answer within two seconds. */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
public class Readiness implements HealthCheck {
  private static final int PATIENCE_SECONDS = 2;

  @Inject Engine engine;
  @Inject Instances instances;
  @Resource ManagedExecutorService executor;

  @Override
  public HealthCheckResponse call() {
    boolean database = databaseAnswers();
    return HealthCheckResponse.named("isonomia")
        .withData("database", database)
        .withData("engine", engine.isUp())
        .status(database && engine.isUp())
        .build();
  }

  private boolean databaseAnswers() {
    var answer = executor.submit(instances::aheadMillis);
    try {
      answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      answer.cancel(true);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
