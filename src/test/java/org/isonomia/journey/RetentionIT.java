package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isonomia.casework.persistence.ErasedCases;
import org.isonomia.council.persistence.ErasedItems;
import org.isonomia.evidence.persistence.ErasedEvidence;
import org.isonomia.intake.persistence.ErasedReports;
import org.isonomia.post.domain.ErasedMails;
import org.isonomia.privacy.Erasable;
import org.isonomia.privacy.ErasedKeys;
import org.isonomia.referral.domain.ErasedReferrals;
import org.isonomia.rights.persistence.ErasedRequests;
import org.isonomia.workflow.camunda.ErasedInstances;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A whole story, closed; two years later it is previewed, proposed, approved by another person, and
 * destroyed, with a kill in between. Then every row of every table is searched for it.
 */
class RetentionIT {
  private static final List<Erasable> ROOMS =
      List.of(
          new ErasedKeys(),
          new ErasedReports(),
          new ErasedCases(),
          new ErasedReferrals(),
          new ErasedItems(),
          new ErasedMails(),
          new ErasedRequests(),
          new ErasedInstances(),
          new ErasedEvidence());

  /** Tables of which nothing goes with a case, and why. */
  private static final Map<String, String> STAYS =
      Map.ofEntries(
          Map.entry("access_absence", "staff: who was away and who stood in"),
          Map.entry("access_account", "staff"),
          Map.entry("access_half_session", "staff; ends by itself"),
          Map.entry("access_identity", "staff"),
          Map.entry("access_one_time_link", "staff"),
          Map.entry("access_passkey", "staff"),
          Map.entry("access_passkey_challenge", "staff; ends by itself"),
          Map.entry("access_recovery_code", "staff"),
          Map.entry("access_second_step", "staff"),
          Map.entry("access_session", "staff; ends by itself"),
          Map.entry("access_sso_attempt", "staff; ends by itself"),
          Map.entry("access_vault_phrase", "staff"),
          Map.entry("audit_dropped", "how many records of a month went, after their class"),
          Map.entry("audit_epoch", "which database the records lived in"),
          Map.entry("audit_head", "the signed end of the chain"),
          Map.entry("audit_head_sent", "to whom it was sent"),
          Map.entry("audit_link", "the chain: hashes of codes and numbers"),
          Map.entry(
              "audit_record",
              "who read and did what stays provable until its own class ends; codes and numbers"),
          Map.entry("audit_release", "which months may be dropped, signed; months and counts"),
          Map.entry("audit_segment", "the chain, by months"),
          Map.entry("casework_clock_rule", "the law book"),
          Map.entry("casework_forward_bar", "the law book"),
          Map.entry("casework_holiday", "the law book"),
          Map.entry("casework_own_term", "the law book"),
          Map.entry("council_agenda_entry", "that an item was on an agenda"),
          Map.entry("council_attendance", "who was at a meeting"),
          Map.entry("council_ballot", "who voted how"),
          Map.entry("council_counter", "numbers of a year"),
          Map.entry("council_decision", "public; the words of what was not published go"),
          Map.entry("council_meeting", "meetings"),
          Map.entry("council_member", "members"),
          Map.entry("council_term", "terms"),
          Map.entry("council_vote", "how a vote ended"),
          Map.entry(
              "intake_acknowledgement",
              "that one was issued on a day; leads to no case and no person"),
          Map.entry("intake_answer", "found by a header nobody else has; ends after minutes"),
          Map.entry("intake_spent_draft", "hashes of cookies, for a day; leads to no report"),
          Map.entry("intake_removed", "what the receipt is told for a year; no number"),
          Map.entry("partner_enrolment", "institutions"),
          Map.entry("partner_filing_key", "institutions"),
          Map.entry("partner_institution", "institutions"),
          Map.entry("privacy_key", "keys of people and teams"),
          Map.entry("privacy_ledger", "what must not come back with a backup; numbers"),
          Map.entry("privacy_member", "keys of people and teams"),
          Map.entry("privacy_replay", "what a restored backup did again; numbers"),
          Map.entry("privacy_secret", "keys of people and teams"),
          Map.entry("retention_batch", "the protocol"),
          Map.entry("retention_batch_case", "the protocol: numbers, as the archive demands"),
          Map.entry("retention_class", "rules"),
          Map.entry("retention_class_change", "rules"),
          Map.entry("retention_hold", "who held a case back: number and sign of a letter"),
          Map.entry("retention_shadow", "counts"),
          Map.entry("rights_incident", "breaches, as GDPR art. 33(5) demands; no number of a case"),
          Map.entry("rights_incident_case", "whom a breach could have exposed: numbers"),
          Map.entry("flyway_schema_history", "releases"),
          Map.entry("workflow_clock", "the demo's clock"));

