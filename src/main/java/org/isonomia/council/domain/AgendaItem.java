package org.isonomia.council.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import org.isonomia.council.CouncilEvent.ItemAccepted;
import org.isonomia.council.CouncilEvent.ItemAdjourned;
import org.isonomia.council.CouncilEvent.ItemCalled;
import org.isonomia.council.CouncilEvent.ItemClosed;
import org.isonomia.council.CouncilEvent.ItemScheduled;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.CodesColumn;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;
import org.isonomia.shared.Problem;

/**
 * A matter for the Council. A member proposes it, or a case handler from a case with a brief
 * written anew. The chair accepts it or not; a brief from a case is released by a second person;
 * the secretary puts it on the agenda of a meeting; there it is discussed and decided, adjourned to
 * another meeting, or withdrawn. Title, question, brief and reason are sealed under (number,
 * field).
 */
@Personal(
    purpose = Purpose.COUNCIL,
    about = {About.MEMBER, About.REPORTER},
    category = {Category.CONTENT, Category.CODES})
@Entity
@Table(name = "council_agenda_item")
public class AgendaItem {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private long id;

  private String number;

  @Enumerated(EnumType.STRING)
  private ItemType type;

  @Enumerated(EnumType.STRING)
  private Visibility visibility;

  @Enumerated(EnumType.STRING)
  private ItemStatus status;

  @Column(name = "title_sealed")
  private Sealed title;

  @Column(name = "question_sealed")
  private Sealed question;

  @Column(name = "brief_sealed")
  private Sealed brief;

  /** Why it was rejected, adjourned or withdrawn. */
  @Column(name = "reason_sealed")
  private Sealed reason;

  /** The case it comes from: a key for the answer's way back, never shown in this room. */
  private String origin;

  @Column(name = "proposer_account")
  private long proposerAccount;

  /** Organisations the item concerns: members who belong to one of them are flagged. */
  @Convert(converter = CodesColumn.class)
  private Set<String> concerns = Set.of();

  @Column(name = "proposed_at")
  private Instant proposedAt;

  @Column(name = "released_at")
  private Instant releasedAt;

  @Column(name = "released_by")
  private Long releasedBy;

  @Column(name = "meeting_id")
  private Long meetingId;

  @Column(name = "closed_at")
  private Instant closedAt;

  @Version private long version;

  protected AgendaItem() {}

  /**
   * @param brief may be {@code null}
   * @param origin case it comes from, or {@code null}
   * @param proposerAccount who wrote it: the person who may not release it
   */
  public AgendaItem(
      String number,
      ItemType type,
      Sealed title,
      Sealed question,
      Sealed brief,
      CaseNumber origin,
      long proposerAccount,
      Instant at) {
    this.number = number;
    this.type = type;
    // what Sight lets through: members who are not recused, once the brief is released
    this.visibility = Visibility.RESTRICTED;
    this.status = ItemStatus.PROPOSED;
    this.title = title;
    this.question = question;
    this.brief = brief;
    this.origin = origin == null ? null : origin.value();
    this.proposerAccount = proposerAccount;
    this.proposedAt = at;
  }

  /** The chair takes it up and says whom it concerns. */
  public ItemAccepted accept(Set<String> concerns, Instant at) {
    become(ItemStatus.ACCEPTED);
    this.concerns = Set.copyOf(concerns);
    return new ItemAccepted(number, origin(), at);
  }

  /** The chair does not take it up. */
  public void reject(Sealed reason, Instant at) {
    if (status != ItemStatus.PROPOSED) {
      throw Problem.conflict("item-moved-on");
    }
    become(ItemStatus.NOT_CONSIDERED);
    this.reason = reason;
    this.closedAt = at;
  }

  /** A second person has read the brief and finds nobody in it. */
  public void release(long account, Instant at) {
    requireRelease(account);
    this.releasedAt = at;
    this.releasedBy = account;
  }

