package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.evidence.ReceiveFiles.Received;
import org.isonomia.intake.Mailbox;
import org.isonomia.intake.domain.MailboxMessage;
import org.isonomia.intake.persistence.Messages;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;

/**
 * The office's side of the messages. Who may write about which case is casework's rule; its acts
 * ask before they come.
 */
@ApplicationScoped
@Transactional
public class KeepMailbox implements Mailbox {
  @Inject Messages messages;
  @Inject Vault vault;
  @Inject KeepFiles keepFiles;
  @Inject AppClock clock;

  @Override
  @Allowed(Permission.ANYONE)
  public void write(
      CaseNumber number, String signedByRole, String language, String text, List<Received> files) {
    var message =
        MailboxMessage.ofOffice(
            number,
            signedByRole,
            language,
            vault.seal(number.value(), "message", text),
            clock.instant());
    messages.add(message);
    keepFiles.addTo(message, number, files);
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
