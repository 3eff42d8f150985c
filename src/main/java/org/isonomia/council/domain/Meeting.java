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
import java.time.ZoneId;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;
import org.isonomia.shared.Problem;

/**
 * A meeting of the Council: planned, convened with its agenda, opened, perhaps paused, closed. It
 * may be cancelled until it opens. Votes are taken only while it is open.
 */
@Personal(
    purpose = Purpose.COUNCIL,
    about = {About.MEMBER},
    category = {Category.CONTACT, Category.CODES})
@Entity
@Table(name = "council_meeting")
public class Meeting {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private long id;

  private String number;

  @Column(name = "term_id")
  private long termId;

  @Column(name = "starts_at")
  private Instant startsAt;

  /** Sealed under (number, "place"). */
  @Column(name = "place_sealed")
  private Sealed place;

  /** Where one joins online; sealed under (number, "link"), may be {@code null}. */
  @Column(name = "link_sealed")
  private Sealed link;

  @Enumerated(EnumType.STRING)
  private MeetingMode mode;

  @Enumerated(EnumType.STRING)
  private MeetingStatus status;

  @Column(name = "convened_at")
  private Instant convenedAt;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "closed_at")
  private Instant closedAt;

  @Version private long version;

  protected Meeting() {}

  public Meeting(
      Term term, String number, Instant startsAt, Sealed place, Sealed link, MeetingMode mode) {
    this.termId = term.id();
    this.number = number;
    this.startsAt = startsAt;
    this.place = place;
    this.link = link;
    this.mode = mode;
    this.status = MeetingStatus.PLANNED;
  }

  public void convene(Instant at) {
    become(MeetingStatus.CONVENED);
    this.convenedAt = at;
  }

  /** Opens it, or goes on after a pause. A meeting opens on its day: not before. */
  public void open(Instant at, ZoneId city) {
    if (!isReached(at, city)) {
      throw Problem.conflict("meeting-not-today");
    }
    become(MeetingStatus.OPEN);
    if (openedAt == null) {
      this.openedAt = at;
    }
  }

  public void pause() {
    become(MeetingStatus.PAUSED);
  }

  public void close(Instant at) {
    become(MeetingStatus.CLOSED);
    this.closedAt = at;
  }

  public void cancel(Instant at) {
    become(MeetingStatus.CANCELLED);
    this.closedAt = at;
  }

  /**
   * @throws Problem conflict "meeting-not-open"
   */
  public void requireOpen() {
    if (status != MeetingStatus.OPEN) {
      throw Problem.conflict("meeting-not-open");
    }
  }

  /**
   * Who is here can be noted of a convened meeting, from its day until it ends.
   *
   * @throws Problem conflict "attendance-not-yet" before that, "meeting-moved-on" after
   */
  public void requireAttendance(Instant at, ZoneId city) {
    if (status == MeetingStatus.PLANNED
        || (status == MeetingStatus.CONVENED && !isReached(at, city))) {
      throw Problem.conflict("attendance-not-yet");
    }
    if (!status.takesItems()) {
      throw Problem.conflict("meeting-moved-on");
    }
  }

  /** Whether its day has come. */
  public boolean isReached(Instant at, ZoneId city) {
    return !LocalDate.ofInstant(at, city).isBefore(day(city));
  }

  private void become(MeetingStatus next) {
    if (!status.mayBecome(next)) {
      throw Problem.conflict("meeting-moved-on");
    }
    this.status = next;
  }

  public LocalDate day(ZoneId city) {
    return LocalDate.ofInstant(startsAt, city);
  }

  public long id() {
    return id;
  }

  public String number() {
    return number;
  }

  public long termId() {
    return termId;
  }

  public Instant startsAt() {
    return startsAt;
  }

  public Sealed place() {
    return place;
  }

  public Sealed link() {
    return link;
  }

  public MeetingMode mode() {
    return mode;
  }

  public MeetingStatus status() {
    return status;
  }

  public Instant convenedAt() {
    return convenedAt;
  }

  public Instant openedAt() {
    return openedAt;
  }

  public Instant closedAt() {
    return closedAt;
  }
}
