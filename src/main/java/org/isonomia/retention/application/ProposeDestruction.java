package org.isonomia.retention.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.privacy.Vault;
import org.isonomia.retention.domain.Batch;
import org.isonomia.retention.domain.Batches;
import org.isonomia.retention.domain.Ending;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.Problem;
import org.isonomia.shared.Problem.FieldError;

/** Freezes a list of cases whose time is over; another person decides on it. */
@ApplicationScoped
@Transactional
public class ProposeDestruction {
  /** What one person can look through. */
  static final int MOST = 500;

  static final int LONGEST_SIGN = 100;

  /**
   * @param until last day of keeping, not after yesterday; {@code null} for all that is over
   * @param archiveDecision sign of the state archive's decision; needed when a case of category BE
   *     is to go, else those are left out of the list
   */
  public record Command(LocalDate until, String archiveDecision) {}

  @Inject DueCases dueCases;
  @Inject Batches batches;
  @Inject Vault vault;
  @Inject AppClock clock;

  /**
   * @return number of the list
   * @throws Problem invalid when nothing could be listed
   */
  @Allowed(Permission.PROPOSE_DESTRUCTION)
  public String handle(Command command) {
    var today = clock.today();
    var until =
        command.until() == null || !command.until().isBefore(today)
            ? today.minusDays(1)
            : command.until();
    var sign = command.archiveDecision() == null ? "" : command.archiveDecision().strip();
    if (sign.length() > LONGEST_SIGN) {
      throw Problem.invalid(
          "list-invalid", new FieldError("archiveDecision", "retention.error.signTooLong"));
    }
    var ready =
        dueCases.until(until).stream()
            .filter(due -> SeeDueCases.isReady(due, today))
            .filter(due -> !sign.isEmpty() || due.term().ending() != Ending.APPRAISE)
            .limit(MOST)
            .toList();
    if (ready.isEmpty()) {
      throw Problem.invalid(
          "list-invalid",
          new FieldError(
              "archiveDecision",
              sign.isEmpty() ? "retention.error.nothingWithoutSign" : "retention.error.nothing"));
    }
    var number = batches.nextNumber(today.getYear());
    var batch =
        Batch.ofTerm(
            number,
            until,
            sign.isEmpty() ? null : vault.sealForHouse(number, "archive", sign),
            Actor.current().accountId(),
            clock.instant());
    ready.forEach(due -> batch.add(due.number(), due.term()));
    batches.add(batch);
    return number;
  }
}
