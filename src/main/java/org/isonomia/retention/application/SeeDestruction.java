package org.isonomia.retention.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.People;
import org.isonomia.access.Permission;
import org.isonomia.privacy.Vault;
import org.isonomia.retention.domain.Batch;
import org.isonomia.retention.domain.BatchCase;
import org.isonomia.retention.domain.Batches;

/** One list: before the decision what is to go, afterwards the protocol of what went. */
@ApplicationScoped
@Transactional
public class SeeDestruction {
  public record Line(
      String number,
      String qualification,
      String archiveClass,
      LocalDate closedOn,
      LocalDate lastDay,
      BatchCase.State state,
      BatchCase.LeftOut leftOut,
      LocalDate settledOn) {}

  /**
   * @param proposedBy name of the person
   * @param decidedBy name, or {@code null}
   * @param mayDecide whether who reads may decide on it now
   * @param mine whether who reads proposed it
   * @param classes how many cases of each archive class
   */
  public record Protocol(
      String number,
      Batch.Cause cause,
      String ground,
      Batch.State state,
      LocalDate until,
      String archiveDecision,
      String proposedBy,
      Instant proposedAt,
      String decidedBy,
      Instant decidedAt,
      String refusal,
      Instant finishedAt,
      boolean mayDecide,
      boolean mine,
      Map<String, Long> classes,
      List<Line> lines) {
    public long count(BatchCase.State of) {
      return lines.stream().filter(line -> line.state() == of).count();
    }
  }

  @Inject Batches batches;
  @Inject People people;
  @Inject Vault vault;

  /**
   * @throws org.isonomia.shared.Problem not-found
   */
  @Allowed(value = Permission.SEE_RETENTION, trace = Allowed.Trace.NONE)
  public Protocol handle(String number) {
    var batch = batches.get(number);
    var actor = Actor.current();
    var mine = batch.proposedBy() == actor.accountId();
    return new Protocol(
        number,
        batch.cause(),
        batch.ground(),
        batch.state(),
        batch.dueUntil(),
        vault.openForHouse(number, "archive", batch.archiveDecision()),
        name(batch.proposedBy()),
        batch.proposedAt(),
        batch.decidedBy() == null ? null : name(batch.decidedBy()),
        batch.decidedAt(),
        vault.openForHouse(number, "refusal", batch.refusal()),
        batch.finishedAt(),
        batch.state() == Batch.State.PROPOSED
            && !mine
            && Permission.APPROVE_DESTRUCTION.heldBy(actor),
        mine,
        batch.cases().stream()
            .collect(
                Collectors.groupingBy(
                    BatchCase::archiveClass, TreeMap::new, Collectors.counting())),
        batch.cases().stream().map(SeeDestruction::line).toList());
  }

  private String name(long account) {
    return people.find(account).map(People.Person::name).orElse("–");
  }

  private static Line line(BatchCase one) {
    return new Line(
        one.number().value(),
        one.qualification(),
        one.archiveClass(),
        one.closedOn(),
        one.dueOn(),
        one.state(),
        one.leftOut(),
        one.settledOn());
  }
}
