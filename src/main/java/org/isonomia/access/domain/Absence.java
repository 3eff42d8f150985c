package org.isonomia.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;
import org.isonomia.shared.Problem;

/**
 * Somebody is away and a colleague stands in: from the first day to the last, both included, on the
 * application's clock. It ends by itself; it may be ended before. What the deputy does is done in
 * the deputy's own name.
 */
@Entity
@Personal(
    purpose = Purpose.STAFF,
    about = {About.STAFF},
    category = {Category.ACTS})
@Table(name = "access_absence")
public class Absence {
  /** Longer than this is no absence but a change of work: the cases are handed over. */
  public static final int LONGEST_DAYS = 366;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private long id;

  @Column(name = "account_id")
  private long accountId;

  @Column(name = "deputy_id")
  private long deputyId;

  @Column(name = "from_on")
  private LocalDate from;

  @Column(name = "to_on")
  private LocalDate to;

  @Column(name = "entered_by")
  private long enteredBy;

  @Column(name = "entered_at")
  private Instant enteredAt;

  @Column(name = "ended_by")
  private Long endedBy;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected Absence() {}

  public Absence(
      long accountId,
      long deputyId,
      LocalDate from,
      LocalDate to,
      long enteredBy,
      Instant enteredAt) {
    this.accountId = accountId;
    this.deputyId = deputyId;
    this.from = from;
    this.to = to;
    this.enteredBy = enteredBy;
    this.enteredAt = enteredAt;
  }

  /** Whether the deputy stands in on this day. */
  public boolean runsOn(LocalDate day) {
    return endedAt == null && !day.isBefore(from) && !day.isAfter(to);
  }

  /** Whether it is still to come or running, on this day. */
  public boolean isOpen(LocalDate day) {
    return endedAt == null && !day.isAfter(to);
  }

  /** Whether any day of it lies in this span. */
  public boolean touches(LocalDate first, LocalDate last) {
    return endedAt == null && !last.isBefore(from) && !first.isAfter(to);
  }

  /**
   * @throws Problem conflict "absence-over"
   */
  public void end(long by, Instant at, LocalDate today) {
    if (!isOpen(today)) {
      throw Problem.conflict("absence-over");
    }
    endedBy = by;
    endedAt = at;
  }

  public long id() {
    return id;
  }

  public long accountId() {
    return accountId;
  }

  public long deputyId() {
    return deputyId;
  }

  public LocalDate from() {
    return from;
  }

  public LocalDate to() {
    return to;
  }

  public long enteredBy() {
    return enteredBy;
  }
}
