package org.isonomia.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.council.domain.Decision;
import org.isonomia.council.domain.DecisionCode;
import org.isonomia.council.domain.Majority;
import org.isonomia.council.domain.Quorum;
import org.isonomia.council.domain.Tally;
import org.isonomia.council.domain.Vote;
import org.isonomia.council.domain.VoteMode;
import org.isonomia.council.persistence.Votes;

/**
 * Published decisions, for everybody. It says what was decided and how the vote went, never where
 * it came from.
 */
@ApplicationScoped
@Transactional
public class ReadDecisions {
  public static final int PAGE = 20;

  /**
   * @param more whether there are older ones
   */
  public record Page(List<Line> lines, boolean more) {}

  public record Line(int year, int ordinal, DecisionCode code, String title, LocalDate decidedOn) {}

  /** How the vote went; {@code tally} counts nothing when it was a decision by consensus. */
  public record Count(VoteMode mode, Majority majority, Quorum quorum, Tally tally) {}

  public record Full(
      int year,
      int ordinal,
      DecisionCode code,
      String title,
      String text,
      LocalDate decidedOn,
      Count count) {}

  @Inject Votes votes;
  @Inject DecisionWords words;

  /**
   * @param page 0 for the newest
   */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Page newest(int page) {
    var found = votes.newestPublished(page * PAGE, PAGE + 1);
    return new Page(found.stream().limit(PAGE).map(this::line).toList(), found.size() > PAGE);
  }

  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Optional<Full> find(int year, int ordinal) {
    return votes.findPublished(year, ordinal).map(this::full);
  }

  private Line line(Decision decision) {
    return new Line(
        decision.year(),
        decision.ordinal(),
        decision.code(),
        words.title(decision),
        decision.decidedOn());
  }

  private Full full(Decision decision) {
    var vote = decision.voteId() == null ? null : votes.get(decision.voteId());
    return new Full(
        decision.year(),
        decision.ordinal(),
        decision.code(),
        words.title(decision),
        words.text(decision),
        decision.decidedOn(),
        vote == null ? null : count(vote));
  }

  private static Count count(Vote vote) {
    return new Count(vote.mode(), vote.majority(), vote.quorum(), vote.tally());
  }
}
