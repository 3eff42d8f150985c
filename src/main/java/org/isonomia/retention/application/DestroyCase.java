package org.isonomia.retention.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Deed;
import org.isonomia.access.Permission;
import org.isonomia.privacy.Erasable;
import org.isonomia.privacy.Erasure;
import org.isonomia.retention.ClosedCases;
import org.isonomia.retention.LeftOutOnRequest;
import org.isonomia.retention.domain.Batch;
import org.isonomia.retention.domain.BatchCase;
import org.isonomia.retention.domain.BatchCase.LeftOut;
import org.isonomia.retention.domain.Batches;
import org.isonomia.retention.domain.Classes;
import org.isonomia.retention.domain.Ending;
import org.isonomia.retention.domain.Holds;
import org.isonomia.retention.domain.Shadow;
import org.isonomia.retention.domain.Shadows;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;

/**
 * Destroys one case of an approved list: keys and shares, every row of every room, and in the same
 * transaction writes what is counted and what the protocol says. A case for which something has
 * changed since the list was proposed is left out, and the protocol says why.
 */
@ApplicationScoped
@Transactional
public class DestroyCase {
  @Inject Batches batches;
  @Inject ClosedCases cases;
  @Inject Classes classes;
  @Inject Holds holds;
  @Inject Shadows shadows;
  @Inject @Any Instance<Erasable> rooms;
  @Inject Event<LeftOutOnRequest> leftOut;
  @Inject AppClock clock;

  /**
   * @param id key of the line in the list; nothing happens when it does not wait any more
   */
  @Allowed(Permission.HOUSE)
  public void handle(long id) {
    var found = batches.lockWaiting(id);
    if (found.isEmpty()) {
      return;
    }
    var line = found.get();
    var number = line.number();
    Deed.about(number.value());
    Deed.inCase(number);
    var file = cases.lock(number);
    var obstacle = obstacle(line.batch(), file);
    if (obstacle.isPresent()) {
      leaveOut(line, obstacle.get());
      return;
    }
    Shadow.of(cases.trace(number)).forEach(shadows::add);
    erase(number, !line.batch().isOfTerm(), clock.today(), false);
    line.destroyed(clock.today());
  }

  /**
   * A restore brought it back: it is destroyed and counted as it was then. Where the list is older
   * than the backup, the protocol says so again.
   *
   * @param on the day it was destroyed
   */
  @Allowed(Permission.HOUSE)
  public void again(CaseNumber number, LocalDate on) {
    if (cases.lock(number).isPresent()) {
      Shadow.of(cases.trace(number)).forEach(shadows::add);
    }
    var line = batches.lockWaiting(number);
    erase(number, line.filter(l -> !l.batch().isOfTerm()).isPresent(), on, true);
    line.ifPresent(l -> l.destroyed(on));
  }

  private void erase(CaseNumber number, boolean onRequest, LocalDate on, boolean again) {
    var names = new HashSet<String>();
    names.add(number.value());
    rooms.forEach(room -> names.addAll(room.names(number)));
    var erasure = new Erasure(number, names, onRequest, on, again);
    rooms.forEach(room -> room.erase(erasure));
  }

  private Optional<LeftOut> obstacle(Batch batch, Optional<ClosedCases.File> file) {
    if (file.isEmpty()) {
      return Optional.of(LeftOut.GONE);
    }
    if (file.get().closedAt() == null) {
      return Optional.of(LeftOut.OPEN);
    }
    var term = DueCases.term(file.get(), classes.inForce());
    if (term.isEmpty() || (batch.isOfTerm() && !term.get().isOver(clock.today()))) {
      return Optional.of(LeftOut.NOT_DUE);
    }
    if (term.get().ending() == Ending.HAND_OVER) {
      return Optional.of(LeftOut.HAND_OVER);
    }
    if (term.get().ending() == Ending.APPRAISE && !batch.hasArchiveDecision()) {
      return Optional.of(LeftOut.NO_DECISION);
    }
    return holds.isHeld(file.get().number()) ? Optional.of(LeftOut.HELD) : Optional.empty();
  }

  /** Something failed while it was to be destroyed: nothing of it has changed. */
  @Allowed(Permission.HOUSE)
  public void leaveOut(long id) {
    batches.lockWaiting(id).ifPresent(line -> leaveOut(line, BatchCase.LeftOut.FAULT));
  }

  private void leaveOut(BatchCase line, LeftOut why) {
    Deed.about(line.number().value());
    Deed.inCase(line.number());
    line.leaveOut(why, clock.today());
    if (!line.batch().isOfTerm()) {
      leftOut.fire(new LeftOutOnRequest(line.number(), line.batch().number(), why.name()));
    }
  }
}
