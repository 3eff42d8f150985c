package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.IntakeEvent.ReporterWrote;
import org.isonomia.intake.domain.MailboxMessage;
import org.isonomia.intake.domain.MailboxQuestion;
import org.isonomia.intake.domain.PlainText;
import org.isonomia.intake.persistence.Messages;
import org.isonomia.intake.persistence.Questions;
import org.isonomia.page.Language;
import org.isonomia.page.Texts;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;
import org.isonomia.shared.Problem;
import org.isonomia.shared.Problem.FieldError;

/**
 * The reporter answers questions of the office in fields: all, or some now and others later. Each
 * is answered once; what is to be added is a message.
 */
@ApplicationScoped
@Transactional
public class AnswerQuestions {
  private static final Set<String> YES_OR_NO = Set.of("YES", "NO", "UNKNOWN");

  @Inject Questions questions;
  @Inject Messages messages;
  @Inject Vault vault;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  /**
   * @param language tag of the language the page was in
   * @param answers by the question's id: a text, YES, NO or UNKNOWN, a date {@code 2027-01-31}, or
   *     the very words of a choice; blank for not answered now
   */
  public record Command(CaseNumber number, String language, Map<Long, String> answers) {
    @Override
    public String toString() {
      return "AnswerQuestions";
    }
  }

  /**
   * @throws Problem invalid "answers-incomplete" with {@code q-<id>} for what is wrong, {@code
   *     answers} when nothing was answered; notFound "no-such-question"; conflict
   *     "question-answered"
   */
  @Allowed(Permission.ANYONE)
  public void handle(Command command) {
    var number = command.number();
    var asked = new LinkedHashMap<Long, MailboxQuestion>();
    questions.lock(number).forEach(q -> asked.put(q.id(), q));
    var wrong = new ArrayList<FieldError>();
    var given = new LinkedHashMap<MailboxQuestion, String>();
    command
        .answers()
        .forEach(
            (id, typed) -> {
              var question = asked.get(id);
              var answer = PlainText.tidy(PlainText.clean(typed));
              if (question == null) {
                throw Problem.notFound("no-such-question");
              }
              if (answer == null) {
                return;
              }
              if (question.answeredAt() != null) {
                throw Problem.conflict("question-answered");
              }
              fault(question, answer).forEach(c -> wrong.add(new FieldError("q-" + id, c)));
              given.put(question, answer);
            });
    if (!wrong.isEmpty()) {
      throw Problem.invalid("answers-incomplete", wrong);
    }
    if (given.isEmpty()) {
      throw Problem.invalid("answers-incomplete", new FieldError("answers", "required"));
    }
    var now = clock.instant();
    given.forEach(
        (question, answer) -> question.answer(vault.seal(number.value(), "answer", answer), now));
    // the office finds it among its messages, and counts it as unread
    messages.add(
        MailboxMessage.ofReporter(
            number,
            command.language(),
            vault.seal(
                number.value(),
                "message",
                Texts.of(Language.of(command.language()).orElse(Language.PL))
                    .t("intake.questions.message", "count", given.size())),
            now));
    events.fire(new ReporterWrote(number, now));
  }

  private List<String> fault(MailboxQuestion question, String answer) {
    return switch (question.kind()) {
      case TEXT ->
          PlainText.fault(answer, WriteToOffice.TEXT_LENGTH).map(List::of).orElse(List.of());
      case YES_NO -> YES_OR_NO.contains(answer) ? List.of() : List.of("unknown-code");
      case DATE -> isDate(answer) ? List.of() : List.of("not-a-date");
      case CHOICE ->
          List.of(vault.open(question.number().value(), "choices", question.choices()).split("\n"))
                  .contains(answer)
              ? List.of()
              : List.of("unknown-code");
    };
  }

  private static boolean isDate(String answer) {
    try {
      LocalDate.parse(answer);
      return true;
    } catch (DateTimeParseException nonsense) {
      return false;
    }
  }
}
