package org.isonomia.council.application;

import java.time.Instant;
import java.util.List;
import org.isonomia.council.domain.Choice;
import org.isonomia.council.domain.DecisionCode;
import org.isonomia.council.domain.ItemStatus;
import org.isonomia.council.domain.ItemType;
import org.isonomia.council.domain.Majority;
import org.isonomia.council.domain.Quorum;
import org.isonomia.council.domain.RecusalKind;
import org.isonomia.council.domain.Tally;
import org.isonomia.council.domain.Visibility;
import org.isonomia.council.domain.VoteMode;
import org.isonomia.council.domain.VoteResult;

/**
 * An item as who acts may see it.
 *
 * @param title {@code null} when who acts holds no key of the item; question and reason then too
 * @param brief {@code null} when there is none, or it is not released yet: see {@code
 *     briefHeldBack}
 * @param reason why it was rejected, adjourned or withdrawn, or {@code null}
 * @param meeting number of its meeting, or {@code null}
 * @param quorum of this item now; {@code null} while it has no meeting
 * @param others members of the term who are not recused on it, by name
 * @param mine what this item asks of who acts
 */
public record ItemView(
    String number,
    ItemType type,
    Visibility visibility,
    ItemStatus status,
    String title,
    String question,
    String brief,
    boolean briefHeldBack,
    String reason,
    boolean fromCase,
    Instant proposedAt,
    String meeting,
    Instant meetingAt,
    boolean meetingOpen,
    Quorum quorum,
    List<RecusalLine> recusals,
    List<MemberLine> others,
    List<VoteView> votes,
    DecisionLine decision,
    Mine mine) {

  /** Whether who acts may know of the item but holds no key of it. */
  public boolean sealed() {
    return title == null;
  }

  /** The vote that is open now, or {@code null}. */
  public VoteView openVote() {
    return votes.stream().filter(VoteView::open).findFirst().orElse(null);
  }

  /** The last vote that was counted, or {@code null}. */
  public VoteView lastCounted() {
    return votes.stream()
        .filter(
            vote -> vote.result() == VoteResult.CARRIED || vote.result() == VoteResult.NOT_CARRIED)
        .reduce((first, second) -> second)
        .orElse(null);
  }

  public boolean hasFlags() {
    return recusals.stream().anyMatch(recusal -> recusal.kind() == RecusalKind.FLAGGED);
  }

  public record MemberLine(String number, String name) {}

  /**
   * @param reason for the chair and the secretary only, else {@code null}
   */
  public record RecusalLine(
      String member, String name, RecusalKind kind, String reason, Instant at) {}

  /**
   * @param rows who may vote and what they said: for who records the vote, and after a vote by roll
   *     call
   */
  public record VoteView(
      int ordinal,
      VoteMode mode,
      Majority majority,
      Instant openedAt,
      Instant closedAt,
      Quorum quorum,
      Tally tally,
      VoteResult result,
      List<BallotRow> rows) {
    public boolean open() {
      return result == null;
    }
  }

  /**
   * @param choice {@code null} while nothing was said
   */
  public record BallotRow(String member, String name, Choice choice) {}

  public record DecisionLine(
      DecisionCode code,
      Integer year,
      Integer ordinal,
      String publicNumber,
      String title,
      String text) {}

  /**
   * @param member whether who acts has a seat and is not recused
   * @param canVote whether a ballot may be cast now
   * @param choice ballot in the open vote, or {@code null}
   */
  public record Mine(boolean member, boolean canVote, Choice choice) {}
}
