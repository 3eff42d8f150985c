package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Referrals over HTTP, on the packaged program: consent withdrawn, two clicks at once, and mail
 * that no server takes.
 */
class ReferralIT {
  private static final String SUMMARY = "Streszczenie-Fiołek: potrzebna rozmowa z prawnikiem";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void a_consent_withdrawn_ends_the_partners_access_at_once() throws Exception {
    var program = Program.shared();
    var sent = send(program);
    var partner = Staff.nobody(program.baseUrl());
    var link = letter(program, sent.alias());
    assertThat(partner.read(link)).doesNotContain(SUMMARY);
    partner.does(link + "/pin", "pin", sent.pin());
    assertThat(partner.read(link)).contains(SUMMARY);

    sent.answers("withdraw");

    var gone = partner.get(link);
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(gone.body()).contains("To przekazanie zostało cofnięte").doesNotContain(SUMMARY);
    assertThat(partner.post(link + "/accept").statusCode()).isEqualTo(410);
    assertThat(partner.post(link + "/pin", "pin", sent.pin()).statusCode()).isEqualTo(410);
    assertThat(partner.post(link + "/result", "result", "HELP_GIVEN").statusCode()).isEqualTo(410);
    var katarzyna = Staff.signIn(program.baseUrl(), "katarzyna");
    var own = katarzyna.get("/partner/referrals/" + sent.alias());
    assertThat(own.statusCode()).isGreaterThanOrEqualTo(400).isLessThan(500);
    assertThat(own.body()).doesNotContain(SUMMARY);
    // the office keeps what it had written, and reads what became of it; no PIN is told any more
    var anna = Staff.signIn(program.baseUrl(), "anna");
    assertThat(anna.read(sent.page())).contains("Cofnięte").doesNotContain(sent.pin());
    assertThat(consent(program, sent)).isEqualTo("WITHDRAWN");
    // withdrawn twice, it stays withdrawn
    assertThat(sent.says("withdraw")).isBetween(200, 499);
  }

  @Test
  void of_two_clicks_at_once_one_counts_and_the_other_sees_how_it_stands() throws Exception {
    var program = Program.shared();
    var sent = send(program);
    var katarzyna = Staff.signIn(program.baseUrl(), "katarzyna");
    var at = "/partner/referrals/" + sent.alias();

    assertThat(
            atOnce(
                () -> katarzyna.post(at + "/accept").statusCode(),
                () -> katarzyna.post(at + "/accept").statusCode(),
                () ->
                    katarzyna
                        .post(at + "/decline", "reason", "NO_CAPACITY", "text", "Nie teraz")
                        .statusCode(),
                () -> katarzyna.post(at + "/accept").statusCode()))
        .as("each comes back to the page that says how it stands")
        .containsOnly(303);
    assertThat(steps(program, sent, "ACCEPTED", "DECLINED")).isEqualTo(1);
    if (steps(program, sent, "ACCEPTED", "ACCEPTED") == 1) {
      assertThat(
              atOnce(
                  () -> katarzyna.post(at + "/result", "result", "HELP_GIVEN").statusCode(),
                  () -> katarzyna.post(at + "/result", "result", "NO_RESULT").statusCode(),
                  () -> katarzyna.post(at + "/result", "result", "PARTLY").statusCode()))
          .containsOnly(303);
      assertThat(steps(program, sent, "COMPLETED", "INTERRUPTED")).isEqualTo(1);
    }
  }

