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
import java.time.LocalDate;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;
import org.isonomia.shared.Problem;

/**
 * What the Council decided on an item. The Council advises and recommends: it finds nobody guilty.
 * A decision with a number ({@code 5/2027}, counted by year) gets a public page; title and text are
 * sealed under (item number, "decisionTitle" and "decisionText") until and after that.
 */
@Personal(
    purpose = Purpose.COUNCIL,
    about = {About.MEMBER},
    category = {Category.CONTENT, Category.CODES})
@Entity
@Table(name = "council_decision")
public class Decision {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private long id;

  @Column(name = "item_id")
  private long itemId;

  @Column(name = "item_number")
  private String itemNumber;

  @Column(name = "meeting_id")
  private long meetingId;

  @Column(name = "vote_id")
  private Long voteId;

  @Enumerated(EnumType.STRING)
  private DecisionCode code;

  private Integer year;
  private Integer ordinal;

  @Column(name = "title_sealed")
  private Sealed title;

  @Column(name = "text_sealed")
  private Sealed text;

  @Column(name = "decided_on")
  private LocalDate decidedOn;

  @Column(name = "published_at")
  private Instant publishedAt;

  @Version private long version;

  protected Decision() {}

  /**
   * @param vote the last vote on the item, or {@code null} when there was none
   * @param title what the public reads as its subject
   */
  public Decision(
      AgendaItem item,
      Meeting meeting,
      Vote vote,
      DecisionCode code,
      Sealed title,
      Sealed text,
      LocalDate decidedOn) {
    if (code.needsVote() && (vote == null || vote.result() != VoteResult.CARRIED)) {
      throw Problem.conflict("decision-without-vote");
    }
    // what was carried must be written down as what it is
    if (!code.needsVote() && vote != null && vote.result() == VoteResult.CARRIED) {
      throw Problem.conflict("decision-was-carried");
    }
    this.itemId = item.id();
    this.itemNumber = item.number();
    this.meetingId = meeting.id();
    this.voteId = vote == null ? null : vote.id();
    this.code = code;
    this.title = title;
    this.text = text;
    this.decidedOn = decidedOn;
  }

  /** It gets its number in the register of the year. */
  public void register(int year, int ordinal) {
    if (this.ordinal != null || !code.isPublished()) {
      throw Problem.conflict("decision-numbered");
    }
    this.year = year;
    this.ordinal = ordinal;
  }

  /** From now on anybody may read it. Said twice, the first time counts. */
  public void publish(Instant at) {
    if (code.isPublished() && publishedAt == null) {
      this.publishedAt = at;
    }
  }

  /** {@code 5/2027}, or {@code null} for what gets no number. */
  public String publicNumber() {
    return ordinal == null ? null : ordinal + "/" + year;
  }

  public long itemId() {
    return itemId;
  }

  public String itemNumber() {
    return itemNumber;
  }

  public Long voteId() {
    return voteId;
  }

  public DecisionCode code() {
    return code;
  }

  public Integer year() {
    return year;
  }

  public Integer ordinal() {
    return ordinal;
  }

  public Sealed title() {
    return title;
  }

  public Sealed text() {
    return text;
  }

  public LocalDate decidedOn() {
    return decidedOn;
  }

  public Instant publishedAt() {
    return publishedAt;
  }
}
