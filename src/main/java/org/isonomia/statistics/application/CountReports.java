package org.isonomia.statistics.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.List;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.shared.AppClock;
import org.isonomia.statistics.domain.SmallCounts;
import org.isonomia.statistics.persistence.Counts;

/** The counts as they may be shown: page and file ask the same question. */
@ApplicationScoped
@Transactional
public class CountReports {
  /** What is counted by. */
  public enum By {
    MONTH,
    AREA,
    GROUND,
    FORM,
    OUTCOME,
    CHANNEL
  }

  /** One table; hidden counts are {@code null}. */
  public record Table(By by, List<SmallCounts.Shown> cells) {}

  /**
   * @param total {@code null} when it is too small to be shown
   * @param before the first month that is not counted yet
   */
  public record Seen(Long total, YearMonth before, List<Table> tables) {}

  @Inject Counts counts;
  @Inject AppClock clock;

  @Allowed(value = Permission.SEE_STATISTICS, trace = Allowed.Trace.NONE)
  public Seen handle() {
    var before = YearMonth.from(clock.today());
    var total = SmallCounts.total(counts.total(before));
    if (total == null) {
      // so few that even which codes there are would tell who they were
      return new Seen(null, before, List.of());
    }
    return new Seen(
        total,
        before,
        List.of(
            table(By.MONTH, counts.byMonth(before)),
            table(By.AREA, counts.byArea(before)),
            table(By.GROUND, counts.byGround(before)),
            table(By.FORM, counts.byForm(before)),
            table(By.OUTCOME, counts.byOutcome(before)),
            table(By.CHANNEL, counts.byChannel(before))));
  }

  private static Table table(By by, List<SmallCounts.Cell> cells) {
    return new Table(by, SmallCounts.hide(cells));
  }
}
