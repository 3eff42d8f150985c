package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.Mailbox;
import org.isonomia.intake.PromisedFiles;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/**
 * Whoever handles the case has looked at a file of the reporter and says that it is the promised
 * one, above all the written consent of another person (art. 221 KPA), or that it is not. The
 * mailbox then tells the reporter that it is still missing.
 */
@ApplicationScoped
@Transactional
public class JudgePromisedFile {
  @Inject Register register;
  @Inject PromisedFiles files;
  @Inject Mailbox mailbox;

  public record Command(CaseNumber number, long file, String question, boolean isIt) {}

  /**
   * @throws Problem not-found for a file that is not the reporter's, and for a question whose
   *     answer promised none
   */
  @Allowed(Permission.MESSAGE_REPORTER)
  public void handle(Command command) {
    var number = register.take(command.number()).number();
    if (files.judge(number, command.file(), command.question(), command.isIt())
        && !command.isIt()) {
      mailbox.news(number);
    }
  }
}
