package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Row rules: what is somebody else's answers like what does not exist. */
class WhoMayIT {
  private static Program program;

  @BeforeAll
  static void start() {
    program = Program.shared();
  }

  private static Staff staff(String login) throws IOException {
    return Staff.signIn(program.baseUrl(), login);
  }

  /** The page but for what it repeats of the address. */
  private static String refusal(Staff who, String path) throws IOException {
    var answer = who.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(403);
    return answer.body();
  }

  private static String number(String sql) throws SQLException {
    try (var connection = program.database();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).as(sql).isTrue();
      return rows.getString(1);
    }
  }

  @Test
  void somebody_elses_and_none_are_the_same_refusal() throws IOException, SQLException {
    var number = number("select number from isonomia.casework_case order by id limit 1");
    var referral = number("select number from isonomia.referral_referral order by id limit 1");
    var item = number("select number from isonomia.council_agenda_item order by id limit 1");
    var meeting = number("select number from isonomia.council_meeting order by id limit 1");
    var pairs =
        List.of(
            List.of("/casework/cases/" + number, "/casework/cases/ET-1999-99999"),
            List.of(
                "/casework/cases/" + number + "/files/1", "/casework/cases/ET-1999-99999/files/1"),
            List.of("/referral/referrals/" + referral, "/referral/referrals/RF-1999-99999"),
            List.of("/council/items/" + item, "/council/items/AI-1999-99999"),
            List.of("/council/meetings/" + meeting, "/council/meetings/CM-1999-99999"));
    for (var login : List.of("adam", "jan", "helena", "magda", "robert", "olga", "katarzyna")) {
      var who = staff(login);
      for (var pair : pairs) {
        assertThat(refusal(who, pair.get(0)))
            .as(login + " at " + pair)
            .isEqualTo(refusal(who, pair.get(1)));
      }
    }
  }

  @Test
  void a_case_handler_reads_the_same_of_a_colleagues_case_as_of_none()
      throws IOException, SQLException {
    var anna = staff("anna");
    var number = number("select number from isonomia.casework_case order by id desc limit 1");
    try (var connection = program.database();
        var statement = connection.createStatement()) {
      var before =
          number(
              "select coalesce(assignee::text, 'null') from isonomia.casework_case where number = '"
                  + number
                  + "'");
      statement.executeUpdate(
          "update isonomia.casework_case set assignee = 1 where number = '" + number + "'");
      try {
        assertThat(refusal(anna, "/casework/cases/" + number))
            .isEqualTo(refusal(anna, "/casework/cases/ET-1999-99999"));
      } finally {
        statement.executeUpdate(
            "update isonomia.casework_case set assignee = "
                + before
                + " where number = '"
                + number
                + "'");
      }
    }
  }

  @Test
  void a_partner_opens_only_its_own_referrals() throws IOException {
    var katarzyna = staff("katarzyna");
    assertThat(katarzyna.get("/partner/referrals").statusCode()).isEqualTo(200);
    assertThat(katarzyna.get("/partner/referrals/Z-000").statusCode()).isIn(403, 404);
    for (var path :
        List.of("/casework", "/casework/cases", "/council", "/statistics", "/accounts")) {
      assertThat(katarzyna.get(path).statusCode()).as(path).isEqualTo(403);
    }
  }

  @Test
  void an_analyst_reads_counts_and_nothing_else() throws IOException {
    var adam = staff("adam");
    assertThat(adam.read("/statistics")).doesNotContainPattern("ET-\\d{4}-\\d+");
    assertThat(adam.get("/statistics/csv").statusCode()).isEqualTo(200);
    for (var path : List.of("/casework", "/casework/cases", "/referral/referrals", "/council")) {
      assertThat(adam.get(path).statusCode()).as(path).isEqualTo(403);
    }
    assertThat(staff("zofia").get("/statistics").statusCode()).isEqualTo(403);
  }
}
