package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The life of keys, in a city that is no demo: founded, joined, left, forgotten, recovered. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeysOfPeopleIT {
  private static final String STORY = "Opowieść-Jarzębina o schodach bez podjazdu";
  private static City city;
  private static String number;
  private static String receipt;

  @BeforeAll
  static void found() throws IOException {
    city = City.unfounded("keys-of-people", Map.of());
  }

  @AfterAll
  static void stop() {
    if (city != null) {
      city.close();
    }
  }

  @Test
  @Order(1)
  void nothing_can_be_filed_before_somebody_could_read_it() throws IOException {
    var refused = city.filing().file(Filing.report("pl", STORY));
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body()).contains("not-open-yet");
    assertThat(Staff.nobody(city.program.baseUrl()).read("/pl/"))
        .contains("Teraz nie możemy przyjmować zgłoszeń");
  }

  @Test
  @Order(2)
  void one_person_is_not_enough_and_an_administrator_cannot_begin() throws IOException {
    var piotr = city.signIn("piotr");
    var page = piotr.read("/keys/ceremony");
    var alone =
        piotr.post(
            "/keys/ceremony",
            "OFFICE",
            City.compared(page, city.accountOf("piotr")),
            "CUSTODIANS",
            City.compared(page, city.accountOf("marek")));
    assertThat(alone.statusCode()).isEqualTo(422);
    assertThat(city.admin().get("/keys/ceremony").statusCode()).isEqualTo(403);
  }

  @Test
  @Order(3)
  void after_the_ceremony_the_office_reads_and_the_administrator_does_not() throws IOException {
    city.holdCeremony();
    var filed = city.filing().file(Filing.report("pl", STORY));
    assertThat(filed.statusCode()).as(filed.body()).isEqualTo(201);
    number = Filing.json(filed).getString("caseNumber");
    receipt = Filing.json(filed).getString("receipt");
    assertThat(receipt).matches("[0-9]{20}");
    assertThat(city.signIn("joanna").read(casePage())).contains(STORY);
    assertThat(city.admin().get(casePage()).statusCode()).isEqualTo(403);
    assertThat(city.filing().mailbox(receipt).getString("status")).isEqualTo("NEW");
  }

  @Test
  @Order(4)
  void a_newcomer_reads_nothing_until_a_member_lets_them_in() throws IOException {
    city.invite("olena", "CASE_HANDLER");
    var olena = city.signIn("olena");
    var closed = olena.get(casePage());
    assertThat(closed.statusCode()).isEqualTo(403);
    assertThat(closed.body()).contains("zaszyfrowane").doesNotContain(STORY);
    assertThat(olena.read("/casework/cases")).doesNotContain("Jarzębina");
    assertThat(
            olena
                .post(
                    "/keys/admit",
                    "team",
                    "TEAM/OFFICE",
                    "account",
                    city.accountOf("olena"),
                    "fingerprint",
                    printOf("olena"))
                .statusCode())
        .as("nobody lets themselves in")
        .isEqualTo(403);
    assertThat(
            city.admin()
                .post(
                    "/keys/admit",
                    "team",
                    "TEAM/OFFICE",
                    "account",
                    city.accountOf("olena"),
                    "fingerprint",
                    printOf("olena"))
                .statusCode())
        .as("nor does an administrator")
        .isEqualTo(403);
    admit("anna", "olena");
    assertThat(city.signIn("olena").read(casePage())).contains(STORY);
  }

  @Test
  @Order(5)
  void who_leaves_reads_nothing_any_more_and_the_team_has_a_new_key() throws Exception {
    var before = count("select max(generation) from privacy_key where holder = 'TEAM/OFFICE'");
    city.signIn("piotr")
        .does(
            "/keys/remove",
            "team",
            "TEAM/OFFICE",
            "account",
            city.accountOf("olena"),
            "sure",
            "yes");
    assertThat(city.signIn("olena").get(casePage()).statusCode()).isEqualTo(403);
    assertThat(count("select max(generation) from privacy_key where holder = 'TEAM/OFFICE'"))
        .isEqualTo(before + 1);
    assertNothingIsWrappedFor("olena");
    assertThat(city.signIn("anna").read(casePage())).as("earlier cases stay").contains(STORY);
    var filed = city.filing().file(Filing.report("pl", STORY));
    var later = Filing.json(filed).getString("caseNumber");
    assertThat(city.signIn("anna").read("/casework/cases/" + later)).contains(STORY);
  }

  @Test
  @Order(6)
  void a_forgotten_password_takes_the_key_with_it_until_somebody_lets_the_person_in()
      throws Exception {
    var old = printOf("ewa");
    city.forgets("ewa");
    assertThat(city.signIn("ewa").get(casePage()).statusCode()).isEqualTo(403);
    assertNothingIsWrappedFor("ewa");
    assertThat(printOf("ewa")).isNotEqualTo(old);
    admit("joanna", "ewa");
    assertThat(city.signIn("ewa").read(casePage())).contains(STORY);
  }

  @Test
  @Order(7)
  void a_new_password_of_somebody_who_knew_the_old_one_changes_no_key() throws Exception {
    var old = printOf("joanna");
    city.changesPassword("joanna");
    assertThat(printOf("joanna")).isEqualTo(old);
    assertThat(city.signIn("joanna").read(casePage())).contains(STORY);
  }

  @Test
  @Order(7)
  void nobody_is_put_out_of_a_team_they_are_not_in_and_nothing_goes_without_a_question()
      throws Exception {
    var barbara = city.signIn("barbara");
    var piotr = city.signIn("piotr");
    var other =
        barbara.post(
            "/keys/remove",
            "team",
            "TEAM/COUNCIL",
            "account",
            city.accountOf("piotr"),
            "sure",
            "yes");
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(piotr.get("/keys").statusCode()).as("piotr is still signed in").isEqualTo(200);
    var asked =
        piotr.post("/keys/remove", "team", "TEAM/OFFICE", "account", city.accountOf("anna"));
    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(asked.body()).contains(City.nameOf("anna"), "odchodzi z zespołu?");
    assertThat(city.signIn("anna").read(casePage())).contains(STORY);
  }

  @Test
  @Order(7)
  void ones_own_digits_come_from_ones_own_key_and_not_from_the_table() throws Exception {
    city.invite("maria", "CASE_HANDLER");
    var maria = city.signIn("maria");
    var mine = maria.find("/keys", "iso-fingerprint\">([0-9a-f ]{39})<");
    var hers = "holder = 'PERSON/" + city.accountOf("maria") + "'";
    try (var connection = city.program.database();
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          "insert into privacy_key select nextval('privacy_key_id'), holder, generation + 1, suite,"
              + " (select wrap_key from privacy_key where holder = 'TEAM/COUNCIL' limit 1),"
              + " (select sign_key from privacy_key where holder = 'TEAM/COUNCIL' limit 1),"
              + " 0, '', made_at, null from privacy_key where "
              + hers);
      var page = city.signIn("anna").read("/keys");
      assertThat(page).as("the digits that anna would compare are others").doesNotContain(mine);
      assertThat(maria.get("/keys").statusCode()).as("and maria is told").isEqualTo(409);
      statement.executeUpdate("delete from privacy_key where generation = 2 and " + hers);
    }
    assertThat(maria.read("/keys")).contains(mine);
  }

  @Test
  @Order(8)
  void at_the_end_of_a_term_the_old_ones_leave_together_and_two_must_stay() throws Exception {
    city.invite("zofia", "COUNCIL_MEMBER");
    city.invite("oleh", "COUNCIL_MEMBER");
    var tomasz = city.signIn("tomasz");
    assertThat(
            tomasz
                .post(
                    "/keys/remove",
                    "team",
                    "TEAM/COUNCIL",
                    "account",
                    city.accountOf("barbara"),
                    "sure",
                    "yes")
                .statusCode())
        .as("one would stay")
        .isEqualTo(422);
    admit("tomasz", "zofia");
    admit("tomasz", "oleh");
    city.signIn("zofia")
        .does(
            "/keys/remove",
            "team",
            "TEAM/COUNCIL",
            "account",
            city.accountOf("barbara"),
            "account",
            city.accountOf("tomasz"),
            "sure",
            "yes");
    assertNothingIsWrappedFor("barbara");
    assertNothingIsWrappedFor("tomasz");
  }

  @Test
  @Order(9)
  void a_swapped_public_key_is_noticed_and_nothing_is_wrapped_for_it() throws Exception {
    var swap =
        "update privacy_key set wrap_key = (select wrap_key from privacy_key where holder ="
            + " 'PERSON/"
            + city.accountOf("admin")
            + "' order by id desc limit 1) where holder = 'TEAM/OFFICE' and generation ="
            + " (select max(generation) from privacy_key where holder = 'TEAM/OFFICE')";
    try (var connection = city.program.database();
        var statement = connection.createStatement()) {
      statement.execute(
          "create table kept_key as select * from privacy_key where holder = 'TEAM/OFFICE'");
      assertThat(statement.executeUpdate(swap)).isOne();
      var before = count("select count(*) from privacy_envelope");
      var refused = city.filing().file(Filing.report("pl", STORY));
      assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
      assertThat(refused.body()).contains("untrusted-key");
      assertThat(count("select count(*) from privacy_envelope")).isEqualTo(before);
      statement.execute(
          "update privacy_key k set wrap_key = o.wrap_key from kept_key o where o.id = k.id");
      statement.execute("drop table kept_key");
    }
    assertThat(city.filing().file(Filing.report("pl", STORY)).statusCode()).isEqualTo(201);
  }

  @Test
  @Order(10)
  void somebody_who_writes_a_membership_into_the_table_is_no_member() throws Exception {
    var admin = city.accountOf("admin");
    try (var connection = city.program.database();
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          "insert into privacy_member select 'TEAM/OFFICE', k.id, m.signed_by, m.trust_signature, 0,"
              + " m.since from privacy_key k, privacy_member m where k.holder = 'PERSON/"
              + admin
              + "' and m.team = 'TEAM/OFFICE' and m.ended_at is null limit 1");
    }
    assertThat(city.signIn("anna").read("/keys")).doesNotContain("Jan Górski");
    city.signIn("anna").does("/keys/rotate", "team", "TEAM/OFFICE");
    assertNothingIsWrappedFor("admin");
  }

  @Test
  @Order(11)
  void without_its_share_a_case_opens_for_nobody_even_from_an_older_dump() throws Exception {
    var filed = Filing.json(city.filing().file(Filing.report("pl", STORY)));
    var erased = filed.getString("caseNumber");
    try (var connection = city.program.database();
        var statement = connection.createStatement()) {
      statement.execute("create table older_dump as select * from privacy_envelope");
      statement.executeUpdate("delete from privacy_shares.share where root = '" + erased + "'");
      statement.executeUpdate("delete from privacy_envelope where root = '" + erased + "'");
      statement.executeUpdate(
          "insert into privacy_envelope select * from older_dump where root = '" + erased + "'");
      statement.execute("drop table older_dump");
    }
    assertThat(
            city.filing()
                .get("/api/mailbox", Map.of("X-Receipt", filed.getString("receipt")))
                .statusCode())
        .isEqualTo(401);
    assertThat(city.signIn("piotr").get("/casework/cases/" + erased).statusCode()).isEqualTo(403);
    assertThat(city.signIn("piotr").read(casePage())).as("others stay").contains(STORY);
  }

  @Test
  @Order(12)
  void two_parts_of_the_escrow_key_let_somebody_into_a_team_nobody_can_open() throws Exception {
    for (var login : List.of("joanna", "anna", "ewa", "piotr")) {
      city.forgets(login);
      assertThat(city.signIn(login).get(casePage()).statusCode()).as(login).isEqualTo(403);
    }
    var piotr = city.signIn("piotr");
    var person = "OFFICE:" + City.compared(piotr.read("/keys/escrow"), city.accountOf("piotr"));
    var slip = city.parts().get(2).replaceFirst("[A-Z]", "7");
    assertThat(
            piotr
                .post("/keys/escrow", "person", person, "part1", city.parts().get(0), "part2", slip)
                .statusCode())
        .isEqualTo(422);
    assertThat(
            piotr
                .post(
                    "/keys/escrow",
                    "person",
                    person,
                    "part1",
                    city.parts().get(0),
                    "part2",
                    city.parts().get(0))
                .statusCode())
        .as("the same part twice")
        .isEqualTo(422);
    piotr.does(
        "/keys/escrow",
        "person",
        person,
        "part1",
        city.parts().get(2),
        "part2",
        city.parts().get(0));
    assertThat(city.signIn("piotr").read(casePage())).contains(STORY);
    admit("piotr", "anna");
    assertThat(city.signIn("anna").read(casePage())).contains(STORY);
  }

  private static String casePage() {
    return "/casework/cases/" + number;
  }

  private static String printOf(String login) throws IOException {
    return city.signIn(login).find("/keys", "iso-fingerprint\">([0-9a-f ]{39})<");
  }

  private static void admit(String member, String newcomer) throws IOException {
    var account = city.accountOf(newcomer);
    var page = city.signIn(member).read("/keys");
    var form =
        Pattern.compile(
                "name=\"team\" value=\"([^\"]+)\"><input type=\"hidden\" name=\"account\" value=\""
                    + account
                    + "\"><input type=\"hidden\" name=\"fingerprint\" value=\"([^\"]+)\"")
            .matcher(page);
    assertThat(form.find()).as(newcomer + " waits").isTrue();
    city.signIn(member)
        .does(
            "/keys/admit", "team", form.group(1), "account", account, "fingerprint", form.group(2));
  }

  /** No private half of any team lies wrapped for any key this person ever had. */
  private static void assertNothingIsWrappedFor(String login) throws Exception {
    assertThat(
            count(
                "select count(*) from privacy_secret s join privacy_key k on s.reader = 'K' || k.id"
                    + " where k.holder = 'PERSON/"
                    + city.accountOf(login)
                    + "'"))
        .as("team keys wrapped for " + login)
        .isZero();
  }

  private static long count(String sql) throws SQLException {
    try (var connection = city.program.database();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
