package org.isonomia.intake.application;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.shared.Problem;

/**
 * A bound on how many reports are filed in a minute, by everybody together: an address to count by
 * is not kept. Whoever comes above it is asked to press again in a minute and loses nothing.
 */
@ApplicationScoped
public class FilingThrottle {
  @Inject
  @ConfigProperty(name = "isonomia.filing.most", defaultValue = "6000")
  long most;

  private Bucket bucket;

  @PostConstruct
  void fill() {
    bucket =
        Bucket.builder()
            .addLimit(
                Bandwidth.builder()
                    .capacity(most)
                    .refillGreedy(most, Duration.ofMinutes(1))
                    .build())
            .build();
  }

  /**
   * @throws Problem tooMany "too-many-reports"
   */
  void pass() {
    if (!bucket.tryConsume(1)) {
      throw Problem.tooMany("too-many-reports");
    }
  }
}
