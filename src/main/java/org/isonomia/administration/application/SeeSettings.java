package org.isonomia.administration.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;

/** The settings in force and where each came from. Of a secret only whether it is set. */
@ApplicationScoped
public class SeeSettings {
  /** The launcher says names and sources, never values. */
  static final String SOURCES = "isonomia.settings.sources";

  /** An address of a database may hold a password. */
  private static final Pattern SECRET =
      Pattern.compile(".*(secret|password|token|jdbc\\.url|\\.key).*");

  /** Where a value came from. */
  public enum Source {
    PROPERTY,
    ENVIRONMENT,
    FILE,
    DEFAULT
  }

  /**
   * @param value {@code null} for a secret, and for a default that only the code knows
   * @param secret whether its value is shown to nobody
   * @param set whether there is a value
   */
  public record Line(String name, Source source, String value, boolean secret, boolean set) {}

  @Inject Config config;

  /** By name; empty when the launcher said nothing, as in a server of one's own. */
  @Allowed(value = Permission.SEE_HEALTH, trace = Allowed.Trace.NONE)
  public List<Line> handle() {
    return config
        .getOptionalValue(SOURCES, String.class)
        .map(
            told ->
                Arrays.stream(told.split(","))
                    .map(entry -> entry.split("=", 2))
                    .filter(entry -> entry.length == 2)
                    .map(entry -> line(entry[0], entry[1]))
                    .toList())
        .orElse(List.of());
  }

  private Line line(String name, String source) {
    var value = config.getOptionalValue(name, String.class).orElse(null);
    var from = Source.valueOf(source.toUpperCase(java.util.Locale.ROOT));
    return line(name, from, value);
  }

  static Line line(String name, Source from, String value) {
    var secret = SECRET.matcher(name).matches();
    // the launcher takes the migration's role away after the tables are made
    var set = value != null || from != Source.DEFAULT;
    return new Line(name, from, secret ? null : value, secret, set);
  }
}
