package org.isonomia.audit.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether records find their place and heads leave the house. A program that cannot seal goes on
 * working: what waits is not lost.
 */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
public class AuditHealth implements HealthCheck {
  @Inject Rounds rounds;
  @Inject SignHead head;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("audit")
        .withData("sealing", !rounds.isFailing())
        .withData("headsAreMailed", !head.recipients().isEmpty())
        .up()
        .build();
  }
}
