package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.evidence.ReceiveFiles.Received;
import org.isonomia.intake.IntakeEvent.ReporterWrote;
import org.isonomia.intake.domain.MailboxMessage;
import org.isonomia.intake.domain.PlainText;
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

  @Inject Messages messages;
  @Inject Vault vault;
  @Inject KeepFiles keepFiles;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  /**
   * @param language tag of the language the page was in when the person wrote
   * @param files that come with it
   */
  public record Command(CaseNumber number, String language, String text, List<Received> files) {
    public Command(CaseNumber number, String language, String text) {
      this(number, language, text, List.of());
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
    requireRoom(command.number());
    var now = clock.instant();
    var message =
        MailboxMessage.ofReporter(
            command.number(),
            command.language(),
            vault.seal(command.number().value(), "message", text),
            now);
    messages.add(message);
    keepFiles.addTo(message, command.number(), command.files());
    events.fire(new ReporterWrote(command.number(), now));
  }
}
