package org.isonomia.council.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/** One stay of a member in a meeting; who goes out and comes back has two. */
@Personal(
    purpose = Purpose.COUNCIL,
    about = {About.MEMBER},
    category = {Category.ACTS})
@Entity
@Table(name = "council_attendance")
public class Attendance {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private long id;

  @Column(name = "meeting_id")
  private long meetingId;

  @Column(name = "member_id")
  private long memberId;

  @Column(name = "arrived_at")
  private Instant arrivedAt;

  @Column(name = "left_at")
  private Instant leftAt;

  protected Attendance() {}

  public Attendance(Meeting meeting, Member member, Instant arrivedAt) {
    this.meetingId = meeting.id();
    this.memberId = member.id();
    this.arrivedAt = arrivedAt;
  }

  public void leave(Instant at) {
    if (leftAt == null) {
      this.leftAt = at;
    }
  }

  public boolean isHere() {
    return leftAt == null;
  }

  public long memberId() {
    return memberId;
  }

  public Instant arrivedAt() {
    return arrivedAt;
  }

  public Instant leftAt() {
    return leftAt;
  }
}
