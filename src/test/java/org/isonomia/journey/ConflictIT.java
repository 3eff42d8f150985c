package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Somebody of the office may not take part in a case (KPA art. 24), over HTTP and in the tables:
 * the pages are refused, the lists are empty, and no key that she could come by opens an envelope
 * of the case.
 */
class ConflictIT {
  private static final String WORDS = "Koniczyna: odmówiono mi wstępu do domu kultury";
  private static final String REASON = "Mąż pracuje w tym domu kultury";

  private static Program program;
  private static Filing filing;

  @BeforeAll
  static void start() {
    program = Program.shared();
    filing = new Filing(program.baseUrl());
  }

  @Test
  void whoever_is_kept_out_cannot_open_the_case_nor_what_is_referred_afterwards()
      throws IOException, SQLException {
    var number = file();
    var at = "/casework/cases/" + number;
    var anna = staff("anna");
    var piotr = staff("piotr");
    var ewa = staff("ewa");
    triage(at);
    anna.does(at + "/take");
    assertThat(ewa.read(at)).contains(WORDS);
    assertThat(ewa.read("/casework/cases")).contains(number);
    assertThat(opensForKeysOf("ewa", number)).as("before, the team's key opened it").isTrue();

    assertThat(ewa.post(at + "/keep-out", "person", id("anna"), "outReason", REASON).statusCode())
        .as("a lawyer keeps nobody out")
        .isEqualTo(403);
    assertThat(anna.post(at + "/keep-out", "person", id("ewa"), "outReason", "").statusCode())
        .isEqualTo(422);
    assertThat(anna.post(at + "/keep-out", "person", id("katarzyna"), "outReason", REASON).body())
        .as("only somebody of the office")
        .contains("person-error");
    anna.does(at + "/keep-out", "person", id("ewa"), "outReason", REASON);
    assertThat(anna.post(at + "/keep-out", "person", id("ewa"), "outReason", REASON).statusCode())
        .isIn(409, 422);

    var nowhere = ewa.get("/casework/cases/ET-2027-99999").body();
    var tried = ewa.get(at);
    assertThat(tried.statusCode()).isEqualTo(403);
    assertThat(heading(tried.body())).isEqualTo(heading(nowhere));
    for (var page : List.of("/assess-complaint", "/confirm-outcome", "/files/1")) {
      assertThat(ewa.get(at + page).statusCode()).as(page).isEqualTo(403);
    }
    assertThat(ewa.post(at + "/notes", "note", "I jeszcze to.").statusCode()).isEqualTo(403);
    assertThat(ewa.read("/casework/cases")).doesNotContain(number);
    assertThat(ewa.read("/casework?list=team")).doesNotContain(number);

    // what is referred afterwards hangs on the keys that are not hers any more
    anna.does(at + "/assess-complaint", "choice", "REFER");
    var institution =
        anna.find(at + "/choose-institution", "<option value=\"(\\d+)\">Centrum Pomocy Prawnej");
    anna.does(
        at + "/choose-institution",
        "institution",
        institution,
        "type",
        "SUPPORT",
        "summary",
        "Odmowa wstępu",
        "consent",
        "law",
        "legalBasis",
        "art. 6 ust. 1 lit. e RODO",
        "press",
        "send");
    var referral =
        one("select number from isonomia.referral_referral where case_number = ?", number);
    assertThat(opensForKeysOf("ewa", number)).isFalse();
    assertThat(opensForKeysOf("ewa", referral)).isFalse();
    for (var login : List.of("anna", "piotr", "joanna")) {
      assertThat(opensForKeysOf(login, number)).as(login).isTrue();
      assertThat(opensForKeysOf(login, referral)).as(login).isTrue();
    }
    assertThat(
            one(
                "select count(*) from isonomia.workflow_hidden where business_key = ? and account = "
                    + id("ewa"),
                referral))
        .isEqualTo("1");
    assertThat(ewa.get("/referral/referrals/" + referral).statusCode()).isEqualTo(403);
    assertThat(ewa.read("/referral/referrals")).doesNotContain(referral);

    assertThat(anna.read(at)).contains(WORDS);
    assertThat(anna.read("/referral/referrals/" + referral)).contains("Odmowa wstępu");
    assertThat(piotr.read(at))
        .contains(WORDS)
        .contains("Ewa Kaczmarek")
        .contains(REASON)
        .contains("Anna Nowak")
        .contains("6 prób")
        .contains("pierwszy raz")
        .contains("Do wyłączenia wszystko");

    var back = new String[] {"back", id("ewa"), "backReason", "Mąż już tam nie pracuje"};
    assertThat(anna.post(at + "/let-back-in", back).statusCode()).isEqualTo(403);
    assertThat(ewa.post(at + "/let-back-in", back).statusCode()).isEqualTo(403);
    piotr.does(at + "/let-back-in", back);
    assertThat(ewa.read(at)).contains(WORDS).contains("Mąż już tam nie pracuje");
    assertThat(ewa.read("/casework/cases")).contains(number);
    assertThat(ewa.read("/referral/referrals/" + referral)).contains("Odmowa wstępu");
    assertThat(opensForKeysOf("ewa", number)).isTrue();
  }

