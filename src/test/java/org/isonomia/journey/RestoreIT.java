package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.isonomia.privacy.OtherEscrow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The worst day: a backup was made while people filed, then the machine is gone. Another, empty one
 * has the backup, the newest shares, the ledger, and two people with their parts.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestoreIT {
  private static final String ERASED = "Opowieść, która ma zostać usunięta";
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private record Filed(String number, String receipt) {}

  private static City city;
  private static Program empty;
  private static Path folder;
  private static Path backup;
  private static Path sharesFolder;
  private static Path shares;
  private static Path ledger;
  private static Filed erased;
  private static Filed referred;
  private static final List<Filed> beforeTheBackup = new ArrayList<>();
  private static final TreeSet<String> everGiven = new TreeSet<>();

  @BeforeAll
  static void story() throws Exception {
    folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "backups-");
    sharesFolder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "shares-");
    ledger = folder.resolve("another-disk.log");
    city = City.founded("backup", Map.of("isonomia.ledger.file", ledger.toString()));
    city.invite("adam", "ANALYST");
    city.invite("helena", "AUDITOR");
    erased = file(ERASED);
    referred = file("Odmowa obsługi w sklepie");
    refer();
    change(
        // keys of the right form, whose private halves nobody needs here
        "insert into privacy_key (id, holder, generation, suite, wrap_key, sign_key, signed_by,"
            + " trust_signature, made_at) select nextval('shared_id'), 'INSTITUTION/4', 1, suite,"
            + " wrap_key, sign_key, 0, ''::bytea, made_at from privacy_key where holder = 'ESCROW'"
            + " limit 1",
        "insert into access_passkey (id, account_id, credential, user_handle, cose_key,"
            + " name_sealed, counter, since) select 7, id, 'lost', 'handle', ''::bytea, ''::bytea,"
            + " 0, current_timestamp from access_account where login = 'joanna'",
        "insert into access_passkey_challenge (challenge_hash, expires_at)"
            + " values (repeat('a', 64), current_timestamp + interval '1 day')");
    backUpUnderLoad();
    afterTheBackup();
    city.program.kill9();
    city.program.close();
  }

  @AfterAll
  static void stop() {
    if (city != null) {
      city.close();
    }
    if (empty != null) {
      empty.close();
    }
  }

  private static Filed file(String narrative) throws IOException {
    var answer = city.filing().file(Filing.report("pl", narrative));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    var filed = filed(Filing.json(answer));
    everGiven.add(filed.number());
    return filed;
  }

  private static Filed filed(JsonObject json) {
    return new Filed(json.getString("caseNumber"), json.getString("receipt"));
  }

  private static void refer() throws IOException {
    var at = "/casework/cases/" + referred.number();
    city.signIn("joanna").does(at + "/acknowledge-report", "text", "Czytamy.");
    city.signIn("joanna")
        .does(
            at + "/qualify-report",
            "qualification",
            "SIGNAL",
            "risk",
            "NONE",
            "priority",
            "NORMAL",
            "title",
            "Odmowa obsługi");
    var piotr = city.signIn("piotr");
    var page = "/partner/institutions/HALINA_NIEC";
    piotr.does(
        page,
        "version",
        piotr.find(page, "name=\"version\" value=\"(\\d+)\""),
        "email",
        "biuro@halina.example",
        "capacity",
        "OPEN");
    var anna = city.signIn("anna");
    anna.does(at + "/assess-complaint", "choice", "REFER");
    anna.does(
        at + "/choose-institution",
        "institution",
        anna.find(at + "/choose-institution", "<option value=\"(\\d+)\">Centrum Pomocy Prawnej"),
        "type",
        "SUPPORT",
        "summary",
        "Potrzebna rozmowa z prawnikiem",
        "consent",
        "ask",
        "press",
        "send");
    consent("yes");
    assertThat(referral(city.program)).isEqualTo("GIVEN");
  }

  private static void consent(String answer) throws IOException {
    var filing = city.filing();
    var asked = filing.mailbox(referred.receipt()).getJsonArray("consents").getJsonObject(0);
    var said =
        filing.post(
            "/api/mailbox/consents/" + asked.getString("id"),
            "{\"answer\":\"" + answer + "\"}",
            Map.of("X-Receipt", referred.receipt()));
    assertThat(said.statusCode()).as(said.body()).isEqualTo(200);
  }

  private static String referral(Program program) {
    return one(program, "select consent_status from isonomia.referral_referral");
  }

  private static String one(Program program, String sql) {
    try (var connection = program.database();
        var rows = connection.createStatement().executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void change(String... statements) throws SQLException {
    try (var connection = city.program.database();
        var statement = connection.createStatement()) {
      for (var one : statements) {
        statement.execute(one);
      }
    }
  }

  private static String noted(String kind, String subject) {
    return "insert into privacy_ledger (id, at, kind, subject) values"
        + " (nextval('privacy_ledger_id'), '2026-11-22T10:00:00Z', '"
        + kind
        + "', '"
        + subject
        + "')";
  }

  private static void backUpUnderLoad() throws Exception {
    var answered = Collections.synchronizedList(new ArrayList<Filed>());
    var done = new AtomicBoolean();
    var pool = Executors.newFixedThreadPool(3);
    try {
      for (int i = 0; i < 3; i++) {
        pool.submit(
            () -> {
              while (!done.get()) {
                var answer = city.filing().file(Filing.report("pl", "W czasie kopii"));
                if (answer.statusCode() == 201) {
                  answered.add(filed(Filing.json(answer)));
                }
              }
              return null;
            });
      }
      city.program.await("people file", PATIENCE, () -> answered.size() > 10);
      beforeTheBackup.add(erased);
      beforeTheBackup.add(referred);
      beforeTheBackup.addAll(List.copyOf(answered));
      var ended =
          city.program.command(
              List.of(), "backup", folder.toString(), "--shares", sharesFolder.toString());
      assertThat(ended.code()).as(ended.said()).isZero();
      assertThat(answered.size()).as("filings went on").isGreaterThan(beforeTheBackup.size() - 2);
    } finally {
      done.set(true);
      pool.shutdown();
      assertThat(pool.awaitTermination(120, TimeUnit.SECONDS)).isTrue();
    }
    answered.forEach(filed -> everGiven.add(filed.number()));
    try (var files = Files.list(folder)) {
      backup =
          files.filter(f -> f.getFileName().toString().startsWith("isonomia-")).findFirst().get();
    }
    shares = sharesFolder.resolve("shares-latest.isonomia");
    assertThat(Files.getPosixFilePermissions(backup).toString()).doesNotContain("GROUP", "OTHERS");
  }

  private static void afterTheBackup() throws Exception {
    everGiven.add(file("Po kopii, nikt o tym nie pamięta").number());
    consent("withdraw");
    var account = city.accountOf("adam");
    city.admin().does("/accounts/" + account + "/close", "sure", "yes");
    city.signIn("piotr")
        .does(
            "/keys/remove", "team", "TEAM/OFFICE", "account", city.accountOf("ewa"), "sure", "yes");
    city.forgets("dorota");
    change(
        // what these acts do to the ledger and to keys, without their pages and their four eyes
        noted("ERASED", erased.number()),
        "delete from privacy_shares.share where root = '" + erased.number() + "'",
        noted("DEPARTED", "PASSKEY/7/" + city.accountOf("joanna")),
        noted("DEPARTED", "INSTITUTION/4"));
    city.program.await(
        "the ledger's file",
        PATIENCE,
        () ->
            Files.exists(ledger)
                && Files.readString(ledger).contains("ERASED " + erased.number())
                && Files.readAllLines(ledger).size() == 7);
    assertThat(Files.readString(ledger))
        .contains("WITHDRAWN CONSENT/RF-", "DEPARTED ACCOUNT/" + account, "DEPARTED MEMBER/");
  }

  private static Program.Ended restore(Program to, List<String> parts, Path from, Path with)
      throws IOException {
    return to.command(
        parts,
        "restore",
        from.toString(),
        "--shares",
        with.toString(),
        "--ledger",
        ledger.toString());
  }

  /** Not every part has the letter that a fixed replacement would look for. */
  private static String mistyped(String part) {
    return part.substring(0, part.length() - 1) + (part.endsWith("B") ? "C" : "B");
  }

  @Test
  @Order(1)
  void what_is_wrong_is_said_and_nothing_is_left_behind() throws Exception {
    empty = Program.prepare("restored", Map.of("isonomia.demo", "false"));
    var parts = city.parts().subList(0, 2);

    assertSaid(restore(city.program, parts, backup, shares), "is not empty");
    assertSaid(restore(empty, OtherEscrow.parts(), backup, shares), "do not open");
    assertSaid(
        restore(empty, List.of(parts.get(0), parts.get(0)), backup, shares), "same part twice");
    assertSaid(restore(empty, List.of(parts.get(0)), backup, shares), "Two parts are needed");
    assertSaid(
        restore(empty, List.of(mistyped(parts.get(0)), parts.get(1)), backup, shares),
        "not a part");
    assertSaid(restore(empty, parts, shares, backup), "holds erasure shares, not a backup");
    assertSaid(
        empty.command(parts, "restore", backup.toString(), "--shares", shares.toString()),
        "Without the ledger");

    var bytes = Files.readAllBytes(backup);
    var broken = folder.resolve("broken");
    var flipped = bytes.clone();
    flipped[flipped.length / 2] ^= 1;
    Files.write(broken, flipped);
    assertSaid(restore(empty, parts, broken, shares), "damaged or cut off");
    Files.write(broken, java.util.Arrays.copyOf(bytes, bytes.length - 100));
    assertSaid(restore(empty, parts, broken, shares), "damaged or cut off");
    try (var left = Files.list(empty.dataFolder())) {
      assertThat(left).as("what a restore that failed left behind").isEmpty();
    }
  }

  private static void assertSaid(Program.Ended ended, String words) {
    assertThat(ended.said()).contains(words).doesNotContain("Exception");
    assertThat(ended.code()).isNotZero();
  }

  @Test
  @Order(2)
  void an_empty_machine_becomes_the_city_that_it_was() throws Exception {
    var ended = restore(empty, city.parts().subList(1, 3), backup, shares);
    assertThat(ended.code()).as(ended.said()).isZero();
    assertThat(ended.said()).contains("done again from the ledger: 7");
    for (var part : city.parts()) {
      assertThat(ended.said()).doesNotContain(part);
    }

    empty.launch();
    empty.awaitReady();
    var restored = city.movedTo(empty);
    var filing = restored.filing();
    nothing_that_expires_came_back();
    assertThat(one(empty, "select count(*) from isonomia.privacy_replay where done_at is null"))
        .isEqualTo("0");

    // everything that was answered before the backup is there, and opens
    var numbers = new TreeSet<String>();
    try (var connection = empty.database();
        var rows = connection.createStatement().executeQuery("select number from casework_case")) {
      while (rows.next()) {
        numbers.add(rows.getString(1));
      }
    }
    assertThat(numbers)
        .containsAll(
            beforeTheBackup.stream().filter(f -> !f.equals(erased)).map(Filed::number).toList());
    assertThat(one(empty, "select count(*) from isonomia.intake_report"))
        .isEqualTo(String.valueOf(numbers.size()));
    for (var filed : beforeTheBackup) {
      if (!filed.equals(erased)) {
        assertThat(filing.mailbox(filed.receipt()).getString("caseNumber"))
            .isEqualTo(filed.number());
      }
    }
    var anna = restored.signIn("anna");
    assertThat(anna.read("/casework/cases/" + referred.number()))
        .contains("Odmowa obsługi w sklepie");

    // what was erased, withdrawn or ended since stays so
    assertThat(filing.get("/api/mailbox", Map.of("X-Receipt", erased.receipt())).body())
        .doesNotContain(ERASED);
    assertThat(
            one(
                empty,
                "select count(*) from privacy_shares.share where root = '" + erased.number() + "'"))
        .isEqualTo("0");
    assertThat(numbers).as("of an erased case no row is left").doesNotContain(erased.number());
    assertThat(
            one(
                empty,
                "select count(*) from isonomia.intake_report where number = '"
                    + erased.number()
                    + "'"))
        .isEqualTo("0");
    assertThat(one(empty, "select removed_on || ' ' || on_request from isonomia.intake_removed"))
        .as("who has the receipt is told when")
        .isEqualTo("2026-11-22 false");
    assertThat(
            one(
                empty,
                "select count(*) from isonomia.privacy_ledger where subject = '"
                    + erased.number()
                    + "'"))
        .isEqualTo("1");
    assertThat(referral(empty)).isEqualTo("WITHDRAWN");
    assertThat(one(empty, "select status from isonomia.referral_referral")).isEqualTo("REVOKED");
    assertThat(one(empty, "select active from isonomia.access_account where login = 'adam'"))
        .isEqualTo("f");
    assertThat(
            one(
                empty,
                "select count(*) from isonomia.privacy_member m join isonomia.privacy_key k"
                    + " on k.id = m.key_id where m.team = 'TEAM/OFFICE' and m.ended_at is null"
                    + " and k.holder = 'PERSON/"
                    + restored.accountOf("ewa")
                    + "'"))
        .isEqualTo("0");
    assertThat(
            one(
                empty,
                "select count(*) from isonomia.privacy_key where holder = 'INSTITUTION/4'"
                    + " and retired_at is null"))
        .isEqualTo("0");
    assertThat(one(empty, "select count(*) from isonomia.access_passkey")).isEqualTo("0");
    var dorota = restored.accountOf("dorota");
    assertThat(
            one(
                empty,
                "select count(*) from isonomia.access_second_step where account_id = " + dorota))
        .isEqualTo("0");
    assertThat(
            one(
                empty,
                "select count(*) from isonomia.privacy_key where retired_at is null and holder ="
                    + " 'PERSON/"
                    + dorota
                    + "'"))
        .isEqualTo("0");
    var piotr = restored.signIn("piotr");
    assertThat(piotr.read("/keys")).contains("Po odtworzeniu z kopii zapasowej");
    piotr.does("/keys/rotate", "team", "TEAM/OFFICE");
    assertThat(piotr.read("/keys")).doesNotContain("Po odtworzeniu z kopii zapasowej");

    the_record_goes_on_in_one_chain(restored);

    // a number that was given after the backup is never given again
    var answer = filing.file(Filing.report("pl", "Po odtworzeniu"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    var fresh = filed(Filing.json(answer));
    assertThat(everGiven).doesNotContain(fresh.number());
    assertThat(fresh.number()).isGreaterThan(everGiven.last());
    assertThat(anna.read("/casework/cases/" + fresh.number())).contains("Po odtworzeniu");
  }

  private static void nothing_that_expires_came_back() throws SQLException {
    var tables = new ArrayList<String>();
    try (var connection = empty.database();
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    "select table_name from information_schema.columns"
                        + " where table_schema = 'isonomia' and column_name = 'expires_at'")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    assertThat(tables)
        .contains(
            "access_session",
            "access_half_session",
            "access_passkey_challenge",
            "access_sso_attempt",
            "access_one_time_link");
    for (var table : tables) {
      assertThat(one(empty, "select count(*) from isonomia." + table)).as(table).isEqualTo("0");
    }
  }

  /** Transactions are counted anew on this machine; the records of both stand in one order. */
  private static void the_record_goes_on_in_one_chain(City restored) throws IOException {
    assertThat(one(empty, "select count(distinct epoch) from isonomia.audit_record"))
        .isEqualTo("2");
    empty.await(
        "every record has its place",
        PATIENCE,
        () ->
            one(
                    empty,
                    "select count(*) from isonomia.audit_record r where not exists"
                        + " (select 1 from isonomia.audit_link l where l.record_id = r.id)")
                .equals("0"));
    var helena = restored.signIn("helena");
    assertThat(helena.post("/audit/chain/verify").body()).contains("Łańcuch jest cały");
    var export = folder.resolve("audit.jsonl");
    Files.writeString(export, helena.post("/audit/chain/export").body());
    var verified = empty.command(List.of(), "verify-audit", export.toString());
    assertThat(verified.said()).contains("HOLDS");
    assertThat(verified.code()).isZero();
  }
}
