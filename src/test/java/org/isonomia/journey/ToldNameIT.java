package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isonomia.journey.ReferralIT.Sent;
import org.junit.jupiter.api.Test;

/**
 * An anonymous reporter tells one partner their name: the partner reads it, the office does not and
 * could not, and it can be taken back.
 */
class ToldNameIT {
  private static final String NAME = "Olena Fiałek-Próbna";
  private static final String CONTACT = "600 000 123, po godzinie 17";

  @Test
  void she_tells_one_institution_her_name_and_the_office_stays_without_it() throws Exception {
    var program = Program.shared();
    var sent = ReferralIT.send(program);
    var katarzyna = Staff.signIn(program.baseUrl(), "katarzyna");
    var at = "/partner/referrals/" + sent.alias();
    assertThat(katarzyna.read(at)).doesNotContain(NAME);

    var consent = tells(sent, NAME, CONTACT);
    assertThat(consent.getJsonObject("identity").getString("name")).isEqualTo(NAME);
    assertThat(consent.getJsonObject("identity").getBoolean("read")).isTrue();
    assertThat(consent.getJsonArray("categories").toString())
        .contains("IDENTITY")
        .contains("CONTACT");

    assertThat(katarzyna.read(at)).contains(NAME).contains(CONTACT);
    var anna = Staff.signIn(program.baseUrl(), "anna");
    var number = anna.find(sent.page(), "(ET-\\d{4}-\\d{5})");
    for (var page :
        List.of(
            sent.page(),
            "/casework/cases/" + number,
            "/casework?list=mine",
            "/casework/cases",
            "/referral/referrals")) {
      assertThat(anna.read(page)).as(page).doesNotContain(NAME).doesNotContain(CONTACT);
    }
    assertThat(anna.read(sent.page())).contains("Osoba zgłaszająca podała je tej instytucji");

    // no key of the office is among those that open it, and none opens the identity it hangs on
    var subject = number(sent) + "/identity";
    assertThat(readers(program, subject))
        .hasSize(3)
        .contains("LINK", "P:IDENTITY:" + number)
        .anyMatch(reader -> reader.startsWith("INSTITUTION/"));
    assertThat(readersOf(program, number, "IDENTITY")).containsExactly("RECEIPT");
    assertThat(plain(program)).isZero();

    var reporter = visit(program, sent);
    assertThat(reporter.read("/pl/mailbox/open")).contains(NAME);
    reporter.does("/pl/mailbox/name", "id", number(sent), "press", "take-back");
    assertThat(reporter.read("/pl/mailbox/open")).doesNotContain(NAME).contains("Cofnięte:");
    assertThat(katarzyna.read(at)).doesNotContain(NAME).doesNotContain(CONTACT);
    assertThat(readers(program, subject)).containsExactly("P:IDENTITY:" + number);
    assertThat(anna.read(sent.page())).contains("a potem cofnęła");
  }

  @Test
  void a_partner_with_a_link_alone_reads_it_and_a_new_link_has_to_be_told_anew() throws Exception {
    var program = Program.shared();
    var sent = ReferralIT.send(program, "Salam Lab");
    var partner = Staff.nobody(program.baseUrl());
    var link = ReferralIT.letter(program, sent.alias());
    assertThat(waiting(program, sent)).as("the secret is in the mail alone").isZero();
    partner.does(link + "/pin", "pin", sent.pin());
    assertThat(partner.read(link)).doesNotContain(NAME);

    var reporter = visit(program, sent);
    var nothing =
        reporter.post(
            "/pl/mailbox/name", "id", number(sent), "press", "tell", "contact-x", CONTACT);
    assertThat(nothing.statusCode()).isEqualTo(422);
    assertThat(nothing.body()).contains("Wpisz imię i nazwisko");
    reporter.does(
        "/pl/mailbox/name",
        "id",
        number(sent),
        "press",
        "tell",
        "name-" + number(sent),
        NAME,
        "contact-" + number(sent),
        "");
    assertThat(partner.read(link)).as("in the visit that was open before").contains(NAME);
    assertThat(readers(program, number(sent) + "/identity")).hasSize(2).contains("LINK");

    var anna = Staff.signIn(program.baseUrl(), "anna");
    anna.does(sent.page() + "/new-link");
    assertThat(partner.get(link).statusCode()).isEqualTo(410);
    assertThat(reporter.read("/pl/mailbox/open")).contains("Potem ta instytucja dostała nowy link");
    var consent = tells(sent, NAME, null);
    assertThat(consent.getJsonObject("identity").getBoolean("read")).isTrue();
    assertThat(readers(program, number(sent) + "/identity")).contains("LINK");

    anna.does(sent.page() + "/record-answer", "answer", "DECLINED", "reason", "NO_CAPACITY");
    assertThat(readers(program, number(sent) + "/identity")).noneMatch("LINK"::equals);
    assertThat(readers(program, number(sent))).noneMatch("LINK"::equals);
    assertThat(waiting(program, sent)).isZero();
    assertThat(says(sent, NAME, null)).as("there is nobody to tell any more").isEqualTo(409);
  }

