package org.isonomia.intake.web;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.intake.web.Paced.Route;
import org.isonomia.shared.CaseNumber;

/**
 * A bucket for each route of each draft and each mailbox. Not of each address: none is kept. And
 * not one for everybody together: whoever empties that shuts out everybody else. Whoever brings no
 * draft and no open mailbox either begins a report or finds nothing. Real time. The visits to one
 * mailbox share its buckets: typing the receipt again fills none.
 */
@ApplicationScoped
public class Pace {
  /**
   * Buckets that are remembered; the longest unused is forgotten, which is as good as a full one.
   */
  private static final int MOST = 20_000;

  @Inject
  @ConfigProperty(name = "isonomia.flood.answers", defaultValue = "6000")
  long answers;

  @Inject
  @ConfigProperty(name = "isonomia.flood.files", defaultValue = "120")
  long files;

  @Inject
  @ConfigProperty(name = "isonomia.flood.writes", defaultValue = "600")
  long writes;

  @Inject
  @ConfigProperty(name = "isonomia.flood.papers", defaultValue = "120")
  long papers;

  /**
   * @param whose token or case: a made-up token that reads like a case number is another bearer
   */
  private record Bearer(Route route, Object whose) {
    @Override
    public String toString() {
      return "Bearer";
    }
  }

  private final Map<Bearer, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Bearer, Bucket> eldest) {
          return size() > MOST;
        }
      };

  /**
   * Whether one more of this route is taken now.
   *
   * @param token of the draft or of the visit, as the browser brings it; {@code null} for none
   */
  boolean takes(Route route, String token) {
    if (token == null || token.isEmpty() || token.length() > 200) {
      return true; // nothing is found by it
    }
    return takes(new Bearer(route, token));
  }

  /** The same of all open visits to one mailbox together. */
  boolean takes(Route route, CaseNumber mailbox) {
    return takes(new Bearer(route, mailbox));
  }

  private boolean takes(Bearer bearer) {
    Bucket bucket;
    synchronized (buckets) {
      bucket = buckets.computeIfAbsent(bearer, any -> full(most(bearer.route())));
    }
    return bucket.tryConsume(1);
  }

  private static Bucket full(long most) {
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder().capacity(most).refillGreedy(most, Duration.ofMinutes(1)).build())
        .build();
  }

  private long most(Route route) {
    return switch (route) {
      case ANSWERS -> answers;
      case FILES -> files;
      case WRITES -> writes;
      case PAPERS -> papers;
    };
  }
}
