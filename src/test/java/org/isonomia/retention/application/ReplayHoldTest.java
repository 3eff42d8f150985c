package org.isonomia.retention.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.isonomia.privacy.Ledger;
import org.isonomia.privacy.Vaults;
import org.isonomia.retention.ClosedCases;
import org.isonomia.retention.domain.Hold;
import org.isonomia.retention.domain.Holds;
import org.isonomia.shared.CaseNumber;
import org.junit.jupiter.api.Test;

class ReplayHoldTest {
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
  private static final CaseNumber THERE = new CaseNumber("ET-2026-00042");

  private final List<Hold> inForce = new ArrayList<>();
  private final ReplayHold replay = new ReplayHold();

  ReplayHoldTest() {
    replay.vault = Vaults.ofEverything();
    replay.holds =
        new Holds() {
          @Override
          public void add(Hold hold) {
            inForce.add(hold);
          }

          @Override
          public List<Hold> inForce() {
            return inForce;
          }
        };
    replay.cases =
        new ClosedCases() {
          @Override
          public List<File> closedBefore(Instant moment, int most) {
            return List.of();
          }

          @Override
          public Optional<File> look(CaseNumber number) {
            return lock(number);
          }

          @Override
          public Optional<File> lock(CaseNumber number) {
            return Optional.of(new File(number, Set.of(), AT)).filter(f -> number.equals(THERE));
          }

          @Override
          public Trace trace(CaseNumber number) {
            throw new IllegalStateException("nobody counts it");
          }
        };
  }

  @Test
  void a_case_that_was_held_after_the_backup_is_held_again_and_once_for_each_reason() {
    replay.replay(Ledger.Kind.HELD, "ET-2026-00042/COURT", AT);
    replay.replay(Ledger.Kind.HELD, "ET-2026-00042/COURT", AT);
    replay.replay(Ledger.Kind.HELD, "ET-2026-00042/CLAIM", AT);
    assertThat(inForce).extracting(Hold::code).containsExactly(Hold.Code.COURT, Hold.Code.CLAIM);
    assertThat(inForce.get(0).number()).isEqualTo(THERE);
    assertThat(inForce.get(0).setAt()).isEqualTo(AT);
  }

  @Test
  void a_case_that_came_after_the_backup_is_not_there_to_be_held() {
    replay.replay(Ledger.Kind.HELD, "ET-2026-00043/COURT", AT);
    replay.replay(Ledger.Kind.ERASED, "ET-2026-00042", AT);
    assertThat(inForce).isEmpty();
  }
}
