package org.isonomia.rights.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.function.Consumer;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Deed;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.casework.CaseFiles;
import org.isonomia.intake.OwnReport;
import org.isonomia.page.Language;
import org.isonomia.privacy.Compartment;
import org.isonomia.privacy.Safes;
import org.isonomia.privacy.Team;
import org.isonomia.rights.domain.Requests;
import org.isonomia.rights.domain.RightsRequest;
import org.isonomia.rights.domain.RightsRequest.Document;
import org.isonomia.rights.domain.RightsRequest.Ground;
import org.isonomia.rights.domain.RightsRequest.Kind;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.ClockTerms;
import org.isonomia.shared.Problem;

/**
 * A person stands at the desk: the request is written down, who they are is checked against the
 * file, and they are answered with what the keys of who acts open. Of a CONFIDENTIAL reporter the
 * custodian checks; nobody else knows whom to compare with.
 */
@ApplicationScoped
@Transactional
public class ServeRequest {
  @Inject Requests requests;
  @Inject Rows rows;
  @Inject CaseFiles files;
  @Inject OwnReport own;
  @Inject WriteBook write;
  @Inject PackageFile packages;
  @Inject ErasureLaw law;
  @Inject Safes safes;
  @Inject ClockTerms clocks;
  @Inject AppClock clock;

  /**
   * @return number of the request
   * @throws Problem invalid for a number that is none, for a kind that is none, and for an
   *     ANONYMOUS report, with words about what can be done instead
   */
  @Allowed(Permission.SERVE_RIGHTS)
  public String open(String typed, String kind) {
    var number = number(typed);
    var wanted = code(Kind.class, "kind", kind);
    var facts =
        Permission.READ_CASE.heldBy(Actor.current())
            ? files.toOffice(number)
            : files.toCustodian(number);
    var now = clock.instant();
    var request =
        RightsRequest.atDesk(
            requests.nextNumber(),
            number,
            wanted,
            facts.identityMode(),
            me(),
            now,
            clocks.due("DATA_REQUEST", now).day());
    requests.add(request);
    Deed.about(request.number());
    Deed.inCase(number);
    return request.number();
  }

  private static CaseNumber number(String typed) {
    try {
      return new CaseNumber(typed.strip().toUpperCase(java.util.Locale.ROOT));
    } catch (IllegalArgumentException notANumber) {
      throw Problem.invalid("incomplete", new Problem.FieldError("number", "rights.wrong.number"));
    }
  }

  private static <E extends Enum<E>> E code(Class<E> type, String field, String code) {
    for (var one : type.getEnumConstants()) {
      if (one.name().equals(code)) {
        return one;
      }
    }
    throw Problem.invalid("incomplete", new Problem.FieldError(field, "rights.wrong." + field));
  }

  /**
   * Who it is was compared with the file.
   *
   * @throws Problem invalid when no document is named, or it was not said that they are the same
   */
  @Allowed(Permission.SERVE_RIGHTS)
  public void check(String request, String document, boolean same) {
    var asked = take(request);
    requireKnows(asked);
    var shown = code(Document.class, "document", document);
    if (!same) {
      throw Problem.invalid("incomplete", new Problem.FieldError("same", "rights.wrong.same"));
    }
    asked.check(shown, me(), clock.instant());
  }

  /** A second person has looked at the document, too. */
  @Allowed(Permission.SERVE_RIGHTS)
  public void checkAgain(String request) {
    var asked = take(request);
    requireKnows(asked);
    asked.checkAgain(me(), clock.instant());
  }

  /** Only who knows who the reporter is can compare. */
  private void requireKnows(RightsRequest asked) {
    if (asked.isConfidential()) {
      files.toCustodian(asked.about());
    } else {
      files.toOffice(asked.about());
    }
  }

  /**
   * The package, or the part of it that who acts can open: the office has what happened, the
   * custodian of a CONFIDENTIAL case who the person is.
   */
  @Allowed(value = Permission.SERVE_RIGHTS, trace = Allowed.Trace.READ)
  public Consumer<OutputStream> pack(String request, String language) {
    var asked = take(request);
    requireEither(asked);
    var opened = safes.opened(asked.about().value());
    boolean content = opened.contains(Compartment.CONTENT);
    boolean identity = opened.contains(Compartment.IDENTITY);
    asked.handOver(content, identity, me(), clock.instant());
    var reader = Language.of(language).orElse(Language.PL);
    return packages.of(write.of(asked.about(), reader), reader);
  }

  /** The record of acts says which request, and which case it is about. */
  private RightsRequest take(String request) {
    var asked = requests.get(request);
    Deed.about(request);
    Deed.inCase(asked.about());
    return asked;
  }

  private void requireEither(RightsRequest asked) {
    if (asked.isConfidential() && !Permission.READ_CASE.heldBy(Actor.current())) {
      files.toCustodian(asked.about());
    } else {
      files.toOffice(asked.about());
    }
  }

  /** The office lends what happened to the custodian who has checked, for the new receipt. */
  @Allowed(Permission.SERVE_RIGHTS)
  public void lend(String request) {
    var asked = take(request);
    files.toOffice(asked.about());
    if (!asked.isConfidential()) {
      throw Problem.conflict("not-confidential");
    }
    safes.lend(asked.about().value(), asked.lend(clock.instant()), Team.CUSTODIANS, request);
  }

  /**
   * Ends the lost receipt and makes another.
   *
   * @return its digits, to be shown once
   */
  @Allowed(Permission.SERVE_RIGHTS)
  public String renewReceipt(String request) {
    var asked = take(request);
    requireKnows(asked);
    if (asked.isConfidential() && asked.state() == RightsRequest.State.CHECKED) {
      asked.requireLent(me(), clock.instant());
      safes.useLoan(asked.about().value(), request);
    }
    asked.receiptMade(me(), clock.instant());
    var opened = safes.opened(asked.about().value());
    if (!opened.containsAll(EnumSet.of(Compartment.CONTENT, Compartment.IDENTITY))) {
      throw Problem.conflict("not-lent");
    }
    var role =
        asked.isConfidential()
            ? Role.IDENTITY_CUSTODIAN
            : Actor.current().roles().stream()
                .filter(Permission.READ_CASE.roles()::contains)
                .sorted()
                .findFirst()
                .orElse(Role.CASE_HANDLER);
    var digits = own.renewReceipt(asked.about(), role.name());
    safes.takeBack(asked.about().value(), request);
    return digits;
  }

  /** What the law lets us erase goes to the list; the rest is refused with the law's reason. */
  @Allowed(Permission.DECIDE_RIGHTS)
  public void erase(String request) {
    var asked = take(request);
    rows.require(asked);
    var answer = law.of(asked.about());
    if (answer.refusal() != null) {
      asked.refuse(answer.refusal(), me(), clock.instant());
    } else {
      asked.listed(law.propose(asked.about()), me(), clock.instant());
    }
  }

  @Allowed(Permission.DECIDE_RIGHTS)
  public void refuse(String request, String ground) {
    var asked = take(request);
    rows.require(asked);
    asked.refuse(code(Ground.class, "ground", ground).name(), me(), clock.instant());
    safes.takeBack(asked.about().value(), request);
  }

  private static long me() {
    return Actor.current().accountId();
  }
}
