package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.evidence.ReceiveFiles.Received;
import org.isonomia.intake.Mailbox;
import org.isonomia.intake.domain.MailboxMessage;
import org.isonomia.intake.domain.MailboxQuestion;
import org.isonomia.intake.domain.PlainText;
import org.isonomia.intake.persistence.BlindNotices;
import org.isonomia.intake.persistence.Messages;
import org.isonomia.intake.persistence.Questions;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;
import org.isonomia.shared.Problem.FieldError;

/**
 * The office's side of the messages. Who may write about which case is casework's rule; its acts
 * ask before they come.
 */
@ApplicationScoped
@Transactional
public class KeepMailbox implements Mailbox {
  private static final int MOST_CHOICES = 8;
  private static final int QUESTION_LENGTH = 1_000;
  private static final int CHOICE_LENGTH = 200;

  @Inject Messages messages;
  @Inject Questions questions;
  @Inject BlindNotices notices;
  @Inject Vault vault;
  @Inject KeepFiles keepFiles;
  @Inject AppClock clock;

  @Override
  @Allowed(Permission.ANYONE)
  public void write(
      CaseNumber number, String signedByRole, String language, String text, List<Received> files) {
    keepFiles.addTo(put(number, signedByRole, language, text), number, files);
  }

  private MailboxMessage put(CaseNumber number, String signedByRole, String language, String text) {
    var message =
        MailboxMessage.ofOffice(
            number,
            signedByRole,
            language,
            vault.seal(number.value(), "message", text),
            clock.instant());
    messages.add(message);
    notices.news(number, clock.instant());
    return message;
  }

  @Override
  @Allowed(Permission.ANYONE)
  public void news(CaseNumber number) {
    notices.news(number, clock.instant());
  }

  @Override
  @Allowed(Permission.ANYONE)
  public void ask(
      CaseNumber number, String signedByRole, String language, String text, List<Asking> asked) {
    var faults = faults(asked);
    if (!faults.isEmpty()) {
      throw Problem.invalid("questions-incomplete", faults);
    }
    var message = put(number, signedByRole, language, text);
    var position = 0;
    for (var one : asked) {
      questions.add(
          new MailboxQuestion(
              number,
              message.id(),
              position++,
              one.kind(),
              language,
              vault.seal(number.value(), "question", one.words()),
              one.kind() == Kind.CHOICE
                  ? vault.seal(number.value(), "choices", String.join("\n", one.choices()))
                  : null));
    }
  }

  private static List<FieldError> faults(List<Asking> asked) {
    var faults = new ArrayList<FieldError>();
    if (asked.isEmpty()) {
      faults.add(new FieldError("q1", "required"));
    }
    if (asked.size() > MOST_QUESTIONS) {
      faults.add(new FieldError("q1", "too-many"));
    }
    for (int i = 0; i < asked.size(); i++) {
      var field = "q" + (i + 1);
      var one = asked.get(i);
      if (PlainText.isBlank(one.words())) {
        faults.add(new FieldError(field, "required"));
      }
      PlainText.fault(one.words(), QUESTION_LENGTH)
          .ifPresent(code -> faults.add(new FieldError(field, code)));
      if (one.kind() == Kind.CHOICE) {
        var choices = "choices" + (i + 1);
        if (one.choices().size() < 2 || one.choices().stream().distinct().count() < 2) {
          faults.add(new FieldError(choices, "two-at-least"));
        } else if (one.choices().size() > MOST_CHOICES) {
          faults.add(new FieldError(choices, "too-many"));
        }
        one.choices().stream()
            .flatMap(choice -> PlainText.fault(choice, CHOICE_LENGTH).stream())
            .findFirst()
            .ifPresent(code -> faults.add(new FieldError(choices, code)));
      }
    }
    return faults;
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.READ)
  public List<Question> questions(CaseNumber number) {
    return questions.of(number).stream().map(this::opened).toList();
  }

  private Question opened(MailboxQuestion q) {
    var subject = q.number().value();
    var choices = vault.open(subject, "choices", q.choices());
    return new Question(
        q.id(),
        q.message(),
        q.kind(),
        q.language(),
        vault.open(subject, "question", q.words()),
        choices == null ? List.of() : List.of(choices.split("\n")),
        vault.open(subject, "answer", q.answer()),
        q.answeredAt());
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.READ)
  public List<Message> thread(CaseNumber number) {
    return messages.of(number).stream()
        .map(
            m ->
                new Message(
                    m.id(),
                    m.sender(),
                    m.signedBy(),
                    m.language(),
                    vault.open(number.value(), "message", m.text()),
                    m.writtenAt()))
        .toList();
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public int unread(CaseNumber number) {
    return messages.unread(number);
  }

  @Override
  @Allowed(Permission.ANYONE)
  public void markRead(CaseNumber number) {
    messages.markRead(number, clock.instant());
  }
}
