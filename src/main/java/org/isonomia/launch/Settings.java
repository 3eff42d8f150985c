package org.isonomia.launch;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the operator can set, read in one place. A system property beats the environment, which
 * beats the settings file, which beats the default (the order of MicroProfile Config). A wrong
 * value or an unknown name stops the start with a sentence that names it.
 *
 * @param httpPort TCP port, 1 to 65535
 * @param httpAddress numeric address to listen on
 * @param dataDir absolute folder of everything the program writes
 * @param external the operator's own PostgreSQL; empty: the embedded one
 * @param baseUrl where people reach the program, without a slash at the end
 * @param mail outgoing mail; empty: none is sent
 * @param demo whether the invented city is shown
 * @param secret key material for the application; empty only with the embedded database, where it
 *     is made and kept in the data folder
 * @param verboseLog whether the server tells everything it does
 * @param forPages what was set of {@link #FOR_PAGES}, by name
 * @param sources where each setting came from: {@code property}, {@code environment}, {@code file}
 *     or {@code default}
 */
record Settings(
    int httpPort,
    InetAddress httpAddress,
    Path dataDir,
    Optional<ExternalDatabase> external,
    URI baseUrl,
    Optional<Mail> mail,
    boolean demo,
    Optional<String> secret,
    boolean verboseLog,
    Map<String, String> forPages,
    Map<String, String> sources) {

  /** The operator's PostgreSQL: runtime role and the role that owns the tables. */
  record ExternalDatabase(
      String url, String user, String password, String migrationUser, String migrationPassword) {
    @Override
    public String toString() {
      return "ExternalDatabase[" + user + "]"; // never a password, and an address may hold one
    }
  }

  /** Outgoing mail; user and password are both there or both empty. */
  record Mail(
      String host,
      int port,
      Optional<String> user,
      Optional<String> password,
      String from,
      boolean starttls) {
    @Override
    public String toString() {
      return "Mail[" + host + ":" + port + "]";
    }
  }

  @Override
  public String toString() {
    return "Settings[" + baseUrl + "]";
  }

  static final String CONFIG = "isonomia.config";
  static final String HTTP_PORT = "isonomia.http.port";
  static final String HTTP_ADDRESS = "isonomia.http.address";
  static final String DATA_DIR = "isonomia.data.dir";
  static final String BASE_URL = "isonomia.base.url";
  static final String DEMO = "isonomia.demo";
  static final String SECRET = "isonomia.secret";

  /** SHA-256 of the escrow key, from the ceremony; unset: the one that the data folder keeps. */
  static final String ESCROW_FINGERPRINT = "isonomia.escrow.fingerprint";

  /** Leaves the invented content of a demo city unsealed, for the benchmark. */
  static final String DEMO_UNSEALED = "isonomia.demo.unsealed";

  /** Keeps no record of acts in a demo city, for the benchmark. */
  static final String DEMO_UNAUDITED = "isonomia.demo.unaudited";

  /** When the demo city begins, by its own clock; for tests that play the days of a story. */
  static final String DEMO_BEGINS = "isonomia.demo.begins";

  /** How many months records of the audit are kept, by kind. */
  static final String AUDIT_MONTHS = "isonomia.audit.months.";

  static final Map<String, Integer> AUDIT_MONTHS_OTHERWISE =
      Map.of("change", 120, "read", 36, "refusal", 36);

  static final String AUDIT_HEAD_TIME = "isonomia.audit.head.time";

  /** Where the application notes what must not come back; unset: in the data folder. */
  static final String LEDGER_FILE = "isonomia.ledger.file";

  static final String OIDC_ISSUER = "isonomia.oidc.issuer";
  static final String OIDC_CLIENT_ID = "isonomia.oidc.client.id";

  /** Which value of the claim gives which role. */
  static final String OIDC_ROLES_MAP = "isonomia.oidc.roles.map";

  /** Roles that the single sign-on may give; no institution's user, whom no claim places. */
  static final List<String> OIDC_ROLES =
      List.of(
          "INTAKE_OFFICER",
          "CASE_HANDLER",
          "COORDINATOR",
          "LAWYER",
          "IDENTITY_CUSTODIAN",
          "TRANSLATOR",
          "COUNCIL_MEMBER",
          "COUNCIL_CHAIR",
          "COUNCIL_SECRETARY",
          "ANALYST",
          "DATA_PROTECTION_OFFICER",
          "RECORDS_MANAGER",
          "PROCESS_ADMINISTRATOR",
          "SYSTEM_ADMINISTRATOR",
          "AUDITOR");

  static final String LOG_VERBOSE = "isonomia.log.verbose";
  static final String JDBC_URL = "isonomia.jdbc.url";
  static final String JDBC_USER = "isonomia.jdbc.user";
  static final String JDBC_PASSWORD = "isonomia.jdbc.password";
  static final String MIGRATION_USER = "isonomia.jdbc.migration.user";
  static final String MIGRATION_PASSWORD = "isonomia.jdbc.migration.password";
  static final String MAIL_HOST = "isonomia.mail.host";
  static final String MAIL_PORT = "isonomia.mail.port";
  static final String MAIL_USER = "isonomia.mail.user";
  static final String MAIL_PASSWORD = "isonomia.mail.password";
  static final String MAIL_FROM = "isonomia.mail.from";
  static final String MAIL_STARTTLS = "isonomia.mail.starttls";

  /** How to reach a human of the office: until set, the words of an invented one are shown. */
  static final List<String> CONTACTS =
      List.of(
          "isonomia.contact.phone",
          "isonomia.contact.from",
          "isonomia.contact.to",
          "isonomia.contact.address",
          "isonomia.contact.email",
          "isonomia.contact.dpo");

  /** Read by the application alone, which has the defaults. */
  static final List<String> FOR_PAGES =
      Stream.concat(
              CONTACTS.stream(),
              Stream.of(
                  ESCROW_FINGERPRINT,
                  DEMO_UNSEALED,
                  DEMO_UNAUDITED,
                  DEMO_BEGINS,
                  "isonomia.audit.mail.auditor",
                  "isonomia.audit.mail.dpo",
                  AUDIT_HEAD_TIME,
                  AUDIT_MONTHS + "change",
                  AUDIT_MONTHS + "read",
                  AUDIT_MONTHS + "refusal",
                  LEDGER_FILE,
                  Restore.DISTANCE,
                  "isonomia.exit.url",
                  "isonomia.accessibility.declared",
                  "isonomia.session.idle.minutes",
                  "isonomia.accessibility.published",
                  "isonomia.accessibility.changed",
                  "isonomia.pjm.film",
                  "isonomia.filing.most",
                  "isonomia.flood.answers",
                  "isonomia.flood.files",
                  "isonomia.flood.writes",
                  "isonomia.flood.papers",
                  "isonomia.drafts.most",
                  "isonomia.drafts.bytes",
                  "isonomia.removed.months",
                  "isonomia.rights.months",
                  OIDC_ISSUER,
                  OIDC_CLIENT_ID,
                  "isonomia.oidc.client.secret",
                  "isonomia.oidc.roles.claim",
                  OIDC_ROLES_MAP,
                  "isonomia.oidc.create",
                  "isonomia.oidc.button",
                  "isonomia.oidc.only",
                  "isonomia.totp.required",
                  "isonomia.body.max",
                  "isonomia.upload.max",
                  "isonomia.file.max",
                  "isonomia.clamd.address",
                  "isonomia.desk.backdate.days"))
          .toList();

  /** How many months records of each kind of the audit are kept. */
  Map<String, Integer> auditMonths() {
    var months = new TreeMap<String, Integer>();
    AUDIT_MONTHS_OTHERWISE.forEach(
        (kind, otherwise) ->
            months.put(
                kind.toUpperCase(Locale.ROOT),
                Integer.valueOf(forPages.getOrDefault(AUDIT_MONTHS + kind, otherwise.toString()))));
    return months;
  }

  /** Contacts that are still those of the invented office. */
  List<String> contactsNotSet() {
    return CONTACTS.stream().filter(name -> !forPages.containsKey(name)).toList();
  }

  /** Every name there is; anything else that begins with {@code isonomia.} is a slip. */
  static final List<String> KNOWN =
      Stream.of(
              List.of(
                  CONFIG,
                  HTTP_PORT,
                  HTTP_ADDRESS,
                  DATA_DIR,
                  BASE_URL,
                  DEMO,
                  SECRET,
                  LOG_VERBOSE,
                  JDBC_URL,
                  JDBC_USER,
                  JDBC_PASSWORD,
                  MIGRATION_USER,
                  MIGRATION_PASSWORD,
                  MAIL_HOST,
                  MAIL_PORT,
                  MAIL_USER,
                  MAIL_PASSWORD,
                  MAIL_FROM,
                  MAIL_STARTTLS),
              FOR_PAGES)
          .flatMap(List::stream)
          .toList();

  private static final String PREFIX = "isonomia.";
  private static final String SETTINGS_FILE = "isonomia.properties";
  private static final int SHORTEST_SECRET = 32;
  private static final Pattern NUMERIC_ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[^/]*");
  private static final Pattern ROLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_.@-]{0,62}");
  private static final Pattern MAIL_ADDRESS = Pattern.compile("[^@\\s<>]+@[^@\\s<>]+");

  /** The environment form of a name: {@code isonomia.http.port} is {@code ISONOMIA_HTTP_PORT}. */
  static String environmentName(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  /**
   * Reads and checks all settings.
   *
   * @param system the system properties
   * @param environment the environment variables
   * @param workingDir where relative paths begin and the settings file is looked for
   * @throws StartRefused for the first setting that is wrong
   */
  static Settings read(Properties system, Map<String, String> environment, Path workingDir) {
    return new Reading(system, environment, workingDir).settings();
  }

  boolean embedded() {
    return external.isEmpty();
  }

  /** The address a program on this machine reaches the server by. */
  String localUrl() {
    var reachable =
        httpAddress.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : httpAddress;
    return "http://" + inUrl(reachable) + ":" + httpPort;
  }

  private static String inUrl(InetAddress address) {
    var text = address.getHostAddress();
    return text.contains(":") ? "[" + text + "]" : text;
  }

  private static final class Reading {
    private final Properties system;
    private final Map<String, String> environment;
    private final Path workingDir;
    private Properties file = new Properties();

    Reading(Properties system, Map<String, String> environment, Path workingDir) {
      this.system = system;
      this.environment = environment;
      this.workingDir = workingDir;
    }

    Settings settings() {
      refuseUnknownNames(system.stringPropertyNames(), PREFIX, KNOWN);
      refuseUnknownNames(
          environment.keySet(),
          environmentName(PREFIX),
          KNOWN.stream().map(Settings::environmentName).toList());
      file = settingsFile();
      refuseUnknownNames(file.stringPropertyNames(), PREFIX, KNOWN);

      var port = port(HTTP_PORT, 8080);
      var address = address();
      var dataDir = dataDir();
      var external = external();
      var baseUrl = baseUrl(address, port);
      var mail = mail();
      var demo = flag(DEMO, external.isEmpty() && address.isLoopbackAddress());
      if (demo && external.isPresent()) {
        throw StartRefused.setting(
            DEMO, "must not be true with an external database (" + JDBC_URL + ").");
      }
      if (demo && !address.isLoopbackAddress()) {
        throw StartRefused.setting(
            DEMO, "must not be true on an address other than loopback (" + HTTP_ADDRESS + ").");
      }
      value(ESCROW_FINGERPRINT)
          .filter(text -> !text.replaceAll("[\\s:]", "").matches("[0-9a-fA-F]{64}"))
          .ifPresent(
              wrong -> {
                throw StartRefused.setting(
                    ESCROW_FINGERPRINT, "must be the 64 hexadecimal digits of the ceremony.");
              });
      if (flag(DEMO_UNSEALED, false) && !demo) {
        throw StartRefused.setting(DEMO_UNSEALED, "is for a demo city only (" + DEMO + ").");
      }
      if (flag(DEMO_UNAUDITED, false) && !demo) {
        throw StartRefused.setting(DEMO_UNAUDITED, "is for a demo city only (" + DEMO + ").");
      }
      checkBegins(demo);
      checkDeclared();
      checkAudit();
      checkSingleSignOn();
      return new Settings(
          port,
          address,
          dataDir,
          external,
          baseUrl,
          mail,
          demo,
          secret(external.isPresent()),
          flag(LOG_VERBOSE, false),
          forPages(),
          sources());
    }

    private Map<String, String> sources() {
      var found = new TreeMap<String, String>();
      KNOWN.forEach(name -> found.put(name, source(name)));
      return Map.copyOf(found);
    }

    private String source(String name) {
      if (isThere(system.getProperty(name))) {
        return "property";
      }
      if (isThere(environment.get(environmentName(name)))) {
        return "environment";
      }
      return isThere(file.getProperty(name)) ? "file" : "default";
    }

    private static boolean isThere(String value) {
      return value != null && !value.isBlank();
    }

    private void checkBegins(boolean demo) {
      value(DEMO_BEGINS)
          .ifPresent(
              text -> {
                if (!demo) {
                  throw StartRefused.setting(
                      DEMO_BEGINS, "is for a demo city only (" + DEMO + ").");
                }
                try {
                  OffsetDateTime.parse(text);
                } catch (DateTimeParseException wrong) {
                  throw StartRefused.setting(
                      DEMO_BEGINS, "must be a moment such as 2027-02-15T09:40:00+01:00.");
                }
              });
    }

    private void checkDeclared() {
      value("isonomia.accessibility.declared")
          .filter(text -> !text.matches("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])"))
          .ifPresent(
              wrong -> {
                throw StartRefused.setting(
                    "isonomia.accessibility.declared", "must be a day such as 2026-11-22.");
              });
    }

    private void checkAudit() {
      value(AUDIT_HEAD_TIME)
          .filter(text -> !text.matches("([01]\\d|2[0-3]):[0-5]\\d"))
          .ifPresent(
              wrong -> {
                throw StartRefused.setting(AUDIT_HEAD_TIME, "must be a time such as 06:00.");
              });
      for (var kind : AUDIT_MONTHS_OTHERWISE.keySet()) {
        value(AUDIT_MONTHS + kind)
            .filter(text -> !text.matches("[1-9]\\d{0,3}"))
            .ifPresent(
                wrong -> {
                  throw StartRefused.setting(
                      AUDIT_MONTHS + kind, "must be a number of months, at least 1.");
                });
      }
      for (var who : List.of("auditor", "dpo")) {
        value("isonomia.audit.mail." + who)
            .filter(text -> !MAIL_ADDRESS.matcher(text).matches())
            .ifPresent(
                wrong -> {
                  throw StartRefused.setting(
                      "isonomia.audit.mail." + who, "must be a mail address.");
                });
      }
    }

    private void checkSingleSignOn() {
      var issuer = value(OIDC_ISSUER);
      if (issuer.isPresent() != value(OIDC_CLIENT_ID).isPresent()) {
        throw StartRefused.setting(
            issuer.isPresent() ? OIDC_CLIENT_ID : OIDC_ISSUER,
            "must be set too: issuer and client id belong together.");
      }
      issuer
          .filter(text -> !isIssuer(text))
          .ifPresent(
              wrong -> {
                throw StartRefused.setting(
                    OIDC_ISSUER, "must be an https:// address (http:// on this machine only).");
              });
      for (var name : List.of("isonomia.oidc.create", "isonomia.oidc.only")) {
        flag(name, false);
      }
      if (flag("isonomia.oidc.only", false) && issuer.isEmpty()) {
        throw StartRefused.setting(
            "isonomia.oidc.only", "needs a single sign-on (" + OIDC_ISSUER + ").");
      }
      for (var pair : value(OIDC_ROLES_MAP).orElse("").split(",")) {
        if (pair.isBlank()) {
          continue;
        }
        var at = pair.lastIndexOf('=');
        if (at < 0 || pair.substring(0, at).isBlank()) {
          throw StartRefused.setting(
              OIDC_ROLES_MAP, "must be value=ROLE,value=ROLE, not " + pair.strip() + ".");
        }
        var role = pair.substring(at + 1).strip();
        if (!OIDC_ROLES.contains(role)) {
          throw StartRefused.setting(
              OIDC_ROLES_MAP,
              "names a role that it cannot give: "
                  + role
                  + "; it gives "
                  + String.join(", ", OIDC_ROLES)
                  + ".");
        }
      }
    }

    /** Whoever can change what the issuer says on the way can be anybody here. */
    private static boolean isIssuer(String text) {
      try {
        var uri = new URI(text);
        return uri.getHost() != null
            && uri.getQuery() == null
            && uri.getFragment() == null
            && ("https".equals(uri.getScheme())
                || "http".equals(uri.getScheme())
                    && List.of("localhost", "127.0.0.1", "[::1]").contains(uri.getHost()));
      } catch (URISyntaxException e) {
        return false;
      }
    }

    private Map<String, String> forPages() {
      var set = new TreeMap<String, String>();
      FOR_PAGES.forEach(name -> value(name).ifPresent(value -> set.put(name, value)));
      return Map.copyOf(set);
    }

    private Optional<String> value(String name) {
      var environmentName = environmentName(name);
      for (var candidate :
          new String[] {
            system.getProperty(name), environment.get(environmentName), file.getProperty(name)
          }) {
        // an empty value is how a compose file leaves a setting out
        if (candidate != null && !candidate.isBlank()) {
          return Optional.of(candidate.strip());
        }
      }
      return Optional.empty();
    }

    private Properties settingsFile() {
      var named = value(CONFIG);
      var path = path(CONFIG, named.orElse(SETTINGS_FILE));
      var properties = new Properties();
      if (named.isEmpty() && !Files.isRegularFile(path)) {
        return properties;
      }
      try (Reader reader = Files.newBufferedReader(path)) {
        properties.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        throw StartRefused.setting(CONFIG, "names a file that cannot be read: " + path + ".");
      }
      for (var name : properties.stringPropertyNames()) {
        if (!name.startsWith(PREFIX)) {
          throw StartRefused.setting(name, "in " + path + " is unknown.");
        }
      }
      return properties;
    }

    private Path path(String name, String value) {
      try {
        return workingDir.resolve(value).toAbsolutePath().normalize();
      } catch (InvalidPathException e) {
        throw StartRefused.setting(name, "is not a path.");
      }
    }

    private Path dataDir() {
      var path = path(DATA_DIR, value(DATA_DIR).orElse("data"));
      if (path.getParent() == null) {
        throw StartRefused.setting(DATA_DIR, "must be a folder of its own, not " + path + ".");
      }
      if (Files.exists(path) && !Files.isDirectory(path)) {
        throw StartRefused.setting(DATA_DIR, "must be a folder: " + path + " is a file.");
      }
      return path;
    }

    private int port(String name, int otherwise) {
      var text = value(name);
      if (text.isEmpty()) {
        return otherwise;
      }
      try {
        int port = Integer.parseInt(text.get());
        if (port >= 1 && port <= 65535) {
          return port;
        }
      } catch (NumberFormatException e) {
        // the sentence below says it
      }
      throw StartRefused.setting(name, "must be a port from 1 to 65535, not " + text.get() + ".");
    }

    private boolean flag(String name, boolean otherwise) {
      return value(name)
          .map(
              text ->
                  switch (text.toLowerCase(Locale.ROOT)) {
                    case "true" -> true;
                    case "false" -> false;
                    default ->
                        throw StartRefused.setting(
                            name, "must be true or false, not " + text + ".");
                  })
          .orElse(otherwise);
    }

    private InetAddress address() {
      var text = value(HTTP_ADDRESS).orElse("127.0.0.1");
      if (text.equals("localhost")) {
        text = "127.0.0.1";
      }
      // only numbers: a name would ask a name server, and may answer differently tomorrow
      if (NUMERIC_ADDRESS.matcher(text).matches()) {
        try {
          return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
          // the sentence below says it
        }
      }
      throw StartRefused.setting(
          HTTP_ADDRESS, "must be a numeric address such as 127.0.0.1, not " + text + ".");
    }

    private URI baseUrl(InetAddress address, int port) {
      var text = value(BASE_URL).orElse("http://" + inUrl(address) + ":" + port);
      URI url;
      try {
        url = new URI(text);
      } catch (URISyntaxException e) {
        throw StartRefused.setting(BASE_URL, "is not an address: " + text + ".");
      }
      var scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
      if (!(scheme.equals("http") || scheme.equals("https")) || url.getHost() == null) {
        throw StartRefused.setting(
            BASE_URL, "must begin with http:// or https:// and a host name, not " + text + ".");
      }
      if (!(url.getPath().isEmpty() || url.getPath().equals("/"))
          || url.getQuery() != null
          || url.getFragment() != null
          || url.getUserInfo() != null) {
        throw StartRefused.setting(
            BASE_URL, "must be scheme, host and port only, such as https://equality.example.");
      }
      if (!address.isLoopbackAddress() && !scheme.equals("https")) {
        if (value(BASE_URL).isEmpty()) {
          throw StartRefused.setting(
              HTTP_ADDRESS,
              "is not loopback, so " + BASE_URL + " must be set to an https:// address.");
        }
        throw StartRefused.setting(
            BASE_URL, "must begin with https:// when " + HTTP_ADDRESS + " is not loopback.");
      }
      return URI.create(
          scheme
              + "://"
              + url.getHost().toLowerCase(Locale.ROOT)
              + (url.getPort() < 0 ? "" : ":" + url.getPort()));
    }

    private Optional<ExternalDatabase> external() {
      var url = value(JDBC_URL);
      var user = value(JDBC_USER);
      var password = value(JDBC_PASSWORD);
      var given = new ArrayList<String>();
      var missing = new ArrayList<String>();
      (url.isPresent() ? given : missing).add(JDBC_URL);
      (user.isPresent() ? given : missing).add(JDBC_USER);
      (password.isPresent() ? given : missing).add(JDBC_PASSWORD);
      var migrationUser = value(MIGRATION_USER);
      var migrationPassword = value(MIGRATION_PASSWORD);
      if (given.isEmpty()) {
        if (migrationUser.isPresent() || migrationPassword.isPresent()) {
          throw StartRefused.setting(
              migrationUser.isPresent() ? MIGRATION_USER : MIGRATION_PASSWORD,
              "belongs to an external database, so " + JDBC_URL + " must be set too.");
        }
        return Optional.empty();
      }
      if (!missing.isEmpty()) {
        throw StartRefused.setting(
            missing.get(0), "is missing: an external database needs address, user and password.");
      }
      if (!url.get().startsWith("jdbc:postgresql://") || url.get().contains("currentSchema=")) {
        throw StartRefused.setting(
            JDBC_URL, "must have the form jdbc:postgresql://host:port/database, without a schema.");
      }
      if (migrationUser.isPresent() != migrationPassword.isPresent()) {
        throw StartRefused.setting(
            migrationUser.isPresent() ? MIGRATION_PASSWORD : MIGRATION_USER,
            "is missing: user and password of the migration go together.");
      }
      return Optional.of(
          new ExternalDatabase(
              url.get(),
              role(JDBC_USER, user.get()),
              password.get(),
              role(MIGRATION_USER, migrationUser.orElse(user.get())),
              migrationPassword.orElse(password.get())));
    }

    private static String role(String name, String role) {
      if (!ROLE.matcher(role).matches()) {
        throw StartRefused.setting(name, "is not the name of a database role.");
      }
      return role;
    }

    private Optional<Mail> mail() {
      var host = value(MAIL_HOST);
      var from = value(MAIL_FROM);
      var user = value(MAIL_USER);
      var password = value(MAIL_PASSWORD);
      boolean starttls = flag(MAIL_STARTTLS, false);
      int port = port(MAIL_PORT, starttls ? 587 : 25);
      if (from.isPresent() && !MAIL_ADDRESS.matcher(from.get()).matches()) {
        throw StartRefused.setting(MAIL_FROM, "must be a mail address.");
      }
      if (user.isPresent() != password.isPresent()) {
        throw StartRefused.setting(
            user.isPresent() ? MAIL_PASSWORD : MAIL_USER,
            "is missing: user and password of the mail server go together.");
      }
      if (host.isEmpty()) {
        if (from.isPresent() || user.isPresent()) {
          throw StartRefused.setting(MAIL_HOST, "is missing, but other mail settings are there.");
        }
        return Optional.empty();
      }
      if (from.isEmpty()) {
        throw StartRefused.setting(
            MAIL_FROM, "is missing: with " + MAIL_HOST + " the sender must be set too.");
      }
      return Optional.of(new Mail(host.get(), port, user, password, from.get(), starttls));
    }

    private Optional<String> secret(boolean required) {
      var secret = value(SECRET);
      if (secret.isEmpty() && required) {
        throw StartRefused.setting(
            SECRET,
            "is missing: with an external database it must hold at least "
                + SHORTEST_SECRET
                + " random characters.");
      }
      if (secret.isPresent() && secret.get().length() < SHORTEST_SECRET) {
        throw StartRefused.setting(
            SECRET, "is too short: at least " + SHORTEST_SECRET + " random characters.");
      }
      return secret;
    }

    private static void refuseUnknownNames(
        Iterable<String> names, String prefix, List<String> known) {
      for (var name : names) {
        if (name.startsWith(prefix) && !known.contains(name)) {
          var nearest =
              known.stream().min(Comparator.comparingInt(other -> distance(name, other))).get();
          throw StartRefused.setting(name, "is unknown; did you mean " + nearest + "?");
        }
      }
    }

    /** Levenshtein's distance: how many letters differ. */
    private static int distance(String a, String b) {
      var row = new int[b.length() + 1];
      for (int j = 0; j <= b.length(); j++) {
        row[j] = j;
      }
      for (int i = 1; i <= a.length(); i++) {
        int diagonal = row[0];
        row[0] = i;
        for (int j = 1; j <= b.length(); j++) {
          int above = row[j];
          int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
          row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
          diagonal = above;
        }
      }
      return row[b.length()];
    }
  }
}
