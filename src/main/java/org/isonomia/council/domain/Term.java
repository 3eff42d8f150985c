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
import java.time.LocalDate;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;
import org.isonomia.shared.Problem;

/**
 * A term of the Council, appointed by the Mayor. It carries the rules of procedure as settings: how
 * many seats, which share makes a quorum, which majority carries. Closed votes keep the numbers
 * they were counted with, so a changed setting never changes the past.
 */
@Personal(
    purpose = Purpose.COUNCIL,
    about = {About.MEMBER},
    category = {Category.CODES})
@Entity
@Table(name = "council_term")
public class Term {
  public static final int MOST_SEATS = 200;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private long id;

  private int number;

  @Column(name = "starts_on")
  private LocalDate startsOn;

  @Column(name = "ends_on")
  private LocalDate endsOn;

  private int seats;

  @Column(name = "quorum_numerator")
  private int quorumNumerator;

  @Column(name = "quorum_denominator")
  private int quorumDenominator;

  @Enumerated(EnumType.STRING)
  private Majority majority;

  /** How many membership numbers were given out; a number is never used twice. */
  @Column(name = "members_numbered")
  private int membersNumbered;

  @Version private long version;

  protected Term() {}

  public Term(
      int number,
      LocalDate startsOn,
      LocalDate endsOn,
      int seats,
      Quorum.Rule quorum,
      Majority majority) {
    if (number < 1 || number > 999) {
      throw Problem.invalid("term-number", new Problem.FieldError("number", "term-number"));
    }
    if (endsOn.isBefore(startsOn)) {
      throw Problem.invalid("term-dates", new Problem.FieldError("endsOn", "term-dates"));
    }
    this.number = number;
    this.startsOn = startsOn;
    this.endsOn = endsOn;
    setRules(seats, quorum, majority);
  }

  /** Changes the rules from now on. */
  public void rule(int seats, Quorum.Rule quorum, Majority majority, int seated) {
    if (seats < seated) {
      throw Problem.invalid("seats-taken", new Problem.FieldError("seats", "seats-taken"));
    }
    setRules(seats, quorum, majority);
  }

  private void setRules(int seats, Quorum.Rule quorum, Majority majority) {
    if (seats < 1 || seats > MOST_SEATS) {
      throw Problem.invalid("seats", new Problem.FieldError("seats", "seats"));
    }
    this.seats = seats;
    this.quorumNumerator = quorum.numerator();
    this.quorumDenominator = quorum.denominator();
    this.majority = majority;
  }

  /** The next membership number, {@code M-4-07}. */
  public String nextMember() {
    membersNumbered++;
    return "M-%d-%02d".formatted(number, membersNumbered);
  }

  public boolean covers(LocalDate day) {
    return !day.isBefore(startsOn) && !day.isAfter(endsOn);
  }

  public long id() {
    return id;
  }

  public int number() {
    return number;
  }

  public LocalDate startsOn() {
    return startsOn;
  }

  public LocalDate endsOn() {
    return endsOn;
  }

  public int seats() {
    return seats;
  }

  public Quorum.Rule quorumRule() {
    return new Quorum.Rule(quorumNumerator, quorumDenominator);
  }

  public Majority majority() {
    return majority;
  }
}