  /** The second person finds that the brief must not go out; the case may propose a new one. */
  public void keepBack(long account, Sealed reason, Instant at) {
    requireRelease(account);
    become(ItemStatus.NOT_CONSIDERED);
    this.reason = reason;
    this.closedAt = at;
  }

  private void requireRelease(long account) {
    if (!isFromCase() || status != ItemStatus.ACCEPTED || releasedAt != null) {
      throw Problem.conflict("item-moved-on");
    }
    // two pairs of eyes: who wrote a brief does not see any more what gives a person away
    if (account == proposerAccount) {
      throw Problem.forbidden("second-person-needed");
    }
  }

  /** It comes onto the agenda of a meeting. */
  public ItemScheduled schedule(Meeting meeting, Instant at) {
    if (!meeting.status().takesItems()) {
      throw Problem.conflict("meeting-takes-no-items");
    }
    if (!isReleased()) {
      throw Problem.conflict("brief-not-released");
    }
    become(ItemStatus.SCHEDULED);
    this.meetingId = meeting.id();
    this.reason = null;
    return new ItemScheduled(number, origin(), meeting.startsAt(), at);
  }

  /** The meeting has begun; the item's turn will come. */
  public ItemCalled call(Instant at) {
    if (status != ItemStatus.SCHEDULED) {
      throw Problem.conflict("item-moved-on");
    }
    return new ItemCalled(number, origin(), at);
  }

  /** Its turn has come. Said twice, it is one discussion. */
  public void discuss() {
    if (status != ItemStatus.DISCUSSED) {
      become(ItemStatus.DISCUSSED);
    }
  }

  /** Not today: it waits for another meeting. */
  public ItemAdjourned adjourn(Sealed reason, Instant at) {
    become(ItemStatus.ADJOURNED);
    this.meetingId = null;
    this.reason = reason;
    return new ItemAdjourned(number, origin(), at);
  }

  public void decide(Instant at) {
    become(ItemStatus.DECIDED);
    this.closedAt = at;
  }

  /** Who proposed it takes it back. */
  public void withdraw(Sealed reason, Instant at) {
    become(ItemStatus.WITHDRAWN);
    this.reason = reason;
    this.closedAt = at;
  }

  /**
   * What the house hears when the picture has come to its end.
   *
   * @param decision what was decided; {@code null} when it never came to a decision
   */
  public ItemClosed closed(Decision decision, Instant at) {
    if (!status.isFinal()) {
      throw Problem.conflict("item-not-closed");
    }
    return new ItemClosed(
        number,
        origin(),
        status.name(),
        decision == null ? DecisionCode.NO_DECISION.name() : decision.code().name(),
        decision == null ? null : decision.publicNumber(),
        at);
  }

  private void become(ItemStatus next) {
    if (!status.mayBecome(next)) {
      throw Problem.conflict("item-moved-on");
    }
    this.status = next;
  }

  public boolean isFromCase() {
    return origin != null;
  }

  /** Whether members may read the brief: a brief from a case only after its release. */
  public boolean isReleased() {
    return !isFromCase() || releasedAt != null;
  }

  public long id() {
    return id;
  }

  public String number() {
    return number;
  }

  public ItemType type() {
    return type;
  }

  public Visibility visibility() {
    return visibility;
  }

  public ItemStatus status() {
    return status;
  }

  public Sealed title() {
    return title;
  }

  public Sealed question() {
    return question;
  }

  public Sealed brief() {
    return brief;
  }

  public Sealed reason() {
    return reason;
  }

  public CaseNumber origin() {
    return origin == null ? null : new CaseNumber(origin);
  }

  public long proposerAccount() {
    return proposerAccount;
  }

  public Set<String> concerns() {
    return concerns;
  }

  public Instant proposedAt() {
    return proposedAt;
  }

  public Instant releasedAt() {
    return releasedAt;
  }

  public Long meetingId() {
    return meetingId;
  }

  public Instant closedAt() {
    return closedAt;
  }
}