  @Test
  void a_mail_that_no_server_took_waits_in_the_worklist_until_it_is_sent_again() throws Exception {
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    try (var program =
        Program.start(
            "mail-away",
            Map.of(
                "isonomia.demo",
                "true",
                "isonomia.mail.host",
                "127.0.0.1",
                "isonomia.mail.port",
                String.valueOf(port),
                "isonomia.mail.from",
                "miasto@city.example"))) {
      // in the told city the tries were used up long ago
      var anna = Staff.signIn(program.baseUrl(), "anna");
      var list = anna.read("/casework?list=mine");
      assertThat(list).contains("E-mail z linkiem nie wyszedł");
      var page =
          anna.find("/casework?list=mine", "href=\"(/referral/referrals/RF-[0-9-]+)/send-again\"");
      assertThat(anna.get(page + "/send-again").statusCode()).isEqualTo(303);
      assertThat(anna.read(page)).contains("Żaden serwer nie przyjął").contains("/send-again\"");
      assertThat(Staff.signIn(program.baseUrl(), "adam").post(page + "/send-again").statusCode())
          .isEqualTo(403);

      // one more try fails too: it comes back by itself
      anna.does(page + "/send-again");
      program.await(
          "the failed try is on the list again",
          PATIENCE,
          () -> anna.read("/casework?list=mine").contains(page + "/send-again"));

      var mail = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
      mail.start();
      try {
        assertThat(
                atOnce(
                    () -> anna.post(page + "/send-again").statusCode(),
                    () -> anna.post(page + "/send-again").statusCode()))
            .containsOnly(303);
        program.await("the mail", PATIENCE, () -> mail.getReceivedMessages().length > 0);
        program.await(
            "nothing failed on the page",
            PATIENCE,
            () -> !anna.read(page).contains("Żaden serwer nie przyjął"));
        assertThat(anna.read("/casework?list=mine")).doesNotContain(page + "/send-again");
        assertThat(subjects(mail)).as("one mail, whoever clicked twice").hasSize(1);
        assertThat(mail.getReceivedMessages()[0].getContent().toString()).contains("/p/");
      } finally {
        mail.stop();
      }

      // the partner answers by telephone: there is nothing left to send
      var other =
          anna.find("/casework?list=mine", "href=\"(/referral/referrals/RF-[0-9-]+)/send-again\"");
      anna.does(other + "/record-answer", "answer", "ACCEPTED");
      assertThat(anna.read("/casework?list=mine")).doesNotContain(other + "/send-again");
      assertThat(anna.read(other)).doesNotContain("Żaden serwer nie przyjął");
      assertThat(program.output()).doesNotContain("@partner.example");
    }
  }

  /** A referral that the reporter agreed to and that was sent. */
  record Sent(Program program, String receipt, String page, String pin, String alias) {
    int says(String answer) throws IOException {
      var filing = new Filing(program.baseUrl());
      var consent = filing.mailbox(receipt).getJsonArray("consents").getJsonObject(0);
      return filing
          .post(
              "/api/mailbox/consents/" + consent.getString("id"),
              "{\"answer\":\"" + answer + "\"}",
              Map.of("X-Receipt", receipt))
          .statusCode();
    }

    void answers(String answer) throws IOException {
      assertThat(says(answer)).isEqualTo(200);
    }
  }

  static Sent send(Program program) throws IOException {
    return send(program, "Centrum Pomocy Prawnej");
  }

