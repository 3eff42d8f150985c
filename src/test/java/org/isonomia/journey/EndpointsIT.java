package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.house.Endpoints;
import org.isonomia.house.Endpoints.Row;
import org.isonomia.house.Endpoints.Who;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every address, asked as every person of the demo city and as nobody, with numbers that exist and
 * with numbers that do not: what comes is what {@code access/endpoints.csv} says. Changes are sent
 * as empty forms.
 */
class EndpointsIT {
  /** A person and the cookies of their session; nobody has none. */
  private record Person(String login, Set<Role> roles, String cookies) {
    boolean isNobody() {
      return login.isEmpty();
    }

    @Override
    public String toString() {
      return isNobody() ? "nobody" : login + " " + roles;
    }
  }

  private static final Pattern INLINE =
      Pattern.compile(
          "<style|<script(?![^>]*\\ssrc=)|\\sstyle=|<[^>]*\\son[a-z]+=|(?:href|src|action)=[\"']?javascript:",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern INSIDE =
      Pattern.compile(
          "\\tat |Exception|org\\.isonomia|org\\.postgresql|java\\.lang|jakarta\\.|Payara|GlassFish|Grizzly|SQLSTATE");

  private static final Set<String> ENDS_THE_SESSION = Set.of("/sign-out", "/me/sessions/end-all");

  private static Program program;
  private static URI base;
  private static List<Row> table;
  private static final List<Person> people = new ArrayList<>();
  private static final Map<String, String> existing = new HashMap<>();
  private static final Map<String, String> absent = new HashMap<>();
  private static final List<String> personalWords = new ArrayList<>();

  /** What each person has of their own, where only that answers: an absence. */
  private static final Map<String, String> ownAbsence = new HashMap<>();

  @BeforeAll
  static void start() throws Exception {
    program = Program.start("endpoints", Map.of("isonomia.demo", "true"));
    base = program.baseUrl();
    table = Endpoints.table();
    people.add(new Person("", Set.of(), ""));
    try (var in = Files.newInputStream(Path.of("src/main/resources/demo/people.json"));
        var reader = Json.createReader(in)) {
      for (var value : reader.readArray()) {
        var person = value.asJsonObject();
        var roles = EnumSet.noneOf(Role.class);
        person
            .getJsonArray("roles")
            .getValuesAs(jakarta.json.JsonString.class)
            .forEach(role -> roles.add(Role.valueOf(role.getString())));
        people.add(signedIn(person.getString("login"), roles));
        personalWords.add(person.getString("name"));
      }
    }
    samples();
  }

  @AfterAll
  static void stop() {
    program.close();
  }

  private static Person signedIn(String login, Set<Role> roles) throws IOException {
    var answer = Knock.form(base, "/sign-in", "demo=" + login).send();
    assertThat(answer.status()).as("sign-in of " + login).isEqualTo(303);
    return new Person(login, roles, answer.cookies());
  }

  /** What each name of a sample stands for: something that is there, and something that is not. */
  private static void samples() throws IOException, SQLException {
    sample("language", "pl", "xx");
    sample("step", "what", "no-such-step");
    sample("second-step", "code", "enrol-code");
    sample("list", "L-2026-00001", "L-2026-99999");
    sample("request", "RP-0001", "RP-9999");
    sample("breach", "NR-001", "NR-999");
    sample("hold", "1", "999999");
    sample("qualification", "SIGNAL", "NO_SUCH_KIND");
    sample("clock", "SETTLE_237", "NO_SUCH_CLOCK");
    sample(
        "case",
        one("select min(number) from casework_case where closed_at is null"),
        "ET-2026-99999");
    sample("file", "1", "999999999");
    sample("door", "phone", "no-such-door");
    sample("captions", "pl", "xx");
    sample(
        "need",
        one(
            "insert into casework_need (id, key, case_number, code, state, told_at) select"
                + " nextval('shared_id'), 'PN-900001', min(number), 'COMPANION', 'OPEN',"
                + " current_timestamp from casework_case where closed_at is null returning key"),
        "PN-999999");
    sample("text", "TX-900001", "TX-999999");
    sample("referral", one("select min(number) from referral_referral"), "RF-2026-99999");
    sample(
        "alias",
        one(
            "select coalesce((select min(r.alias) from referral_referral r join partner_institution p"
                + " on p.id = r.institution_id where p.code = 'HALINA_NIEC'), (select min(alias) from"
                + " referral_referral))"),
        "Z-000");
    sample("item", one("select min(number) from council_agenda_item"), "AI-2026-99999");
    sample("meeting", one("select max(number) from council_meeting"), "CM-2026-99999");
    sample("member", one("select max(number) from council_member"), "M-9-99");
    var decision = one("select max(year || '/' || ordinal) from council_decision").split("/");
    sample("year", decision[0], "1999");
    sample("ordinal", decision[1], "99999");
    sample("institution", one("select min(code) from partner_institution"), "NO_SUCH_PLACE");
    sample("letter", one("select coalesce(max(id), 1) from post_mail"), "999999999");
    sample("consent", "1", "999999999");
    var asset = Pattern.compile("/assets/([^\"]+\\.css)").matcher(nobody("/pl/").body());
    assertThat(asset.find()).isTrue();
    sample("asset", asset.group(1), "no-such.css");
    var link =
        Pattern.compile("/p/([A-Za-z0-9_-]{16,64})")
            .matcher(nobody("/demo/post/" + existing.get("letter")).body());
    sample("link", link.find() ? link.group(1) : "A".repeat(43), "B".repeat(43));
    var jan = person("jan");
    var invited =
        Knock.form(
                base, "/accounts", "login=somebody&name=Osoba+Zaproszona&language=pl&roles=ANALYST")
            .cookie(jan.cookies())
            .send();
    var welcome = Pattern.compile("/welcome/([A-Za-z0-9_-]+)").matcher(invited.body());
    assertThat(welcome.find()).as("an invitation").isTrue();
    sample("welcome", welcome.group(1), "C".repeat(43));
    sample("account", one("select id from access_account where login = 'somebody'"), "999999999");
    // a session that nobody of these uses
    signedIn("jan", jan.roles());
    sample("session", one("select max(id) from access_session"), "999999999");
    for (var person : people) {
      if (!person.isNobody()
          && person.roles().stream().anyMatch(Permission.ENTER_ABSENCE.roles()::contains)) {
        ownAbsence.put(person.login(), absenceOf(person.login()));
      }
    }
    sample("absence", ownAbsence.get("anna"), "999999999");
  }

  private static String absenceOf(String login) throws SQLException {
    return one(
        "insert into access_absence (id, account_id, deputy_id, from_on, to_on, entered_by,"
            + " entered_at) select nextval('shared_id'), a.id, d.id, current_date,"
            + " current_date + 900, a.id, current_timestamp from access_account a, access_account d where a.login = '"
            + login
            + "' and d.login = 'somebody' returning id");
  }

  private static void sample(String name, String there, String notThere) {
    existing.put(name, there);
    absent.put(name, notThere);
  }

  private static Person person(String login) {
    return people.stream().filter(p -> p.login().equals(login)).findFirst().orElseThrow();
  }

  private static String one(String question) throws SQLException {
    try (var connection = program.database();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(question)) {
      rows.next();
      return String.valueOf(rows.getString(1));
    }
  }

  private static Knock.Answer nobody(String path) throws IOException {
    return Knock.get(base, path).send();
  }

  private static String address(Row row, Map<String, String> values) {
    var path = row.path();
    for (var sample : row.samples()) {
      path = path.replaceFirst("\\{[^}]+}", values.get(sample));
    }
    return path;
  }

  private static Knock.Answer ask(Row row, String path, Person person) throws IOException {
    var request =
        row.method().equals("POST")
            ? Knock.of(base, row.method(), path)
                .with("Sec-Fetch-Site", "same-origin")
                .with(
                    "Content-Type",
                    path.startsWith("/api/")
                        ? "application/json"
                        : "application/x-www-form-urlencoded")
                .body(path.startsWith("/api/") ? "{}" : "")
            : Knock.of(base, row.method(), path).with("Sec-Fetch-Site", "none");
    return request.cookie(person.cookies()).send();
  }

  @Test
  void each_role_is_somebody_in_the_demo_city() {
    var held = EnumSet.noneOf(Role.class);
    people.forEach(person -> held.addAll(person.roles()));
    assertThat(held).containsExactlyInAnyOrder(Role.values());
  }

  /** Refusals first: they change nothing. Then what is allowed, with whatever it changes. */
  @Test
  void each_address_answers_each_role_as_the_table_says() throws Exception {
    var wrong = new ArrayList<String>();
    for (var row : table) {
      for (var person : people) {
        if (!may(row, person)) {
          refused(row, person, wrong);
        }
      }
    }
    for (var row : table) {
      for (var person : people) {
        if (may(row, person)) {
          welcome(row, person, wrong);
        }
      }
    }
    assertThat(wrong).as(wrong.size() + " answers are not what the table says").isEmpty();
    assertThat(program.output()).as("what it printed").doesNotContain("fault ");
  }

  private static boolean may(Row row, Person person) {
    return row.who() == Who.ANYONE || (!person.isNobody() && row.admits(person.roles()));
  }

  private static void refused(Row row, Person person, List<String> wrong) throws IOException {
    var here = ask(row, address(row, existing), person);
    var nowhere = ask(row, address(row, absent), person);
    look(row, person, here, wrong);
    var expected =
        row.who() == Who.NOBODY ? row.others() : person.isNobody() ? "SIGN_IN" : row.others();
    var got = here.location().startsWith("/sign-in?then=") ? "SIGN_IN" : "" + here.status();
    if (!got.equals(expected)) {
      wrong.add(row + " as " + person + ": " + expected + " expected, " + got + " came");
    }
    boolean knows =
        table.stream()
            .anyMatch(
                seen ->
                    !seen.changes()
                        && !seen.samples().isEmpty()
                        && row.path().startsWith(seen.path())
                        && may(seen, person));
    // whoever may read the thing itself may know that it is there
    if (knows) {
      return;
    }
    if (here.status() != nowhere.status()
        || !plain(row, here.body(), existing).equals(plain(row, nowhere.body(), absent))) {
      wrong.add(
          row
              + " as "
              + person
              + ": tells whether the number exists, "
              + here.status()
              + " and "
              + nowhere.status());
    }
    personalWords.stream()
        .filter(words -> here.body().contains(words))
        .filter(words -> person.isNobody() || !words.equals(nameOf(person)))
        .forEach(words -> wrong.add(row + " as " + person + ": a name in the refusal"));
  }

  /** The page without the number that was asked for, which the page may repeat. */
  private static String plain(Row row, String body, Map<String, String> values) {
    var text = body;
    for (var sample : row.samples()) {
      text = values.get(sample).length() > 2 ? text.replace(values.get(sample), "#") : text;
    }
    return text;
  }

  private static String nameOf(Person person) {
    return personalWords.get(people.indexOf(person) - 1);
  }

  private static void welcome(Row row, Person person, List<String> wrong) throws Exception {
    var path = address(row, mine(row, person));
    var answer = ask(row, path, person);
    look(row, person, answer, wrong);
    boolean api = path.startsWith("/api/");
    if (answer.status() == 403 && row.note().startsWith("row rule")) {
      return; // the role is right, the row decides; the test that the note names shows it
    }
    if (answer.status() == 403
        || (answer.status() == 401 && !api)
        || answer.location().startsWith("/sign-in?then=")) {
      wrong.add(
          row + " as " + person + ": allowed, and " + answer.status() + " came " + words(answer));
    }
    look(row, person, ask(row, address(row, absent), person), wrong);
    if (ENDS_THE_SESSION.contains(row.path()) && !person.isNobody()) {
      people.set(people.indexOf(person), signedIn(person.login(), person.roles()));
    }
  }

  /** With what is the person's own, where another's is refused. */
  private static Map<String, String> mine(Row row, Person person) {
    var values = existing;
    if (row.samples().contains("absence") && ownAbsence.containsKey(person.login())) {
      values = new HashMap<>(existing);
      values.put("absence", ownAbsence.get(person.login()));
    }
    return values;
  }

  private static String words(Knock.Answer answer) {
    var heading = Pattern.compile("<h1[^>]*>(.*?)</h1>", Pattern.DOTALL).matcher(answer.body());
    return heading.find() ? heading.group(1).strip() : answer.location();
  }

  /** What holds for every answer of the program. */
  private static void look(Row row, Person person, Knock.Answer answer, List<String> wrong) {
    var where = row + " as " + person + " (" + answer.status() + "): ";
    if (answer.status() >= 500 || answer.status() == 0) {
      wrong.add(where + "a fault");
    }
    var type = answer.header("Content-Type").orElse("");
    if (type.startsWith("text/html")) {
      var inline = INLINE.matcher(answer.body());
      if (inline.find()) {
        wrong.add(where + "inline " + inline.group());
      }
      if (!type.toLowerCase(java.util.Locale.ROOT).contains("charset=utf-8")) {
        wrong.add(where + "no charset");
      }
    }
    var inside = INSIDE.matcher(answer.body());
    if (!row.path().equals("/api/openapi.yaml") && inside.find()) {
      wrong.add(where + "tells what is inside: " + inside.group());
    }
    if (!answer.body().isEmpty() && type.isEmpty()) {
      wrong.add(where + "no type");
    }
    if (row.note().startsWith("server: whether it runs")) {
      return;
    }
    if (!answer.header("X-Content-Type-Options").orElse("").equals("nosniff")) {
      wrong.add(where + "no nosniff");
    }
    if (!answer.header("Content-Security-Policy").orElse("").startsWith("default-src 'none'")) {
      wrong.add(where + "no content security policy");
    }
    if (!answer.header("Referrer-Policy").orElse("").equals("no-referrer")) {
      wrong.add(where + "no referrer policy");
    }
    var cache = answer.header("Cache-Control").orElse("");
    if (!cache.equals("no-store") && !row.path().startsWith("/assets/")) {
      wrong.add(where + "may be kept: " + cache);
    }
    for (var line : answer.headers()) {
      var header = line.toLowerCase(java.util.Locale.ROOT);
      if (header.startsWith("server:")
          || header.startsWith("x-powered-by:")
          || header.startsWith("access-control-")) {
        wrong.add(where + line);
      }
      if (header.startsWith("set-cookie:")
          && (!header.matches("set-cookie: *__host-.*")
              || !header.replace(" ", "").contains(";secure")
              || !header.contains("httponly")
              || !header.contains("samesite="))) {
        wrong.add(where + line.replaceAll("=.*", ""));
      }
    }
  }

  @Test
  void no_change_is_taken_from_another_site() throws Exception {
    var wrong = new ArrayList<String>();
    var origins = new LinkedHashMap<String, String>();
    origins.put("Sec-Fetch-Site", "cross-site");
    origins.put("Origin", "https://evil.example");
    origins.put("Referer", "https://evil.example/" + base.getAuthority());
    origins.put("X-Nothing", "at all");
    for (var row : table) {
      if (!row.changes() || row.path().startsWith("/api/")) {
        continue;
      }
      for (var person : people) {
        for (var origin : origins.entrySet()) {
          var answer =
              Knock.of(base, row.method(), address(row, existing))
                  .with(origin.getKey(), origin.getValue())
                  .with("Content-Type", "application/x-www-form-urlencoded")
                  .cookie(person.cookies())
                  .body("")
                  .send();
          if (answer.status() != 403) {
            wrong.add(row + " as " + person + " from " + origin + ": " + answer.status());
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }
}