  @Test
  void an_institution_is_invited_and_what_it_types_is_shown_once() throws Exception {
    var program = Program.shared();
    var anna = Staff.signIn(program.baseUrl(), "anna");
    var made = anna.post("/partner/institutions/CZULENT/enrolment");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
    var secret =
        java.util.regex.Pattern.compile("((?:[A-Z2-9]{4}-){4}[A-Z2-9]{4})").matcher(made.body());
    assertThat(secret.find()).isTrue();
    assertThat(anna.read("/partner/institutions/CZULENT"))
        .contains("Zaproszenie jest ważne do")
        .doesNotContain(secret.group(1));
    // the demo city's institution has its key, and the office has compared it
    assertThat(anna.read("/partner/institutions/HALINA_NIEC")).contains("Urząd porównał");
    assertThat(anna.post("/partner/institutions/HALINA_NIEC/enrolment").statusCode())
        .isEqualTo(409);
    var katarzyna = Staff.signIn(program.baseUrl(), "katarzyna");
    assertThat(katarzyna.read("/partner/enrol")).contains("Urząd potwierdził ten klucz");
    assertThat(
            katarzyna
                .post("/partner/enrol", "secret", secret.group(1), "pin", "000000")
                .statusCode())
        .as("an invitation of another institution")
        .isEqualTo(422);
    assertThat(anna.get("/partner/enrol").statusCode()).isEqualTo(403);
  }

  private static String number(Sent sent) {
    return sent.page().replaceFirst(".*/", "");
  }

  private static Staff visit(Program program, Sent sent) throws IOException {
    var reporter = Staff.nobody(program.baseUrl());
    reporter.does("/pl/mailbox", "receipt", sent.receipt());
    return reporter;
  }

  private static java.net.http.HttpResponse<String> post(Sent sent, String name, String contact)
      throws IOException {
    var body = Json.createObjectBuilder().add("name", name);
    if (contact != null) {
      body.add("contact", contact);
    }
    return new Filing(sent.program().baseUrl())
        .post(
            "/api/mailbox/consents/" + number(sent) + "/identity",
            body.build().toString(),
            Map.of("X-Receipt", sent.receipt()));
  }

  private static int says(Sent sent, String name, String contact) throws IOException {
    return post(sent, name, contact).statusCode();
  }

  private static JsonObject tells(Sent sent, String name, String contact) throws IOException {
    var answer = post(sent, name, contact);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Filing.json(answer).getJsonArray("consents").getJsonObject(0);
  }

  /** Who could open a subject: holders of keys by their names. */
  private static List<String> readers(Program program, String subject) throws SQLException {
    return column(
        program,
        "select coalesce(k.holder, e.reader) from privacy_envelope e left join privacy_key k"
            + " on split_part(e.reader, ':', 1) = 'K' || k.id where e.subject = ?",
        subject);
  }

  private static List<String> readersOf(Program program, String subject, String compartment)
      throws SQLException {
    return column(
        program,
        "select coalesce(k.holder, e.reader) from privacy_envelope e left join privacy_key k"
            + " on split_part(e.reader, ':', 1) = 'K' || k.id where e.compartments like '%"
            + compartment
            + "%' and e.subject = ?",
        subject);
  }

  private static long waiting(Program program, Sent sent) throws SQLException {
    return column(
            program,
            "select 'x' from referral_link_waiting w join referral_referral r"
                + " on r.id = w.referral_id where r.number = ?",
            number(sent))
        .size();
  }

  /** Rows in which the name stands in the clear. */
  private static long plain(Program program) throws SQLException {
    return column(
            program,
            "select 'x' from referral_told_name where position(convert_to(?, 'UTF8') in name_sealed)"
                + " > 0",
            NAME)
        .size();
  }

  private static List<String> column(Program program, String sql, String parameter)
      throws SQLException {
    try (var connection = program.database();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, parameter);
      var values = new ArrayList<String>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          values.add(rows.getString(1));
        }
      }
      return values;
    }
  }
}
