package org.isonomia.council.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/** What one member says in one vote; may be changed until the vote closes. */
@Personal(
    purpose = Purpose.COUNCIL,
    about = {About.MEMBER},
    category = {Category.ACTS})
@Entity
@Table(name = "council_ballot")
public class Ballot {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private long id;

  @Column(name = "vote_id")
  private long voteId;

  @Column(name = "member_id")
  private long memberId;

  @Enumerated(EnumType.STRING)
  private Choice choice;

  @Column(name = "cast_at")
  private Instant castAt;

  /** Account of who entered it: the member, or the secretary who saw the hand. */
  @Column(name = "recorded_by")
  private long recordedBy;

  protected Ballot() {}

  public Ballot(Vote vote, Member member, Choice choice, long recordedBy, Instant at) {
    this.voteId = vote.id();
    this.memberId = member.id();
    change(choice, recordedBy, at);
  }

  public final void change(Choice choice, long recordedBy, Instant at) {
    this.choice = choice;
    this.recordedBy = recordedBy;
    this.castAt = at;
  }

  public long memberId() {
    return memberId;
  }

  public Choice choice() {
    return choice;
  }
}
