package org.isonomia.retention.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.retention.ClosedCases;
import org.isonomia.retention.ErasureDesk;
import org.isonomia.retention.domain.Batch;
import org.isonomia.retention.domain.Batches;
import org.isonomia.retention.domain.Classes;
import org.isonomia.retention.domain.Holds;
import org.isonomia.retention.domain.Term;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/**
 * Proposes the erasure of one case because a person asks for it: whoever decides about requests
 * sends it on, and another person, who approves lists, approves it. What the law on archives keeps,
 * what is held, and what is being handled is refused (GDPR art. 17(3)).
 */
@ApplicationScoped
@Transactional
public class EraseCase implements ErasureDesk {
  @Inject ClosedCases cases;
  @Inject Classes classes;
  @Inject Holds holds;
  @Inject Batches batches;
  @Inject AppClock clock;

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Optional<Refusal> refusal(CaseNumber number) {
    return find(cases.look(number), number).refusal();
  }

  @Override
  @Allowed(Permission.DECIDE_RIGHTS)
  public String propose(CaseNumber number, Ground ground) {
    var found = find(cases.lock(number), number);
    if (found.refusal().isPresent()) {
      var code = found.refusal().get().name().toLowerCase(Locale.ROOT).replace('_', '-');
      throw Problem.conflict("erasure-refused-" + code);
    }
    var batch =
        Batch.ofRequest(
            batches.nextNumber(clock.today().getYear()),
            ground.name(),
            Actor.current().accountId(),
            clock.instant());
    batch.add(number, found.term());
    batches.add(batch);
    return batch.number();
  }

  private record Found(Term term, Optional<Refusal> refusal) {
    static Found refused(Refusal why) {
      return new Found(null, Optional.of(why));
    }
  }

  private Found find(Optional<ClosedCases.File> file, CaseNumber number) {
    if (file.isEmpty()) {
      return Found.refused(Refusal.NO_CASE);
    }
    if (file.get().closedAt() == null) {
      return Found.refused(Refusal.STILL_OPEN);
    }
    var term = DueCases.term(file.get(), classes.inForce());
    // what has no class is kept like a formal file
    if (term.isEmpty() || term.get().isFormal()) {
      return Found.refused(Refusal.FORMAL_FILE);
    }
    if (holds.isHeld(number)) {
      return Found.refused(Refusal.HELD);
    }
    return batches.listed(List.of(number)).isEmpty()
        ? new Found(term.get(), Optional.empty())
        : Found.refused(Refusal.ALREADY_LISTED);
  }
}
