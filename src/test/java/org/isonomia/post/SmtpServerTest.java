package org.isonomia.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.isonomia.page.Language;
import org.isonomia.page.Texts;
import org.isonomia.post.application.SmtpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SmtpServerTest {
  /** Port 0: any free one. */
  @RegisterExtension
  static final GreenMailExtension MAIL =
      new GreenMailExtension(new ServerSetup(0, "127.0.0.1", "smtp"));

  private static final Date NOW = Date.from(Instant.parse("2027-03-09T09:00:00Z"));

  private static SmtpServer server(int port) {
    return new SmtpServer(
        Optional.of("127.0.0.1"),
        port,
        Optional.empty(),
        Optional.empty(),
        Optional.of("post@city.example"),
        false);
  }

  @Test
  void a_mail_arrives_with_its_words_and_says_that_a_program_wrote_it() throws Exception {
    server(MAIL.getSmtp().getPort())
        .send("RF-2027-00001/link/1", "partner@ngo.example", "Zażółć", "gęślą jaźń", NOW);
    var mail = MAIL.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo("Zażółć");
    assertThat(mail.getContent().toString()).contains("gęślą jaźń");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getMessageID()).endsWith("@city.example>");
  }

  @Test
  void the_same_key_makes_the_same_message_id() throws Exception {
    var server = server(MAIL.getSmtp().getPort());
    server.send("K/1", "partner@ngo.example", "a", "b", NOW);
    server.send("K/1", "partner@ngo.example", "a", "b", NOW);
    server.send("K/2", "partner@ngo.example", "a", "b", NOW);
    var mails = MAIL.getReceivedMessages();
    assertThat(mails[0].getMessageID())
        .isEqualTo(mails[1].getMessageID())
        .isNotEqualTo(mails[2].getMessageID());
  }

  @Test
  void a_refusal_carries_a_code_and_no_address() {
    assertThatThrownBy(() -> server(1).send("K", "secret@ngo.example", "a", "b", NOW))
        .isInstanceOf(SmtpServer.NotTaken.class)
        .hasMessageStartingWith("mail-not-taken")
        .hasNoCause()
        .hasMessageNotContaining("secret");
  }

  @Test
  void a_line_break_in_an_address_makes_no_second_header() {
    assertThatThrownBy(
            () ->
                server(MAIL.getSmtp().getPort())
                    .send("K", "a@ngo.example\r\nBcc: b@evil.example", "a", "b", NOW))
        .isInstanceOf(SmtpServer.NotTaken.class);
    assertThat(MAIL.getReceivedMessages()).isEmpty();
  }

  @Test
  void each_template_holds_the_alias_and_the_link_and_speaks_three_languages() {
    for (var language : Language.values()) {
      var t = Texts.of(language);
      for (var template :
          List.of(
              "referral-invitation",
              "referral-reminder-users",
              "referral-result-users",
              "referral-new-link")) {
        Object[] args = {
          "alias",
          "A-7F3",
          "link",
          "https://city.example/p/x",
          "due",
          t.date(LocalDate.of(2027, 3, 16))
        };
        assertThat(t.t("post." + template + ".subject", args)).contains("A-7F3");
        assertThat(t.t("post." + template + ".body", args))
            .contains("\nhttps://city.example/p/x\n")
            .doesNotContain("{");
      }
    }
  }

  @Test
  void a_reminder_says_in_which_mail_the_link_is_and_how_to_ask_for_a_new_one() {
    for (var language : Language.values()) {
      var t = Texts.of(language);
      for (var template : List.of("referral-reminder", "referral-result")) {
        Object[] args = {
          "alias",
          "A-7F3",
          "mailed",
          t.date(LocalDate.of(2027, 3, 9)),
          "due",
          t.date(LocalDate.of(2027, 3, 16))
        };
        assertThat(t.t("post." + template + ".subject", args)).contains("A-7F3");
        assertThat(t.t("post." + template + ".body", args))
            .contains(t.date(LocalDate.of(2027, 3, 9)))
            .contains(t.date(LocalDate.of(2027, 3, 16)))
            .doesNotContain("http")
            .doesNotContain("{");
      }
    }
  }
}
