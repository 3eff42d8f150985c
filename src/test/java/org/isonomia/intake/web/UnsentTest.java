package org.isonomia.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Language;
import org.isonomia.page.Templates;
import org.isonomia.page.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing that was typed behind the receipt is lost, and nothing unsent is left by mistake. */
class UnsentTest {
  private static Form back(String field, String typed) {
    return Form.empty().with("press", "back").with(field, typed);
  }

  @Test
  void who_goes_back_with_words_that_are_not_sent_is_asked_first() {
    assertThat(Press.leavesUnsent(back("text", "Jedno zdanie."), Form.empty())).isTrue();
    assertThat(Press.leavesUnsent(Form.empty().with("text", "Jedno zdanie."), Form.empty()))
        .as("who sends is not asked")
        .isFalse();
  }

  @Test
  void who_changed_nothing_just_goes_back() {
    assertThat(Press.leavesUnsent(back("text", " \n "), Form.empty())).isFalse();
    var before = Form.empty().with("place", "Rynek 5");
    assertThat(Press.leavesUnsent(back("place", "Rynek 5 "), before)).isFalse();
    assertThat(Press.leavesUnsent(back("place", ""), before)).as("what was taken out").isTrue();
  }

  @Test
  void what_waits_for_the_receipt_goes_to_its_own_page_and_nowhere_else() {
    var form = Form.empty().with("kept", "sealed").with("receipt", "1111");
    assertThat(new EnterPage(form.with("then", "formal")).then()).isEqualTo("/mailbox/own/letter");
    assertThat(new EnterPage(form.with("then", "correct-more-5")).then())
        .isEqualTo("/mailbox/text/more-5");
    for (var elsewhere : List.of("//elsewhere.example", "correct-../rights", "correct-", "")) {
      assertThat(new EnterPage(form.with("then", elsewhere)).then()).as(elsewhere).isNull();
    }
    assertThat(new EnterPage(Form.empty().with("then", "formal")).then())
        .as("nothing waits")
        .isNull();
  }

  @Test
  void it_waits_unread_and_comes_with_the_next_try_too() {
    var form = Form.empty().with("kept", "sealed").with("then", "formal");
    var html =
        new Templates()
            .render(
                View.of("intake/enter", new EnterPage(form)), Frame.of(Language.PL, "/pl/mailbox"));
    assertThat(html)
        .contains("<input type=\"hidden\" name=\"kept\" value=\"sealed\">")
        .contains("<input type=\"hidden\" name=\"then\" value=\"formal\">");
  }

  @Test
  void every_form_behind_the_receipt_says_whose_page_it_is() {
    var frame = Frame.of(Language.PL, "/pl/mailbox/write");
    frame.mark("whose-1");
    assertThat(new Templates().render(View.of("intake/write", Form.empty()), frame))
        .contains("<input type=\"hidden\" form=\"message\" name=\"of\" value=\"whose-1\">");
    assertThat(
            new Templates()
                .render(
                    View.of("intake/withdraw", new OwnCasePages.Withdrawing("ET-1", false)), frame))
        .contains("<input type=\"hidden\" name=\"of\" value=\"whose-1\">");
  }

  /** Each page with fields sends them with the change of language, and with Back. */
  @ParameterizedTest
  @CsvSource({
    "write, /mailbox/open",
    "sendFiles, /mailbox/files",
    "answers, /mailbox/answers",
    "tell, /mailbox/name"
  })
  void another_language_and_back_send_the_fields_along(String template, String at) {
    Object model =
        switch (template) {
          case "write" -> Form.empty();
          case "sendFiles" -> new MailboxFilePages.Model(Form.empty(), false, List.of());
          case "answers" ->
              new AnswerPages.Asking(
                  Form.empty(),
                  List.of(new AnswerPages.Asked("q-1", "TEXT", "pl", "Kto?", List.of())));
          default ->
              new TellNamePages.Telling(Form.empty(), "7", "Dom", "intake.tell.honest.NAMED");
        };
    var html =
        new Templates()
            .render(View.of("intake/" + template, model), Frame.of(Language.PL, "/pl" + at));
    assertThat(html)
        .contains("formaction=\"/uk" + at + "\"", "value=\"switch\"", "value=\"back\"")
        .doesNotContain("hreflang=\"uk\"");
  }
}
