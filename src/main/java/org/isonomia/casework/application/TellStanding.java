package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.casework.domain.Case;
import org.isonomia.casework.domain.Cases;
import org.isonomia.casework.domain.ClockRule;
import org.isonomia.casework.domain.Deadline;
import org.isonomia.casework.domain.IdentityOpenings;
import org.isonomia.casework.domain.MatterStatus;
import org.isonomia.intake.CaseStanding;
import org.isonomia.privacy.Vault;
import org.isonomia.referral.ReferralDesk;
import org.isonomia.retention.Keeping;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/** Tells the reporter's side where the case stands: the truth of the tables, no copy of it. */
@ApplicationScoped
@Transactional
public class TellStanding implements CaseStanding {
  /** Code of the ending of a class whose files are erased when their time is over. */
  private static final String ERASED = "ANONYMISE";

  @Inject Cases cases;
  @Inject ReferralDesk referrals;
  @Inject IdentityOpenings openings;
  @Inject Vault vault;
  @Inject Instance<Keeping> keeping;
  @Inject LawInForce law;
  @Inject AppClock clock;

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Standing of(CaseNumber number) {
    var file = cases.find(number).orElseThrow(() -> Problem.notFound("no-such-case"));
    var matters = file.byActivity().stream().map(matter -> tell(file, matter)).toList();
    var now = clock.instant();
    var byReceipt = law.current().clocksOf(ClockRule.RECEIPT);
    var dates =
        file.deadlines().stream()
            .filter(deadline -> deadline.state() != Deadline.State.MOVED)
            .map(
                deadline ->
                    new DueDate(
                        deadline.clock(),
                        deadline.dueOn(),
                        state(deadline, now),
                        deadline.basis(),
                        deadline.matter().n(),
                        deadline.isRunning(),
                        deadline.statutory() && byReceipt.contains(deadline.clock())))
            .toList();
    var opened =
        openings.of(number).stream()
            .map(opening -> new Opening(opening.role(), opening.at()))
            .toList();
    return new Standing(matters, dates, opened);
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public boolean isOver(CaseNumber number) {
    return cases.find(number).map(file -> file.closedAt() != null).orElse(true);
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public boolean isNewsOver(CaseNumber number) {
    if (!isOver(number)) {
      return false;
    }
    if (cases.find(number).isEmpty()) {
      return true;
    }
    var stands = of(number);
    return stands.matters().stream().anyMatch(matter -> "WITHDRAWN".equals(matter.outcome()))
        || stands.dates().stream().noneMatch(CaseStanding.DueDate::running);
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public List<CaseStanding.Summons> summonses(CaseNumber number) {
    var now = clock.instant();
    return cases.find(number).stream()
        .flatMap(file -> file.summoned().stream())
        .map(matter -> tell(number, matter, now))
        .toList();
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Optional<Kept> kept(CaseNumber number) {
    return cases
        .find(number)
        .filter(file -> file.closedAt() != null && keeping.isResolvable())
        .flatMap(
            file ->
                keeping
                    .get()
                    .of(
                        file.matters().stream().map(m -> m.qualification().name()).toList(),
                        file.closedAt()))
        .map(kept -> new Kept(kept.until(), kept.ending().equals(ERASED)));
  }

  private CaseStanding.Summons tell(
      CaseNumber number, org.isonomia.casework.domain.Matter matter, Instant now) {
    var summons = matter.openSummons().orElseThrow();
    var due = matter.running(Deadline.SUPPLEMENT);
    return new CaseStanding.Summons(
        matter.n(),
        matter.qualification().name(),
        summons.missing(),
        vault.open(number.value(), "summons", summons.words()),
        summons.deliveredOn(),
        due.map(Deadline::dueOn).orElse(null),
        due.filter(d -> !now.isBefore(d.dueAt())).isPresent(),
        due.map(Deadline::basis).orElse(null));
  }

  private CaseStanding.Matter tell(Case file, org.isonomia.casework.domain.Matter matter) {
    return new CaseStanding.Matter(
        matter.n(),
        matter.qualification().name(),
        matter.status().name(),
        matter.status().phase(),
        matter.status() == MatterStatus.REFERRED ? institution(file) : null,
        matter.outcome() == null ? null : matter.outcome().name(),
        matter.since());
  }

  private String institution(Case file) {
    if (file.referral() == null) {
      return null;
    }
    return Actor.HOUSE.run(
        () ->
            referrals.of(file.number()).stream()
                .filter(referral -> referral.number().value().equals(file.referral()))
                .map(ReferralDesk.Summary::institution)
                .findFirst()
                .orElse(null));
  }

  /** A clock that still runs after its end is late, whatever its row says. */
  private static String state(Deadline deadline, Instant now) {
    return deadline.isRunning() && !now.isBefore(deadline.dueAt())
        ? Deadline.State.LATE.name()
        : deadline.state().name();
  }
}