  @Test
  void whoever_declares_their_own_conflict_loses_the_case_and_it_is_nobodys_again()
      throws IOException, SQLException {
    var number = file();
    var at = "/casework/cases/" + number;
    var anna = staff("anna");
    var piotr = staff("piotr");
    triage(at);
    anna.does(at + "/take");
    assertThat(anna.read("/casework?list=mine")).contains(number);
    assertThat(anna.post(at + "/declare-conflict", "ownReason", " ").body())
        .contains("ownReason-error");
    var declared = anna.post(at + "/declare-conflict", "ownReason", REASON);
    assertThat(declared.statusCode()).isEqualTo(303);
    var next = declared.headers().firstValue("Location").orElseThrow();
    assertThat(anna.read(next.replaceFirst("^https?://[^/]+", "")))
        .contains("Twój konflikt interesów jest zapisany");
    assertThat(anna.get(at).statusCode()).isEqualTo(403);
    for (var list : List.of("/casework?list=mine", "/casework?list=team", "/casework/cases")) {
      assertThat(anna.read(list)).as(list).doesNotContain(number);
    }
    assertThat(opensForKeysOf("anna", number)).isFalse();
    assertThat(piotr.read(at)).contains("ta osoba sama").contains(REASON);
    assertThat(piotr.post(at + "/assign", "assignee", id("anna")).statusCode())
        .as("nobody in conflict is given the case")
        .isEqualTo(422);
    assertThat(one("select assignee from isonomia.casework_case where number = ?", number))
        .isNull();
  }

  @Test
  void the_last_one_who_can_read_a_case_stays() throws IOException, SQLException {
    var number = file();
    var at = "/casework/cases/" + number;
    var piotr = staff("piotr");
    for (var login : List.of("joanna", "anna", "ewa")) {
      piotr.does(at + "/keep-out", "person", id(login), "outReason", REASON);
    }
    var refused = piotr.post(at + "/declare-conflict", "ownReason", REASON);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("nikt w biurze nie mógłby czytać tej sprawy");
    assertThat(piotr.read(at)).contains(WORDS);
    piotr.does(at + "/let-back-in", "back", id("joanna"), "backReason", "Pomyłka");
    piotr.does(at + "/declare-conflict", "ownReason", REASON);
    assertThat(piotr.get(at).statusCode()).isEqualTo(403);
    assertThat(staff("joanna").read(at)).contains(WORDS);
  }

  /**
   * Whether an envelope of this subject is wrapped for a key that this person comes by: their own,
   * those wrapped for it, those wrapped for these, and what hangs on a subject so opened.
   */
  private static boolean opensForKeysOf(String login, String subject) throws SQLException {
    Set<String> keys =
        new HashSet<>(
            all("select id from isonomia.privacy_key where holder = ?", "PERSON/" + id(login)));
    assertThat(keys).isNotEmpty();
    boolean more = true;
    while (more) {
      more = false;
      for (var key : List.copyOf(keys)) {
        more |=
            keys.addAll(
                all("select key_id from isonomia.privacy_secret where reader = ?", "K" + key));
      }
    }
    return opens(keys, subject);
  }

  private static boolean opens(Set<String> keys, String subject) throws SQLException {
    var readers = all("select reader from isonomia.privacy_envelope where subject = ?", subject);
    assertThat(readers).isNotEmpty();
    for (var reader : readers) {
      if (reader.startsWith("K") && keys.contains(reader.substring(1).split(":")[0])
          || reader.startsWith("P:")
              && opens(keys, reader.substring(reader.lastIndexOf(':') + 1))) {
        return true;
      }
    }
    return false;
  }

  private static String heading(String html) {
    return html.replaceAll("(?s).*<h1[^>]*>(.*)</main>.*", "$1").replaceAll("\\s+", " ");
  }

  private static void triage(String at) throws IOException {
    var joanna = staff("joanna");
    joanna.does(at + "/acknowledge-report", "text", "Dziękujemy, czytamy.");
    joanna.does(
        at + "/qualify-report", "qualification", "SIGNAL", "risk", "NONE", "priority", "NORMAL");
  }

  private static String file() throws IOException {
    var filed =
        filing.file(
            """
            {"language":"pl","identity":{"mode":"NAMED","name":"Marta Zmyślona"},
             "role":"VICTIM","requested":"SIGNAL","narrative":"%s",
             "incident":{"place":"dom kultury","area":"CULTURE_SPORT"},
             "grounds":["DISABILITY"],"conduct":["DENIAL_RA"],"respondent":{"type":"CITY_UNIT"}}
            """
                .formatted(WORDS));
    assertThat(filed.statusCode()).as(filed.body()).isEqualTo(201);
    return Filing.json(filed).getString("caseNumber");
  }

  private static Staff staff(String login) throws IOException {
    return Staff.signIn(program.baseUrl(), login);
  }

  private static String id(String login) throws SQLException {
    return one("select id from isonomia.access_account where login = ?", login);
  }

  private static String one(String sql, String value) throws SQLException {
    var found = all(sql, value);
    assertThat(found).as(sql).hasSize(1);
    return found.get(0);
  }

  private static List<String> all(String sql, String value) throws SQLException {
    try (var connection = program.database();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      var found = new ArrayList<String>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    }
  }
}
