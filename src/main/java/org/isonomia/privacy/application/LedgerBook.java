package org.isonomia.privacy.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.isonomia.privacy.Ledger;
import org.isonomia.privacy.LedgerRows;
import org.isonomia.privacy.Replays;

/** Reads the ledger, and does again what a restore left to be done. */
@ApplicationScoped
@Transactional
public class LedgerBook {
  @Inject LedgerRows ledger;
  @Inject Instance<Replays> rooms;

  public LedgerRows.Horizon horizon() {
    return ledger.horizon();
  }

  public List<LedgerRows.Line> from(long id, int most) {
    return ledger.from(id, most);
  }

  /**
   * All of it or nothing: a program that has done half does not answer.
   *
   * @return how many lines were done
   */
  public int replay() {
    var lines = ledger.toReplay();
    for (var line : lines) {
      var kind = Ledger.Kind.valueOf(line.kind());
      rooms.forEach(room -> room.replay(kind, line.subject(), line.at()));
      ledger.replayed(line.id());
    }
    return lines.size();
  }
}
