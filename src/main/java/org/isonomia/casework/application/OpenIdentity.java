package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.People;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.casework.domain.Cases;
import org.isonomia.casework.domain.IdentityOpening;
import org.isonomia.casework.domain.IdentityOpenings;
import org.isonomia.intake.Reports;
import org.isonomia.privacy.Compartment;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/**
 * The identity custodian opens who a CONFIDENTIAL reporter is, and how they are reached. It is on
 * record before anything is shown: the office reads who, when and why, the reporter that it was
 * done.
 */
@ApplicationScoped
@Transactional
public class OpenIdentity {
  public record Command(String number, String reason) {}

  /** What was opened, for this one answer. */
  public record Opened(CaseNumber number, Reports.Identity identity) {}

  /**
   * An opening as custodians and office see it.
   *
   * @param by name of who opened it
   * @param reason {@code null} when who acts cannot open it
   */
  public record Line(CaseNumber number, String role, String by, Instant at, String reason) {}

  private static final int SHOWN = 50;
  private static final int LONGEST_REASON = 2000;

  @Inject Cases cases;
  @Inject Reports reports;
  @Inject IdentityOpenings openings;
  @Inject Refusals refusals;
  @Inject People people;
  @Inject Vault vault;
  @Inject AppClock clock;

  /**
   * @throws Problem invalid for a number that is none or that no case has, and for a case that is
   *     not CONFIDENTIAL; forbidden "case-not-yours" when who acts is kept out of it
   */
  @Allowed(value = Permission.OPEN_IDENTITY, trace = Allowed.Trace.READ)
  public Opened handle(Command command) {
    var number = number(command.number());
    var reason = Words.required("reason", command.reason(), "casework.error.identityReason");
    if (reason.length() > LONGEST_REASON) {
      throw wrong("reason", "casework.error.tooLong");
    }
    var file = cases.find(number).orElseThrow(() -> wrong("number", "casework.error.noSuchCase"));
    var me = Actor.current().accountId();
    if (file.isKeptOut(me)) {
      refusals.keep(number, me);
      throw Problem.forbidden("case-not-yours");
    }
    if (!file.identityMode().equals("CONFIDENTIAL")) {
      throw wrong("number", "casework.error.notConfidential");
    }
    var identity = reports.identity(number);
    openings.add(
        new IdentityOpening(
            number,
            me,
            Role.IDENTITY_CUSTODIAN.name(),
            vault.seal(number.value(), Compartment.RESPONDENT, "identityOpening", reason),
            clock.instant()));
    return new Opened(number, identity);
  }

  private static CaseNumber number(String typed) {
    try {
      return new CaseNumber(typed.strip().toUpperCase(java.util.Locale.ROOT));
    } catch (IllegalArgumentException notANumber) {
      throw wrong("number", "casework.error.number");
    }
  }

  private static Problem wrong(String field, String code) {
    return Problem.invalid("incomplete", new Problem.FieldError(field, code));
  }

  /** The last openings of all cases, newest first. */
  @Allowed(value = Permission.OPEN_IDENTITY, trace = Allowed.Trace.NONE)
  public List<Line> last() {
    var me = Actor.current().accountId();
    var last =
        openings.last(SHOWN).stream()
            .filter(
                opening -> cases.find(opening.number()).filter(c -> !c.isKeptOut(me)).isPresent())
            .toList();
    vault.prepare(last.stream().map(opening -> opening.number().value()).toList());
    return last.stream().map(this::line).toList();
  }

  /** Those of one case, for an act that has checked that its caller may read the case. */
  List<Line> of(CaseNumber number) {
    return openings.of(number).stream().map(this::line).toList();
  }

  private Line line(IdentityOpening opening) {
    return new Line(
        opening.number(),
        opening.role(),
        people.find(opening.by()).map(People.Person::name).orElse(""),
        opening.at(),
        vault.openIfMine(opening.number().value(), "identityOpening", opening.reason()));
  }
}