  /**
   * Where the number of a destroyed case may still be read: the protocol, why it was kept longer,
   * who read and did what (its own class ends later), and what must not come back with a backup.
   */
  private static final Set<String> MAY_NAME_IT =
      Set.of("retention_batch_case", "retention_hold", "audit_record", "privacy_ledger");

  private static Program program;
  private static Filing filing;

  @BeforeAll
  static void start() {
    program = Program.start("retention", Map.of("isonomia.demo", "true"));
    filing = new Filing(program.baseUrl());
  }

  @AfterAll
  static void stop() {
    if (program != null) {
      program.close();
    }
  }

  private record Filed(String number, String receipt) {
    String at() {
      return "/casework/cases/" + number;
    }
  }

  @Test
  void every_table_goes_with_a_case_or_says_why_it_stays() throws Exception {
    var handled =
        ROOMS.stream().flatMap(room -> room.tables().stream()).collect(Collectors.toSet());
    assertThat(handled).doesNotContainAnyElementsOf(STAYS.keySet());
    var tables =
        tables().stream()
            .filter(table -> !table.startsWith("engine."))
            .map(table -> table.replaceFirst("^isonomia\\.", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(tables).containsAll(handled);
    tables.removeAll(handled);
    assertThat(tables)
        .as("a table that no room erases and nobody explains")
        .isEqualTo(new TreeSet<>(STAYS.keySet()));
  }

  @Test
  void a_case_whose_time_is_over_leaves_counts_and_a_protocol_and_nothing_else() throws Exception {
    var held = closed("Sprawa wstrzymana");
    var reopened = closed("Sprawa otwarta na nowo");
    var other = closed("Sprawa druga");
    var before = sealedValues();
    var story = tellTheStory();
    var itsValues = new HashSet<>(sealedValues().keySet());
    itsValues.removeAll(before.keySet());
    var names = new TreeSet<>(namesOf(story.number()));
    assertThat(names).as("number, referral, item").hasSize(3);
    var oldRows = dumpOf(story.number());

    moveBy(Duration.ofDays(735));
    var robert = Staff.signIn(program.baseUrl(), "robert");
    var magda = Staff.signIn(program.baseUrl(), "magda");
    var preview = robert.read("/privacy/retention");
    assertThat(preview)
        .contains(story.number(), held.number(), reopened.number(), other.number())
        .contains("B2")
        .doesNotContain("Piwonia", "Wrzosowa");
    for (var stranger : List.of("anna", "piotr", "jan", "zofia", "helena")) {
      var answer = Staff.signIn(program.baseUrl(), stranger).get("/privacy/retention");
      assertThat(answer.statusCode()).as(stranger).isEqualTo(403);
    }

    robert.does("/privacy/retention");
    var list = robert.find("/privacy/retention", "(/privacy/retention/lists/L-\\d{4}-\\d{5})");
    assertThat(robert.post(list, "decision", "approve").statusCode())
        .as("who proposed does not approve")
        .isEqualTo(403);
    assertThat(magda.post(list, "decision", "refuse", "reason", " ").statusCode()).isEqualTo(422);
    // between the proposal and the approval
    var ewa = Staff.signIn(program.baseUrl(), "ewa");
    ewa.does(
        "/privacy/retention/holds",
        "number",
        held.number(),
        "code",
        "COURT",
        "reference",
        "I C 12/29");
    sql(
        "update casework_matter set status = 'IN_PROGRESS' where case_id ="
            + " (select id from casework_case where number = '"
            + reopened.number()
            + "')");

    var counted = counts();
    try (var lock = program.database()) {
      lock.setAutoCommit(false);
      lock.createStatement()
          .execute(
              "select 1 from casework_case where number = '" + other.number() + "' for update");
      var answers =
          Stream.of(magda, Staff.signIn(program.baseUrl(), "magda"))
              .map(
                  who ->
                      CompletableFuture.supplyAsync(
                          () -> {
                            try {
                              return who.post(list, "decision", "approve").statusCode();
                            } catch (IOException e) {
                              throw new IllegalStateException(e);
                            }
                          }))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
      assertThat(answers).as("two approvals at once").containsExactlyInAnyOrder(303, 409);
      program.await(
          "the destruction that waits for a lock",
          Duration.ofSeconds(60),
          () ->
              count(
                      "select count(*) from pg_locks l join pg_stat_activity a on a.pid = l.pid"
                          + " where not l.granted and a.query like '%casework_case%'")
                  > 0);
      program.kill9();
      lock.rollback();
    }
    program.restart();
    program.await(
        "the end of the list",
        Duration.ofSeconds(90),
        () -> count("select count(*) from retention_batch where state = 'DONE'") == 1);

    var protocol = Staff.signIn(program.baseUrl(), "robert").read(list);
    assertThat(protocol)
        .contains("Protokół zniszczenia", story.number(), held.number())
        .contains("pominięta", "jest wstrzymana", "jest znów prowadzona");
    assertThat(states())
        .containsEntry(story.number(), "DESTROYED")
        .containsEntry(other.number(), "DESTROYED")
        .containsEntry(held.number(), "LEFT_OUT HELD")
        .containsEntry(reopened.number(), "LEFT_OUT OPEN");
    assertThat(count("select count(*) from retention_shadow where first"))
        .as("each destroyed case is counted once, also over a kill")
        .isEqualTo(count("select count(*) from retention_batch_case where state = 'DESTROYED'"));
    assertThat(
            count(
                "select count(*) from retention_shadow where month = '2026-11-01'"
                    + " and area = 'PUBLIC_TRANSPORT' and ground = 'NATIONALITY'"
                    + " and form = 'HATE_CRIME' and outcome = 'APOLOGY_REMEDY'"))
        .isGreaterThanOrEqualTo(2);
    // nothing that the transaction or the order of rows tells leads from a count to a case
    assertThat(count("select count(distinct xmin::text) from retention_shadow")).isOne();

    assertThat(counts()).as("what is counted does not fall").isEqualTo(counted);

    assertNothingOf(names, itsValues);
    theReceiptIsToldOnceAndKindly(story);
    anOlderDumpDoesNotOpen(story, oldRows);
    assertThat(filing.mailbox(held.receipt()).getString("status")).isEqualTo("CLOSED");
  }

  /**
   * What the page of counts shows, but for the forms (of several, a shadow does not say which) and
   * the way a report came (a shadow does not know it).
   */
  private static List<String> counts() throws IOException {
    var lines = Staff.signIn(program.baseUrl(), "magda").read("/statistics/csv").lines().toList();
    assertThat(lines).hasSizeGreaterThan(5);
    return lines.stream()
        .filter(line -> !line.contains("Według formy") && !line.contains("Według drogi"))
        .toList();
  }

  private static void assertNothingOf(Set<String> names, Set<String> values) throws Exception {
    for (var table : tables()) {
      for (var name : names) {
        if (!MAY_NAME_IT.contains(table.replaceFirst("^isonomia\\.", ""))) {
          assertThat(
                  count("select count(*) from " + table + " t where t::text like '%" + name + "%'"))
              .as(name + " in " + table)
              .isZero();
        }
      }
    }
    var left = sealedValues();
    left.keySet().retainAll(values);
    left.values().removeIf(column -> column.startsWith("access_session."));
    // hashes of records, in which there are codes and numbers only
    left.values().removeIf(column -> column.startsWith("audit_"));
    assertThat(left.values()).as("sealed values of the story").isEmpty();
  }

  private static void theReceiptIsToldOnceAndKindly(Filed story) throws IOException {
    var answer = filing.get("/api/mailbox", Map.of("X-Receipt", story.receipt()));
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("report-removed").doesNotContain(story.number());
    var page = Staff.nobody(program.baseUrl()).post("/pl/mailbox", "receipt", story.receipt());
    assertThat(page.statusCode()).isEqualTo(410);
    assertThat(page.body()).contains("Tego zgłoszenia już nie ma").doesNotContain(story.number());
    assertThat(
            Staff.nobody(program.baseUrl())
                .post("/pl/mailbox", "receipt", "1234 1234 1234 1234 1234")
                .statusCode())
        .isEqualTo(422);
  }

  /** Envelopes and report come back from a dump that was made before; the share does not. */
  private static void anOlderDumpDoesNotOpen(Filed story, List<String> rows) throws Exception {
    for (var row : rows) {
      sql(row);
    }
    var answer = filing.get("/api/mailbox", Map.of("X-Receipt", story.receipt()));
    assertThat(answer.statusCode()).isNotEqualTo(200);
    assertThat(answer.body()).doesNotContain("Piwonia", "messages");
    for (var table : List.of("intake_report", "privacy_envelope")) {
      assertThat(
              count(
                  "select count(*) from "
                      + table
                      + " t where t::text like '%"
                      + story.number()
                      + "%'"))
          .isPositive();
    }
  }

  /** Statements that put the report and its envelopes back. */
  private static List<String> dumpOf(String number) throws SQLException {
    var rows = new ArrayList<String>();
    for (var from :
        List.of(
            "intake_report where number = '" + number + "'",
            "privacy_envelope where root = '" + number + "'")) {
      var table = from.substring(0, from.indexOf(' '));
      for (var json :
          strings("select row_to_json(t)::text from " + from.replace(table, table + " t"))) {
        rows.add(
            "insert into "
                + table
                + " select * from json_populate_record(null::"
                + table
                + ", '"
                + json.replace("'", "''")
                + "')");
      }
    }
    assertThat(rows).hasSizeGreaterThan(2);
    return rows;
  }

  private static Set<String> namesOf(String number) throws SQLException {
    var names = new TreeSet<String>();
    names.add(number);
    names.addAll(
        strings("select number from referral_referral where case_number = '" + number + "'"));
    names.addAll(strings("select number from council_agenda_item where origin = '" + number + "'"));
    return names;
  }

  private static Map<String, String> states() throws SQLException {
    return strings(
            "select number || '=' || state || coalesce(' ' || left_out, '')"
                + " from retention_batch_case")
        .stream()
        .collect(Collectors.toMap(s -> s.split("=")[0], s -> s.split("=")[1]));
  }

  private static Filed file(String words) throws IOException {
    var filed = Filing.json(filing.file(Filing.report("pl", words)));
    return new Filed(filed.getString("caseNumber"), filed.getString("receipt"));
  }

  private static void handle(Filed one, String title) throws IOException {
    var joanna = Staff.signIn(program.baseUrl(), "joanna");
    joanna.does(one.at() + "/acknowledge-report", "text", "Czytamy.");
    joanna.does(
        one.at() + "/qualify-report",
        "qualification",
        "SIGNAL",
        "risk",
        "NONE",
        "priority",
        "NORMAL",
        "title",
        title);
  }

  private static void conclude(Filed one) throws IOException {
    var anna = Staff.signIn(program.baseUrl(), "anna");
    anna.does(one.at() + "/assess-complaint", "choice", "CONCLUDE");
    anna.does(one.at() + "/propose-outcome", "outcome", "APOLOGY_REMEDY", "text", "Przeproszono.");
    Staff.signIn(program.baseUrl(), "piotr").does(one.at() + "/confirm-outcome", "decision", "yes");
  }

  private static Filed closed(String words) throws IOException {
    var one = file(words);
    handle(one, words);
    conclude(one);
    return one;
  }

  private static Filed tellTheStory() throws Exception {
    var story = file("Opowieść-Piwonia przy ulicy Wrzosowej");
    var headers = Map.of("X-Receipt", story.receipt());
    filing.post("/api/mailbox/messages", "{\"text\":\"Jeszcze jedno słowo\"}", headers);
    handle(story, "Tytuł-Piwonia");
    var anna = Staff.signIn(program.baseUrl(), "anna");
    anna.read(story.at());
    anna.does(story.at() + "/notes", "note", "Notatka-Piwonia");
    anna.does(story.at() + "/assess-complaint", "choice", "REFER");
    var partner =
        anna.find(
            story.at() + "/choose-institution", "<option value=\"(\\d+)\">Centrum Pomocy Prawnej");
    anna.does(
        story.at() + "/choose-institution",
        "institution",
        partner,
        "type",
        "SUPPORT",
        "summary",
        "Streszczenie-Piwonia",
        "consent",
        "ask",
        "press",
        "send");
    var consent = filing.mailbox(story.receipt()).getJsonArray("consents").getJsonObject(0);
    filing.post(
        "/api/mailbox/consents/" + consent.getString("id"), "{\"answer\":\"yes\"}", headers);
    var referral = namesOf(story.number()).stream().filter(n -> n.startsWith("RF-")).findFirst();
    program.await(
        "the mail to the partner",
        Duration.ofSeconds(30),
        () ->
            count("select count(*) from post_mail where mail_key like '" + referral.get() + "/%'")
                > 0);
    anna.does(story.at() + "/revoke-referral");
    anna.does(story.at() + "/assess-complaint", "choice", "COUNCIL");
    anna.does(
        story.at() + "/write-brief",
        "type",
        "SYSTEMIC_ISSUE",
        "title",
        "Punkt-Piwonia",
        "question",
        "Czy Rada zaleca szkolenia?",
        "brief",
        "Opis-Piwonia");
    var item =
        namesOf(story.number()).stream().filter(n -> n.startsWith("AI-")).findFirst().orElseThrow();
    Staff.signIn(program.baseUrl(), "barbara")
        .does(
            "/council/items/" + item + "/accept-item",
            "decision",
            "reject",
            "reason",
            "Rada zajmie się tym za rok");
    conclude(story);
    return story;
  }

  private static void moveBy(Duration by) throws IOException {
    var now = Filing.json(filing.get("/api/demo/clock", Map.of())).getString("now");
    var moved =
        filing.post(
            "/api/demo/clock",
            "{\"now\":\"" + OffsetDateTime.parse(now).plus(by).toInstant() + "\"}",
            Map.of());
    assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
  }

  /** Every value of bytes in every table, and the column it lies in. */
  private static Map<String, String> sealedValues() throws SQLException {
    var values = new LinkedHashMap<String, String>();
    var columns =
        strings(
            "select table_schema || '.' || table_name || '.' || column_name from"
                + " information_schema.columns where table_schema in ('isonomia',"
                + " 'privacy_shares') and data_type = 'bytea' order by 1");
    try (var connection = program.database();
        var statement = connection.createStatement()) {
      for (var column : columns) {
        var table = column.substring(0, column.lastIndexOf('.'));
        var name = column.substring(column.lastIndexOf('.') + 1);
        try (var rows =
            statement.executeQuery(
                "select " + name + " from " + table + " where " + name + " is not null")) {
          while (rows.next()) {
            values.put(
                HexFormat.of().formatHex(rows.getBytes(1)),
                column.replaceFirst("^isonomia\\.", ""));
          }
        }
      }
    }
    return values;
  }

  private static List<String> tables() throws SQLException {
    return strings(
        "select schemaname || '.' || tablename from pg_tables"
            + " where schemaname not in ('pg_catalog', 'information_schema') order by 1");
  }

  private static long count(String sql) throws SQLException {
    return Long.parseLong(strings(sql).get(0));
  }

  private static List<String> strings(String sql) throws SQLException {
    var found = new ArrayList<String>();
    try (var connection = program.database();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private static void sql(String statement) throws SQLException {
    try (var connection = program.database();
        var one = connection.createStatement()) {
      one.execute(statement);
    }
  }
}
