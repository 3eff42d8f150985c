package org.isonomia.retention.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Locale;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Deed;
import org.isonomia.access.Permission;
import org.isonomia.privacy.Ledger;
import org.isonomia.privacy.Vault;
import org.isonomia.retention.ClosedCases;
import org.isonomia.retention.domain.Hold;
import org.isonomia.retention.domain.Holds;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;
import org.isonomia.shared.Problem.FieldError;

/** A case must not be destroyed, because somebody outside still needs it. */
@ApplicationScoped
@Transactional
public class SetHold {
  /**
   * @param number as typed
   * @param code of {@link Hold.Code}
   * @param reference sign of the court's or authority's letter
   */
  public record Command(String number, String code, String reference) {}

  @Inject ClosedCases cases;
  @Inject Holds holds;
  @Inject Vault vault;
  @Inject Ledger ledger;
  @Inject AppClock clock;

  /**
   * @throws Problem invalid beside the field: also when there is no such case (any more)
   */
  @Allowed(Permission.KEEP_HOLDS)
  public void handle(Command command) {
    var number = number(command.number());
    var code =
        Arrays.stream(Hold.Code.values())
            .filter(one -> one.name().equals(command.code()))
            .findFirst()
            .orElseThrow(
                () ->
                    Problem.invalid(
                        "incomplete", new FieldError("code", "retention.error.choose")));
    var reference = Typed.required("reference", command.reference());
    Deed.about(number.value());
    Deed.inCase(number);
    // locked: a destruction that has begun is over first, one that begins later sees the hold
    if (cases.lock(number).isEmpty()) {
      throw noSuchCase();
    }
    holds.add(
        new Hold(
            number,
            code,
            vault.sealForHouse(number.value(), "hold", reference),
            Actor.current().accountId(),
            clock.instant()));
    ledger.note(Ledger.Kind.HELD, number.value() + "/" + code.name());
  }

  private static CaseNumber number(String typed) {
    try {
      return new CaseNumber(typed == null ? "" : typed.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw noSuchCase();
    }
  }

  private static Problem noSuchCase() {
    return Problem.invalid("incomplete", new FieldError("number", "retention.error.noCase"));
  }
}
