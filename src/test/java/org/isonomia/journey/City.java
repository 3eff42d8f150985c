package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A city that is no demo, founded as a real one is: the first administrator by the printed link,
 * people by invitation, the keys by the ceremony, all over HTTP.
 */
final class City implements AutoCloseable {
  private static final String PASSWORD = "cztery zwykłe słowa obok siebie ";

  final Program program;
  private final Map<String, String> roles = new LinkedHashMap<>();
  private final Map<String, String> passwords = new LinkedHashMap<>();
  private final Map<String, Telephone> telephones = new LinkedHashMap<>();
  private List<String> parts = List.of();
  private String fingerprint;
  private Staff admin;

  private City(Program program) {
    this.program = program;
  }

  /** A city with an office, two custodians and a Council that have their keys. */
  static City founded(String name, Map<String, String> settings) throws IOException {
    var city = unfounded(name, settings);
    city.holdCeremony();
    return city;
  }

  /** The same people, each with a password, before the ceremony. */
  static City unfounded(String name, Map<String, String> settings) throws IOException {
    var all = new LinkedHashMap<>(settings);
    all.put("isonomia.demo", "false");
    var city = new City(Program.start(name, all));
    city.beginWithAdministrator();
    for (var person :
        List.of(
            "joanna INTAKE_OFFICER",
            "anna CASE_HANDLER",
            "piotr COORDINATOR",
            "ewa LAWYER",
            "marek IDENTITY_CUSTODIAN",
            "dorota IDENTITY_CUSTODIAN",
            "barbara COUNCIL_CHAIR",
            "tomasz COUNCIL_SECRETARY")) {
      city.invite(person.split(" ")[0], person.split(" ")[1]);
    }
    return city;
  }

  private void beginWithAdministrator() throws IOException {
    var line = Pattern.compile("this link, once: \\S+?(/welcome/\\S+)");
    // the program is ready a moment before it says so
    program.await(
        "the link of the first administrator",
        Duration.ofSeconds(20),
        () -> line.matcher(program.output()).find());
    var link = line.matcher(program.output());
    assertThat(link.find()).isTrue();
    admin = Staff.nobody(program.baseUrl());
    admin.does(
        link.group(1),
        "login",
        "admin",
        "name",
        "Jan Górski",
        "password",
        password("admin"),
        "again",
        password("admin"));
    passwords.put("admin", password("admin"));
    telephones.put("admin", Telephone.connected(admin));
  }

  private static String password(String login) {
    return PASSWORD + login;
  }

  /** Invites a person, who then chooses a password. */
  void invite(String login, String role, String... more) throws IOException {
    var fields = new ArrayList<>(List.of("login", login, "name", nameOf(login), "language", "pl"));
    fields.addAll(List.of("roles", role));
    fields.addAll(List.of(more));
    var page = admin.post("/accounts", fields.toArray(String[]::new));
    assertThat(page.statusCode()).as("invitation of " + login).isEqualTo(200);
    roles.put(login, role);
    welcome(login, page.body());
  }

  /** Staff have names that are easily found, where they are. */
  static String nameOf(String login) {
    return "Pracownik-" + Character.toUpperCase(login.charAt(0)) + login.substring(1);
  }

  private void welcome(String login, String page) throws IOException {
    var link = Pattern.compile("(/welcome/[A-Za-z0-9_-]+)").matcher(page);
    assertThat(link.find()).as("a link for " + login).isTrue();
    passwords.put(login, password(login));
    var staff = Staff.nobody(program.baseUrl());
    staff.does(link.group(1), "password", password(login), "again", password(login));
    telephones.put(login, Telephone.connected(staff));
  }

  /** The password is forgotten: the administrator makes a new link, the person a new password. */
  void forgets(String login) throws IOException {
    var page = admin.post("/accounts/" + accountOf(login) + "/invite-again", "sure", "yes");
    assertThat(page.statusCode()).isEqualTo(200);
    welcome(login, page.body());
  }

  /** A new password of somebody who knows the old one. */
  void changesPassword(String login) throws IOException {
    var fresh = password(login) + " i jeszcze jedno";
    signIn(login)
        .does("/me/password", "old", passwords.get(login), "password", fresh, "again", fresh);
    passwords.put(login, fresh);
  }

  String accountOf(String login) {
    try (var connection = program.database();
        var statement =
            connection.prepareStatement("select id from access_account where login = ?")) {
      statement.setString(1, login);
      try (var rows = statement.executeQuery()) {
        assertThat(rows.next()).as("account of " + login).isTrue();
        return rows.getString(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same people with the same passwords, on another machine. */
  City movedTo(Program other) {
    var moved = new City(other);
    moved.roles.putAll(roles);
    moved.passwords.putAll(passwords);
    moved.telephones.putAll(telephones);
    moved.parts = parts;
    moved.fingerprint = fingerprint;
    return moved;
  }

  void holdCeremony() throws IOException {
    var piotr = signIn("piotr");
    var fields = new ArrayList<String>();
    var page = piotr.read("/keys/ceremony");
    for (var person : roles.entrySet()) {
      fields.add(team(person.getValue()));
      fields.add(compared(page, accountOf(person.getKey())));
    }
    var done = piotr.post("/keys/ceremony", fields.toArray(String[]::new));
    assertThat(done.statusCode()).as("the ceremony").isEqualTo(200);
    var part = Pattern.compile("<strong class=\"iso-fingerprint\">([1-3] [A-Z2-7 ]+)</strong>");
    parts = part.matcher(done.body()).results().map(m -> m.group(1)).toList();
    assertThat(parts).as("parts of the escrow key").hasSize(3);
    var print = Pattern.compile("isonomia.escrow.fingerprint=([0-9a-f]{64})").matcher(done.body());
    assertThat(print.find()).isTrue();
    fingerprint = print.group(1);
    piotr.does("/keys/ceremony/check", "part1", parts.get(2), "part2", parts.get(0));
  }

  /** What the page gives for a person: the account and the digits of the key. */
  static String compared(String page, String account) {
    var value = Pattern.compile("value=\"[A-Z:]*(" + account + ":[0-9a-f]{32})\"").matcher(page);
    assertThat(value.find()).as("account " + account + " is offered").isTrue();
    return value.group(1);
  }

  static String team(String role) {
    return switch (role) {
      case "IDENTITY_CUSTODIAN" -> "CUSTODIANS";
      case "COUNCIL_CHAIR", "COUNCIL_SECRETARY", "COUNCIL_MEMBER" -> "COUNCIL";
      default -> "OFFICE";
    };
  }

  Staff signIn(String login) throws IOException {
    var staff = Staff.nobody(program.baseUrl());
    staff.does("/sign-in", "login", login, "password", passwords.get(login));
    staff.does("/sign-in/code", "code", telephones.get(login).next());
    return staff;
  }

  void adminSignsInAgain() throws IOException {
    admin = signIn("admin");
  }

  Staff admin() {
    return admin;
  }

  String passwordOf(String login) {
    return passwords.get(login);
  }

  Telephone telephoneOf(String login) {
    return telephones.get(login);
  }

  /** Everything that people know or carry, and no machine does. */
  List<String> secretsOfPeople() {
    var secrets = new ArrayList<>(passwords.values());
    secrets.addAll(parts);
    telephones.values().forEach(telephone -> secrets.addAll(telephone.secrets()));
    return secrets;
  }

  List<String> parts() {
    return parts;
  }

  String fingerprint() {
    return fingerprint;
  }

  Filing filing() {
    return new Filing(program.baseUrl());
  }

  @Override
  public void close() {
    program.close();
  }
}
