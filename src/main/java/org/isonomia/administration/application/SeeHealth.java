package org.isonomia.administration.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.File;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.post.FailedMails;
import org.isonomia.privacy.Team;
import org.isonomia.privacy.Trust;
import org.isonomia.workflow.Jobs;

/**
 * How the house is: what every health check of every room says, and numbers. A check that somebody
 * adds is on the page without anybody writing it there.
 */
@ApplicationScoped
@Transactional
public class SeeHealth {
  private static final Logger LOG = Logger.getLogger(SeeHealth.class.getName());

  /** What checks say when they are up and it is not enough. */
  private static final List<Map.Entry<String, String>> NEED_YOU =
      List.of(Map.entry("headsAreMailed", "false"), Map.entry("sealing", "false"));

  /** Below this the database soon cannot write. In megabytes. */
  static final long LITTLE_SPACE = 1024;

  /**
   * @param data what it says besides, by name: codes and numbers
   */
  public record Check(String name, boolean up, Map<String, String> data) {
    /** Whether it works and somebody has to do something all the same. */
    public boolean needsYou() {
      return up && NEED_YOU.stream().anyMatch(data.entrySet()::contains);
    }
  }

  /**
   * @param freeMegabytes where the data folder is; {@code null} when it cannot be asked
   * @param thin teams with too few members
   * @param unconfirmed whether the keys are made and their parts were not typed back yet
   * @param mailServer whether one is set; without it no mail is sent
   * @param placeholders whether residents of a real city see a contact of the invented office
   */
  public record Seen(
      List<Check> checks,
      Jobs.Counts jobs,
      long mails,
      Long freeMegabytes,
      List<Team> thin,
      boolean founded,
      boolean unconfirmed,
      boolean mailServer,
      boolean placeholders) {
    /** What is said of the keys. */
    public String keys() {
      return founded ? "thin" : unconfirmed ? "unconfirmed" : "none";
    }

    public boolean isSpaceLow() {
      return freeMegabytes != null && freeMegabytes < LITTLE_SPACE;
    }
  }

  @Inject @Any Instance<HealthCheck> checks;
  @Inject Jobs jobs;
  @Inject FailedMails mails;
  @Inject Trust trust;
  @Inject Config config;

  @Inject
  @ConfigProperty(name = "isonomia.data.dir")
  Optional<String> dataFolder;

  @Allowed(value = Permission.SEE_HEALTH, trace = Allowed.Trace.NONE)
  public Seen handle() {
    return new Seen(
        answers(),
        jobs.counts(),
        mails.count(),
        dataFolder.map(SeeHealth::free).orElse(null),
        trust.thin(),
        trust.isFounded(),
        trust.isUnconfirmed(),
        isSet("isonomia.mail.host"),
        hasPlaceholders());
  }

  private boolean hasPlaceholders() {
    var demo = config.getOptionalValue("isonomia.demo", Boolean.class).orElse(false);
    return !demo
        && SeeSettings.BUILT_IN.keySet().stream()
            .anyMatch(name -> name.startsWith(SeeSettings.CONTACT) && !isSet(name));
  }

  private boolean isSet(String name) {
    return config.getOptionalValue(name, String.class).isPresent();
  }

  private static Long free(String folder) {
    var space = new File(folder).getUsableSpace();
    return space == 0 ? null : space / (1024 * 1024);
  }

  private List<Check> answers() {
    var all = new ArrayList<Check>();
    for (var check : checks) {
      all.add(answer(check));
    }
    all.sort(Comparator.comparing(Check::name));
    return all;
  }

  /** A check that breaks is down, and does not take the page with it. */
  static Check answer(HealthCheck check) {
    try {
      var said = check.call();
      var data = new TreeMap<String, String>();
      said.getData().ifPresent(map -> map.forEach((k, v) -> data.put(k, String.valueOf(v))));
      return new Check(said.getName(), said.getStatus() == HealthCheckResponse.Status.UP, data);
    } catch (RuntimeException broken) {
      LOG.log(Level.WARNING, "a health check broke: {0}", broken.getClass().getSimpleName());
      return new Check(check.getClass().getSimpleName().replaceAll("\\$.*", ""), false, Map.of());
    }
  }
}
