package org.isonomia.council.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;
import org.isonomia.shared.Problem;

/**
 * One vote on one item. It opens only with a quorum; an attempt without one is kept as BLOCKED with
 * the numbers that blocked it. It closes with a result, counted by the rules it was opened with.
 */
@Personal(
    purpose = Purpose.COUNCIL,
    about = {About.MEMBER},
    category = {Category.CODES})
@Entity
@Table(name = "council_vote")
public class Vote {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private long id;

  @Column(name = "item_id")
  private long itemId;

  @Column(name = "meeting_id")
  private long meetingId;

  /** First, second, … vote on this item. */
  private int ordinal;

  @Enumerated(EnumType.STRING)
  private VoteMode mode;

  @Enumerated(EnumType.STRING)
  private Majority majority;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "closed_at")
  private Instant closedAt;

  private int eligible;
  private int quorum;
  private int present;

  @Column(name = "votes_for")
  private int votesFor;

  @Column(name = "votes_against")
  private int votesAgainst;

  @Column(name = "votes_abstain")
  private int votesAbstain;

  @Column(name = "not_voted")
  private int notVoted;

  @Enumerated(EnumType.STRING)
  private VoteResult result;

  @Version private long version;

  protected Vote() {}

  /** Opens a vote, or records that it could not be opened: see {@link #isBlocked}. */
  public Vote(
      AgendaItem item,
      Meeting meeting,
      int ordinal,
      VoteMode mode,
      Majority majority,
      Roll roll,
      Instant at) {
    meeting.requireOpen();
    if (!mode.isOffered()) {
      throw Problem.invalid(
          "vote-mode-not-offered", new Problem.FieldError("mode", "vote-mode-not-offered"));
    }
    this.itemId = item.id();
    this.meetingId = meeting.id();
    this.ordinal = ordinal;
    this.mode = mode;
    this.majority = majority;
    this.openedAt = at;
    count(roll.quorum());
    if (!roll.quorum().isMet()) {
      this.closedAt = at;
      this.result = VoteResult.BLOCKED;
    }
  }

  /** Whether a member may cast or change a ballot now. */
  public void requireBallotOf(Member member, Roll roll) {
    requireOpen();
    if (!mode.hasBallots()) {
      throw Problem.conflict("vote-without-ballots");
    }
    if (roll.recused().contains(member.id())) {
      throw Problem.forbidden("recused-on-item");
    }
    if (!roll.eligiblePresent().contains(member.id())) {
      throw Problem.conflict("not-present");
    }
  }

  /**
   * Counts and ends it.
   *
   * @param ballots by member; ballots of members who are not eligible do not count
   * @param objection only without ballots: somebody objected
   */
  public void close(Map<Long, Choice> ballots, Roll roll, boolean objection, Instant at) {
    requireOpen();
    var eligible = roll.eligible();
    var counted =
        ballots.entrySet().stream().filter(ballot -> eligible.contains(ballot.getKey())).toList();
    var voted =
        counted.stream().map(Map.Entry::getKey).collect(java.util.stream.Collectors.toSet());
    var quorumNow = roll.quorum(voted);
    count(quorumNow);
    this.closedAt = at;
    if (mode.hasBallots()) {
      var tally = Tally.of(counted.stream().map(Map.Entry::getValue).toList(), quorumNow.present());
      this.votesFor = tally.votesFor();
      this.votesAgainst = tally.against();
      this.votesAbstain = tally.abstain();
      this.notVoted = tally.notVoted();
    }
    if (!quorumNow.isMet()) {
      this.result = VoteResult.BLOCKED;
    } else if (mode.hasBallots() ? majority.carries(tally(), quorumNow.eligible()) : !objection) {
      this.result = VoteResult.CARRIED;
    } else {
      this.result = VoteResult.NOT_CARRIED;
    }
  }

  private void count(Quorum counted) {
    this.eligible = counted.eligible();
    this.quorum = counted.required();
    this.present = counted.present();
  }

  private void requireOpen() {
    if (!isOpen()) {
      throw Problem.conflict("vote-closed");
    }
  }

  public boolean isOpen() {
    return result == null;
  }

  public boolean isBlocked() {
    return result == VoteResult.BLOCKED;
  }

  public Tally tally() {
    return new Tally(votesFor, votesAgainst, votesAbstain, notVoted);
  }

  /** The numbers it was opened, blocked or closed with. */
  public Quorum quorum() {
    return new Quorum(eligible, quorum, present);
  }

  public long id() {
    return id;
  }

  public long itemId() {
    return itemId;
  }

  public long meetingId() {
    return meetingId;
  }

  public int ordinal() {
    return ordinal;
  }

  public VoteMode mode() {
    return mode;
  }

  public Majority majority() {
    return majority;
  }

  public Instant openedAt() {
    return openedAt;
  }

  public Instant closedAt() {
    return closedAt;
  }

  public VoteResult result() {
    return result;
  }
}
