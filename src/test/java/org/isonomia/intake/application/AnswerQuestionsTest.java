package org.isonomia.intake.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.isonomia.intake.Mailbox.Kind;
import org.isonomia.intake.domain.MailboxQuestion;
import org.isonomia.intake.persistence.Questions;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.Test;

/** A question is answered once, also from two tabs. */
class AnswerQuestionsTest {
  private static final CaseNumber CASE = new CaseNumber("ET-2027-00001");

  @Test
  void what_another_tab_answered_is_seen_behind_the_lock() throws ReflectiveOperationException {
    var question = new MailboxQuestion(CASE, 1, 1, Kind.TEXT, "pl", null, null);
    var id = MailboxQuestion.class.getDeclaredField("id");
    id.setAccessible(true);
    id.set(question, 5L);
    var act = new AnswerQuestions();
    act.questions =
        new Questions() {
          @Override
          public List<MailboxQuestion> of(CaseNumber number) {
            throw new IllegalStateException("nobody else may answer meanwhile");
          }

          @Override
          public List<MailboxQuestion> lock(CaseNumber number) {
            // whoever waited here reads what was answered
            question.answer(Sealed.ofBytes(new byte[] {1}), Instant.EPOCH);
            return List.of(question);
          }
        };
    var command = new AnswerQuestions.Command(CASE, "pl", Map.of(5L, "again"));
    assertThat(catchThrowableOfType(Problem.class, () -> act.handle(command)).code())
        .isEqualTo("question-answered");
  }
}
