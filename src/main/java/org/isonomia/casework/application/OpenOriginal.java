package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.casework.domain.Cases;
import org.isonomia.intake.Reports;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/**
 * The identity custodian opens a file as it came, with the place, time and names that the clean
 * copy does not have: evidence in a dispute about whether a picture is real. Handlers have no key
 * of it.
 */
@ApplicationScoped
@Transactional
public class OpenOriginal {
  public record Command(String number, long file) {}

  /** Which originals a case has. */
  public record Listed(CaseNumber number, List<Reports.FileEntry> files) {}

  /** What was opened, for this one answer. */
  public record Opened(CaseNumber number, Reports.FileContent file) {}

  @Inject Cases cases;
  @Inject Reports reports;
  @Inject Refusals refusals;

  /** Whoever may not open originals does not get to the question either. */
  @Allowed(value = Permission.OPEN_IDENTITY, trace = Allowed.Trace.NONE)
  public void ask() {
    // the permission is all there is to it
  }

  /**
   * @throws Problem invalid for a number that is none or that no case has; forbidden
   *     "case-not-yours" when who acts is kept out of it
   */
  @Allowed(value = Permission.OPEN_IDENTITY, trace = Allowed.Trace.NONE)
  public Listed list(String typed) {
    var number = mine(typed);
    return new Listed(number, reports.originals(number));
  }

  @Allowed(value = Permission.OPEN_IDENTITY, trace = Allowed.Trace.READ)
  public Opened handle(Command command) {
    var number = mine(command.number());
    return new Opened(number, reports.original(number, command.file()));
  }

  private CaseNumber mine(String typed) {
    CaseNumber number;
    try {
      number = new CaseNumber(typed.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException notANumber) {
      throw wrong("casework.error.number");
    }
    var file = cases.find(number).orElseThrow(() -> wrong("casework.error.noSuchCase"));
    var me = Actor.current().accountId();
    if (file.isKeptOut(me)) {
      refusals.keep(number, me);
      throw Problem.forbidden("case-not-yours");
    }
    return number;
  }

  private static Problem wrong(String code) {
    return Problem.invalid("incomplete", new Problem.FieldError("number", code));
  }
}