  /**
   * @param institutionName how its name begins; a non-governmental organisation
   */
  static Sent send(Program program, String institutionName) throws IOException {
    var filing = new Filing(program.baseUrl());
    var filed = Filing.json(filing.file(Filing.report("pl", "Odmowa obsługi.")));
    var at = "/casework/cases/" + filed.getString("caseNumber");
    var joanna = Staff.signIn(program.baseUrl(), "joanna");
    joanna.does(at + "/acknowledge-report", "text", "Czytamy.");
    joanna.does(
        at + "/qualify-report",
        "qualification",
        "SIGNAL",
        "risk",
        "NONE",
        "priority",
        "NORMAL",
        "title",
        "Odmowa obsługi w sklepie");
    var anna = Staff.signIn(program.baseUrl(), "anna");
    anna.does(at + "/assess-complaint", "choice", "REFER");
    var institution =
        anna.find(at + "/choose-institution", "<option value=\"(\\d+)\">" + institutionName);
    anna.does(
        at + "/choose-institution",
        "institution",
        institution,
        "type",
        "SUPPORT",
        "summary",
        SUMMARY,
        "categories",
        "NARRATIVE",
        "consent",
        "ask",
        "press",
        "send");
    // the reporter reads everything that would be shared before the answer
    var asked =
        filing.mailbox(filed.getString("receipt")).getJsonArray("consents").getJsonObject(0);
    assertThat(asked.getJsonObject("shared").getString("summary")).isEqualTo(SUMMARY);
    assertThat(asked.getJsonObject("shared").getString("narrative")).isEqualTo("Odmowa obsługi.");
    var reporter = Staff.nobody(program.baseUrl());
    assertThat(reporter.post("/pl/mailbox", "receipt", filed.getString("receipt")).statusCode())
        .isEqualTo(303);
    var mailbox = reporter.read("/pl/mailbox/open");
    assertThat(mailbox)
        .contains("Prosimy Cię o zgodę", "Prosimy ją, aby Ci pomogła", "To organizacja społeczna")
        .contains("i nic więcej", "nic na tym nie stracisz");
    assertThat(mailbox.indexOf("Odmowa obsługi.")).isBetween(0, mailbox.indexOf("value=\"yes\""));
    var page = anna.find(at, "href=\"(/referral/referrals/RF-[0-9-]+)\"");
    var before = new Sent(program, filed.getString("receipt"), page, null, null);
    before.answers("yes");
    var pin = anna.find(page, "class=\"iso-receipt iso-number\">([0-9 -]+)<");
    var alias = anna.find(page, "([A-Z]-[0-9A-F]{3})\\b");
    return new Sent(program, before.receipt(), page, pin.strip(), alias);
  }

  /** The link in the mail about this referral. */
  static String letter(Program program, String alias) throws IOException {
    var jan = Staff.signIn(program.baseUrl(), "jan");
    var link = new AtomicReference<String>();
    program.await(
        "the mail is sent",
        PATIENCE,
        () -> {
          var rows = Pattern.compile("href=\"(/demo/post/\\d+)\"").matcher(jan.read("/demo/post"));
          while (rows.find() && link.get() == null) {
            var letter = jan.read(rows.group(1));
            var found = Pattern.compile("/p/[A-Za-z0-9_-]+").matcher(letter);
            if (letter.contains(alias) && found.find()) {
              link.set(found.group());
            }
          }
          return link.get() != null;
        });
    return link.get();
  }

  /** How often this referral became one of two. */
  private static long steps(Program program, Sent sent, String one, String other)
      throws SQLException {
    try (var connection = program.database();
        var statement =
            connection.prepareStatement(
                "select count(*) from referral_status_step s"
                    + " join referral_referral r on r.id = s.referral_id"
                    + " where r.number = ? and s.status in (?, ?)")) {
      statement.setString(1, sent.page().replaceFirst(".*/", ""));
      statement.setString(2, one);
      statement.setString(3, other);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  /** How the consent behind this referral stands. */
  private static String consent(Program program, Sent sent) throws SQLException {
    try (var connection = program.database();
        var statement =
            connection.prepareStatement(
                "select consent_status from referral_referral where number = ?")) {
      statement.setString(1, sent.page().replaceFirst(".*/", ""));
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  private interface Click {
    int now() throws IOException;
  }

  private static List<Integer> atOnce(Click... clicks) {
    var all =
        Arrays.stream(clicks)
            .map(
                click ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          try {
                            return click.now();
                          } catch (IOException e) {
                            throw new UncheckedIOException(e);
                          }
                        }))
            .toList();
    return all.stream().map(CompletableFuture::join).toList();
  }

  /** What a failure of the test is told by. */
  private static List<String> subjects(GreenMail mail) throws Exception {
    var subjects = new ArrayList<String>();
    for (var message : mail.getReceivedMessages()) {
      subjects.add(
          message.getMessageID() + " " + message.getSubject() + " " + message.getSentDate());
    }
    return subjects;
  }
}
