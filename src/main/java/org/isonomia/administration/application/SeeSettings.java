package org.isonomia.administration.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

  static final String CONTACT = "isonomia.contact.";

  /** What the code takes when nothing was set; a test compares it with the code. */
  static final Map<String, String> BUILT_IN =
      Map.ofEntries(
          Map.entry("isonomia.http.port", "8080"),
          Map.entry("isonomia.http.address", "127.0.0.1"),
          Map.entry("isonomia.restore.distance", "1000"),
          Map.entry("isonomia.log.verbose", "false"),
          Map.entry("isonomia.config", "isonomia.properties"),
          Map.entry("isonomia.accessibility.declared", "2026-11-22"),
          Map.entry("isonomia.audit.head.time", "06:00"),
          Map.entry("isonomia.audit.months.change", "120"),
          Map.entry("isonomia.audit.months.read", "36"),
          Map.entry("isonomia.audit.months.refusal", "36"),
          Map.entry("isonomia.body.max", "1048576"),
          Map.entry("isonomia.contact.address", "pl. Wszystkich Świętych 3-4, 31-004 Kraków"),
          Map.entry("isonomia.contact.dpo", "iod@miasto.example"),
          Map.entry("isonomia.contact.email", "rownosc@miasto.example"),
          Map.entry("isonomia.contact.from", "8:00"),
          Map.entry("isonomia.contact.phone", "12 000 00 00"),
          Map.entry("isonomia.contact.to", "16:00"),
          Map.entry("isonomia.desk.backdate.days", "30"),
          Map.entry("isonomia.demo", "false"),
          Map.entry("isonomia.demo.unaudited", "false"),
          Map.entry("isonomia.demo.unsealed", "false"),
          Map.entry("isonomia.mail.port", "25"),
          Map.entry("isonomia.mail.starttls", "false"),
          Map.entry("isonomia.oidc.create", "true"),
          Map.entry("isonomia.oidc.only", "false"),
          Map.entry("isonomia.oidc.roles.claim", "roles"),
          Map.entry("isonomia.accessibility.published", "2026-11-22"),
          Map.entry("isonomia.accessibility.changed", "2026-11-22"),
          Map.entry("isonomia.filing.most", "6000"),
          Map.entry("isonomia.flood.answers", "6000"),
          Map.entry("isonomia.flood.files", "120"),
          Map.entry("isonomia.flood.writes", "600"),
          Map.entry("isonomia.flood.papers", "120"),
          Map.entry("isonomia.drafts.most", "20000"),
          Map.entry("isonomia.drafts.bytes", "4294967296"),
          Map.entry("isonomia.removed.months", "12"),
          Map.entry("isonomia.rights.months", "60"),
          Map.entry("isonomia.session.idle.minutes", "15"),
          Map.entry("isonomia.totp.required", "true"),
          Map.entry("isonomia.file.max", "26214400"),
          Map.entry("isonomia.upload.max", "133169152"));

  /** Where a value came from. */
  public enum Source {
    PROPERTY,
    ENVIRONMENT,
    FILE,
    DEFAULT
  }

  /**
   * @param value {@code null} for a secret, and for what is made, found or left out when nothing
   *     was set
   * @param secret whether its value is shown to nobody
   * @param set whether there is a value
   */
  public record Line(String name, Source source, String value, boolean secret, boolean set) {
    /** Whether it is a contact of the invented office, which a city replaces. */
    public boolean isPlaceholder() {
      return source == Source.DEFAULT && name.startsWith(CONTACT);
    }
  }

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
    var shown = value == null && from == Source.DEFAULT ? BUILT_IN.get(name) : value;
    return new Line(name, from, secret ? null : shown, secret, set);
  }
}
