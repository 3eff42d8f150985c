package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/** Another person of the office may not take part in a case (KPA art. 24 § 1 and § 3). */
@ApplicationScoped
@Transactional
public class KeepOut {
  /**
   * @param accountId {@code null} when nobody was chosen
   */
  public record Command(CaseNumber number, Long accountId, String reason) {}

  @Inject Register register;
  @Inject OfficeTeam office;
  @Inject Exclusion exclusion;

  /**
   * @throws Problem conflict "already-kept-out", "nobody-would-stay" or "exclude-by-the-team"
   */
  @Allowed(Permission.KEEP_OUT)
  public void handle(Command command) {
    var file = register.take(command.number());
    var account = command.accountId();
    // about oneself one uses one's own words: it is another sentence in the file
    if (account == null
        || account == Actor.current().accountId()
        || office.members().stream().noneMatch(person -> person.accountId() == account)) {
      throw Problem.invalid(
          "incomplete", new Problem.FieldError("person", "casework.error.assignee"));
    }
    var reason = Words.required("outReason", command.reason(), "casework.error.reason");
    exclusion.keepOut(file, account, reason);
  }
}
