package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What was done, read and refused stands in the record, and whoever works on the tables is found
 * out: by the auditor's page and by the command, without a database.
 */
class AuditIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static Program program;
  private static Filing filing;

  @BeforeAll
  static void start() {
    program = Program.start("audit", Map.of("isonomia.demo", "true"));
    filing = new Filing(program.baseUrl());
  }

  @AfterAll
  static void stop() {
    program.close();
  }

  @Test
  void a_reading_is_on_the_case_s_page_and_a_refusal_on_the_auditor_s()
      throws IOException, SQLException {
    var number = file();
    var piotr = staff("piotr");
    var at = "/casework/cases/" + number;
    assertThat(piotr.read(at)).contains("Kto czytał tę sprawę").contains("Piotr Zieliński");
    piotr.read(at);
    assertThat(piotr.read(at + "/readers")).contains("Piotr Zieliński").contains("2 razy");

    var ewa = staff("ewa");
    assertThat(ewa.read(at)).contains("Odmówiono");
    ewa.does(at + "/declare-conflict", "ownReason", "Pracuje tam mój mąż");
    assertThat(ewa.get(at).statusCode()).isEqualTo(403);
    assertThat(ewa.get("/casework/cases/ET-2027-99999").statusCode()).isEqualTo(403);

    var auditor = staff("helena");
    var refused = auditor.read("/audit?kind=REFUSAL&subject=" + number);
    assertThat(refused).contains("Ewa Kaczmarek").contains("case-not-yours").contains("1 wpis");
    assertThat(auditor.read("/audit?kind=REFUSAL")).contains("ET-2027-99999");
    assertThat(auditor.read("/audit?act=audit.SearchAudit"))
        .as("looking is on record, too")
        .contains("Helena Żak");
    assertThat(auditor.get("/audit?subject=Ewa").statusCode()).isEqualTo(422);
    assertThat(auditor.get(at).statusCode()).as("the auditor reads no case").isEqualTo(403);
    assertThat(piotr.get("/audit").statusCode()).isEqualTo(403);
    assertThat(staff("magda").get("/audit").statusCode()).isEqualTo(200);
    assertThat(
            texts("select string_agg(concat_ws(' ', act, subject, reason), ' ') from audit_record"))
        .as("codes and numbers only")
        .noneMatch(text -> text.contains("mąż") || text.contains("Odmówiono"));
  }

  @Test
  void the_program_itself_can_neither_change_nor_take_away_a_record() throws SQLException {
    for (var table :
        List.of("audit_record", "audit_link", "audit_segment", "audit_head", "audit_dropped")) {
      for (var statement :
          List.of("delete from " + table, "truncate " + table, "drop table " + table)) {
        assertThatThrownBy(() -> asApplication(statement))
            .as(statement)
            .hasMessageMatching("(?s).*(permission denied|must be owner).*");
      }
    }
    assertThatThrownBy(() -> asApplication("update audit_record set actor_id = 1"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> asApplication("update audit_link set kind = 'READ'"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(
            () ->
                asApplication(
                    "insert into audit_dropped values ('2026-01-01', 'READ', 1, '2026-01-01')"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(
            () ->
                asApplication(
                    "insert into audit_record (epoch, at, city_at, actor_id, actor_kind, kind, act)"
                        + " values (99, '2026-01-01', '2026-01-01', 0, 'HOUSE', 'READ', 'a.B')"))
        .as("an epoch of its own would stop the sealing")
        .hasMessageContaining("permission denied");
    assertThat(texts("select count(*)::text from audit_record").get(0)).isNotEqualTo("0");
  }

  @Test
  void whoever_changes_removes_or_swaps_rows_is_found_by_the_page_and_by_the_command()
      throws Exception {
    var auditor = staff("helena");
    sealed();
    assertThat(verified(auditor)).contains("Łańcuch jest cały");
    assertThat(command(auditor)).isEqualTo("0 HOLDS");

    asSuperuser(
        "update audit_record set actor_id = actor_id + 1 where id = (select record_id from audit_link where seq = 5)");
    assertThat(verified(auditor)).contains("5: wpis został zmieniony");
    assertThat(command(auditor)).isEqualTo("1 CHANGED at 5");
    asSuperuser(
        "update audit_record set actor_id = actor_id - 1 where id = (select record_id from audit_link where seq = 5)");
    assertThat(verified(auditor)).contains("Łańcuch jest cały");

    asSuperuser(
        "create table kept as select * from audit_record where id = (select record_id from audit_link where seq = 7)");
    asSuperuser("delete from audit_record where id in (select id from kept)");
    assertThat(verified(auditor)).contains("7: brakuje wpisu");
    assertThat(command(auditor)).isEqualTo("1 MISSING at 7");
    asSuperuser("insert into audit_record select * from kept");
    asSuperuser("drop table kept");

    swap();
    assertThat(verified(auditor)).contains("Łańcuch nie jest cały").contains("8: ").contains("9: ");
    assertThat(command(auditor)).startsWith("1 ");
    swap();
    assertThat(verified(auditor)).contains("Łańcuch jest cały");

    asSuperuser(
        "insert into audit_record (epoch, txid, at, city_at, actor_id, actor_kind, kind, act) select epoch, txid, at, city_at, 1, 'PERSON', 'READ', 'casework.ReadCase.whole' from audit_record order by id limit 1");
    assertThat(verified(auditor)).contains("poza łańcuchem");
    asSuperuser(
        "delete from audit_record where id = (select max(id) from audit_record where txid = (select txid from audit_record order by id limit 1))");

    asSuperuser(
        "create table cut as select * from audit_link where seq > (select max(seq) - 3 from audit_link)");
    asSuperuser("delete from audit_record where id in (select record_id from cut)");
    asSuperuser("delete from audit_link where seq in (select seq from cut)");
    assertThat(verified(auditor)).as("the end is gone").contains("Łańcuch nie jest cały");
  }

  private static String file() throws IOException {
    var filed =
        filing.file(
            """
            {"language":"pl","identity":{"mode":"NAMED","name":"Marta Zmyślona"},
             "role":"VICTIM","requested":"SIGNAL","narrative":"Odmówiono mi wstępu",
             "incident":{"place":"dom kultury","area":"CULTURE_SPORT"},
             "grounds":["DISABILITY"],"conduct":["DENIAL_RA"],"respondent":{"type":"CITY_UNIT"}}
            """);
    assertThat(filed.statusCode()).as(filed.body()).isEqualTo(201);
    return Filing.json(filed).getString("caseNumber");
  }

  /** Two records change places under the same numbers. */
  private static void swap() throws SQLException {
    asSuperuser(
        "create temp table two as select seq, record_id from audit_link where seq in (8, 9);"
            + " update audit_link set record_id = -seq where seq in (8, 9);"
            + " update audit_link l set record_id = t.record_id from two t where l.seq = 17 - t.seq");
  }

  private static void sealed() {
    program.await(
        "every record has its place",
        SOON,
        () ->
            texts(
                    "select (not exists (select 1 from audit_record r where not exists"
                        + " (select 1 from audit_link l where l.record_id = r.id)))::text")
                .get(0)
                .equals("true"));
  }

  private static String verified(Staff auditor) throws IOException {
    var answer = auditor.post("/audit/chain/verify");
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  /** Exit code and the first finding of the command on a fresh export. */
  private static String command(Staff auditor) throws IOException, InterruptedException {
    var file = Path.of("target/audit-export.jsonl").toAbsolutePath();
    var export = auditor.post("/audit/chain/export");
    assertThat(export.statusCode()).isEqualTo(200);
    Files.writeString(file, export.body());
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of("target/isonomia.jar").toAbsolutePath().toString(),
                "verify-audit",
                file.toString())
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), "UTF-8");
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    var finding = Pattern.compile("(?m)^([A-Z ]+):.* at (\\d+)$").matcher(said);
    return process.exitValue()
        + " "
        + (finding.find()
            ? finding.group(1) + " at " + finding.group(2)
            : said.contains("HOLDS") ? "HOLDS" : said);
  }

  private static Staff staff(String login) throws IOException {
    return Staff.signIn(program.baseUrl(), login);
  }

  private static void asSuperuser(String sql) throws SQLException {
    try (var connection = program.database();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void asApplication(String sql) throws SQLException {
    try (var connection = program.databaseAsApplication();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> texts(String sql) throws SQLException {
    try (var connection = program.database();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var texts = new java.util.ArrayList<String>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }
}
