package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.PromisedFiles;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/**
 * What an answer promised as a file came by post or by hand, above all the written consent of
 * another person (art. 221 KPA), which the law knows on paper first; a mistake is taken back.
 */
@ApplicationScoped
@Transactional
public class NotePromisedPaper {
  @Inject Register register;
  @Inject PromisedFiles files;

  public record Command(CaseNumber number, String question, boolean came) {}

  /**
   * @throws Problem not-found for a question whose answer promised no file
   */
  @Allowed(Permission.MESSAGE_REPORTER)
  public void handle(Command command) {
    var number = register.take(command.number()).number();
    files.onPaper(number, command.question(), command.came());
  }
}
