package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Somebody is away and a colleague stands in, case by case and in their own name; then somebody
 * leaves and their work is handed over. In a demo city of its own, because the clock moves.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeputyIT {
  private static final String PASSWORD = "kilka zwykłych słów obok";

  private static Program program;
  private static Staff anna;
  private static Staff beata;
  private static Staff piotr;
  private static String theirs;
  private static String apart;

  @BeforeAll
  static void start() throws IOException, SQLException {
    program = Program.start("deputy", Map.of("isonomia.demo", "true"));
    anna = staff("anna");
    piotr = staff("piotr");
    beata = newHandler();
    theirs = assignedToAnna();
    apart = assignedToAnna();
  }

  @AfterAll
  static void stop() {
    program.close();
  }

  private static Staff staff(String login) throws IOException {
    return Staff.signIn(program.baseUrl(), login);
  }

  /** A second case handler: invited by the administrator, let into the team by a member. */
  private static Staff newHandler() throws IOException, SQLException {
    var jan = staff("jan");
    var invited =
        jan.post(
            "/accounts",
            "login",
            "beata",
            "name",
            "Beata Nowa",
            "language",
            "pl",
            "roles",
            "CASE_HANDLER");
    var link = Pattern.compile("(/welcome/[A-Za-z0-9_-]+)").matcher(invited.body());
    assertThat(link.find()).isTrue();
    var newcomer = Staff.nobody(program.baseUrl());
    newcomer.does(link.group(1), "password", PASSWORD, "again", PASSWORD);
    Telephone.connected(newcomer);
    var print =
        piotr.find(
            "/keys",
            "name=\"account\" value=\""
                + id("beata")
                + "\"><input type=\"hidden\" name=\"fingerprint\" value=\"([^\"]+)\"");
    piotr.does("/keys/admit", "team", "TEAM/OFFICE", "account", id("beata"), "fingerprint", print);
    return newcomer;
  }

  private static String assignedToAnna() throws IOException, SQLException {
    var filing = new Filing(program.baseUrl());
    var filed = filing.file(Filing.report("pl", "Odmówiono mi wstępu do tramwaju"));
    assertThat(filed.statusCode()).as(filed.body()).isEqualTo(201);
    var number = Filing.json(filed).getString("caseNumber");
    var at = "/casework/cases/" + number;
    var joanna = staff("joanna");
    joanna.does(at + "/acknowledge-report", "text", "Dziękujemy, czytamy.");
    joanna.does(
        at + "/qualify-report", "qualification", "SIGNAL", "risk", "NONE", "priority", "NORMAL");
    anna.does(at + "/take");
    return number;
  }

  private static String at(String number) {
    return "/casework/cases/" + number;
  }

  private static LocalDate today() throws IOException {
    var now = Staff.nobody(program.baseUrl()).find("/api/demo/clock", "\"now\":\"([^\"]+)\"");
    return OffsetDateTime.parse(now).toLocalDate();
  }

  private static String[] absence(LocalDate from, LocalDate to, String deputy) {
    return new String[] {
      "deputy", deputy,
      "from-day", "" + from.getDayOfMonth(),
      "from-month", "" + from.getMonthValue(),
      "from-year", "" + from.getYear(),
      "to-day", "" + to.getDayOfMonth(),
      "to-month", "" + to.getMonthValue(),
      "to-year", "" + to.getYear()
    };
  }

  @Test
  @Order(1)
  void a_colleague_opens_nothing_of_a_case_that_is_anothers() throws IOException {
    assertThat(beata.get(at(theirs)).statusCode()).isEqualTo(403);
    assertThat(beata.read("/casework?list=mine")).doesNotContain(theirs);
  }

  @Test
  @Order(2)
  void an_absence_that_cannot_be_is_refused_beside_its_field() throws IOException, SQLException {
    var day = today();
    assertThat(anna.post("/access/absences", absence(day, day, id("joanna"))).body())
        .as("the intake desk may not do what a case handler may")
        .contains("deputy-error");
    assertThat(anna.post("/access/absences", absence(day, day.minusDays(1), id("beata"))).body())
        .contains("to-error");
    assertThat(
            beata
                .post(
                    "/access/absences", with(absence(day, day, id("beata")), "person", id("anna")))
                .statusCode())
        .as("nobody sends a colleague away")
        .isEqualTo(403);
    assertThat(staff("katarzyna").get("/access/absences").statusCode()).isEqualTo(403);
  }

  private static String[] with(String[] fields, String name, String value) {
    var all = java.util.Arrays.copyOf(fields, fields.length + 2);
    all[fields.length] = name;
    all[fields.length + 1] = value;
    return all;
  }

  @Test
  @Order(3)
  void the_deputy_sees_the_tasks_marked_and_acts_in_their_own_name()
      throws IOException, SQLException {
    piotr.does(at(apart) + "/keep-out", "person", id("beata"), "outReason", "Sąsiadka");
    anna.does("/access/absences", absence(today(), today().plusDays(2), id("beata")));

    assertThat(beata.read("/casework?list=mine"))
        .contains(theirs)
        .contains("za: Anna Nowak")
        .as("kept out of that one")
        .doesNotContain(apart);
    assertThat(beata.get(at(apart)).statusCode()).isEqualTo(403);
    assertThat(anna.read("/casework?list=mine")).as("both have it").contains(theirs);
    assertThat(beata.read("/casework/cases?list=mine")).contains(theirs).doesNotContain(apart);
    assertThat(beata.read("/me/rights")).contains("Anna Nowak");

    beata.does(at(theirs) + "/assess-complaint", "choice", "REFER");
    assertThat(
            one(
                "select s.by_account::text from isonomia.workflow_step s"
                    + " join isonomia.workflow_instance i on i.id = s.instance_id"
                    + " where s.element = 'assessComplaint' and i.business_key = ?",
                theirs))
        .isEqualTo(id("beata"));
    assertThat(one("select assignee::text from isonomia.casework_case where number = ?", theirs))
        .as("it stays the absent person's case")
        .isEqualTo(id("anna"));
  }

  @Test
  @Order(4)
  void the_absence_ends_by_itself() throws IOException {
    var clock = new Filing(program.baseUrl());
    var moved =
        clock.post(
            "/api/demo/clock",
            "{\"now\":\"" + today().plusDays(3) + "T09:00:00+02:00\"}",
            Map.of());
    assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
    assertThat(beata.get(at(theirs)).statusCode()).isEqualTo(403);
    assertThat(beata.read("/casework?list=mine")).doesNotContain(theirs);
  }

  @Test
  @Order(5)
  void who_leaves_hands_over_first_and_a_conflict_is_respected() throws IOException, SQLException {
    var jan = staff("jan");
    var close = "/accounts/" + id("anna") + "/close";
    var warned = jan.post(close);
    assertThat(warned.body()).contains("Ewa Kaczmarek").doesNotContain(theirs);
    assertThat(jan.post(close, "sure", "yes").statusCode()).isEqualTo(422);
    assertThat(jan.get("/access/hand-over").statusCode()).isEqualTo(403);

    var page = "/access/hand-over/" + id("anna");
    assertThat(piotr.read("/access/hand-over")).contains("Anna Nowak");
    assertThat(piotr.post(page).body()).contains("all-error");
    assertThat(piotr.post(page, "to-" + apart, id("beata")).statusCode())
        .as("not to whom the case is closed")
        .isEqualTo(422);
    piotr.does(page, "all", id("beata"));
    assertThat(beata.get(at(theirs)).statusCode()).isEqualTo(200);
    assertThat(anna.get(at(theirs)).statusCode()).isEqualTo(403);
    assertThat(one("select assignee::text from isonomia.casework_case where number = ?", apart))
        .as("somebody else must be found for this one")
        .isEqualTo(id("anna"));
    assertThat(beata.read("/casework?list=mine")).contains(theirs);
  }

  private static String id(String login) throws SQLException {
    return one("select id::text from isonomia.access_account where login = ?", login);
  }

  private static String one(String sql, String value) throws SQLException {
    try (var connection = program.database();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      try (var rows = statement.executeQuery()) {
        assertThat(rows.next()).as(sql).isTrue();
        return rows.getString(1);
      }
    }
  }
}
