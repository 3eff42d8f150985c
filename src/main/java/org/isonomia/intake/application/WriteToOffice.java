package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.evidence.ReceiveFiles.Received;
import org.isonomia.intake.IntakeEvent.ReporterWrote;
import org.isonomia.intake.Mailbox.From;
import org.isonomia.intake.domain.MailboxMessage;
import org.isonomia.intake.domain.PlainText;
import org.isonomia.intake.persistence.FiledReports;
import org.isonomia.intake.persistence.Messages;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;
import org.isonomia.shared.Problem;
import org.isonomia.shared.Problem.FieldError;

/** The reporter writes to the office, behind the receipt. */
@ApplicationScoped
@Transactional
public class WriteToOffice {
  public static final int TEXT_LENGTH = 10_000;

  /** More unread messages than this are a flood and not a conversation. */
  static final int UNREAD_AT_MOST = 100;

  /** Whoever says the same again later means it. */
  private static final Duration SECOND_CLICK = Duration.ofSeconds(10);

  @Inject Messages messages;
  @Inject FiledReports reports;
  @Inject Vault vault;
  @Inject KeepFiles keepFiles;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  /**
   * @param language tag of the language the text is written in
   * @param files that come with it
   * @param promised part of the text keys of the question whose promised file they are, as the
   *     reporter says; {@code null}: they are others
   */
  public record Command(
      CaseNumber number, String language, String text, List<Received> files, String promised) {
    public Command(CaseNumber number, String language, String text) {
      this(number, language, text, List.of(), null);
    }

    @Override
    public String toString() {
      return "WriteToOffice";
    }
  }

  /**
   * Asked before files of a message are taken, so that none are stored for a message that is not.
   *
   * @throws Problem tooMany "mailbox-full"
   */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public void requireRoom(CaseNumber number) {
    if (messages.unread(number) >= UNREAD_AT_MOST) {
      throw Problem.tooMany("mailbox-full");
    }
  }

  /**
   * @throws Problem invalid "message-incomplete"; tooMany "mailbox-full"
   */
  @Allowed(Permission.ANYONE)
  public void handle(Command command) {
    var text = PlainText.tidy(command.text());
    if (text == null) {
      throw Problem.invalid("message-incomplete", new FieldError("/text", "required"));
    }
    PlainText.fault(text, TEXT_LENGTH)
        .ifPresent(
            code -> {
              throw Problem.invalid("message-incomplete", new FieldError("/text", code));
            });
    reports.lock(command.number()); // two clicks are one message
    var now = clock.instant();
    if (command.files().isEmpty() && isThere(command.number(), text, now)) {
      return;
    }
    requireRoom(command.number());
    var message =
        MailboxMessage.ofReporter(
            command.number(),
            command.language(),
            vault.seal(command.number().value(), "message", text),
            now);
    messages.add(message);
    keepFiles.addTo(message, command.number(), command.files(), command.promised());
    events.fire(new ReporterWrote(command.number(), now));
  }

  /** Whether the last thing that was written are these very words, just now. */
  private boolean isThere(CaseNumber number, String text, Instant now) {
    var all = messages.of(number);
    if (all.isEmpty()) {
      return false;
    }
    var last = all.get(all.size() - 1);
    return last.sender() == From.REPORTER
        && !last.writtenAt().isBefore(now.minus(SECOND_CLICK))
        && vault.open(number.value(), "message", last.text()).equals(text);
  }
}
