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
import java.time.LocalDate;
import java.util.Set;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.CodesColumn;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;
import org.isonomia.shared.Problem;

/**
 * A seat taken by a person for a time. A member comes with an account that signs in, or without one
 * and then only takes part by hand. The organisations are what a conflict of interest is computed
 * from.
 */
@Personal(
    purpose = Purpose.COUNCIL,
    about = {About.MEMBER},
    category = {Category.IDENTITY, Category.CODES})
@Entity
@Table(name = "council_member")
public class Member {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private long id;

  private String number;

  @Column(name = "term_id")
  private long termId;

  @Column(name = "account_id")
  private Long accountId;

  @Column(name = "name_sealed")
  private Sealed name;

  @Enumerated(EnumType.STRING)
  @Column(name = "seat_kind")
  private SeatKind seatKind;

  @Enumerated(EnumType.STRING)
  private Office office;

  @Convert(converter = CodesColumn.class)
  private Set<String> organisations = Set.of();

  @Column(name = "active_from")
  private LocalDate activeFrom;

  @Column(name = "active_to")
  private LocalDate activeTo;

  @Version private long version;

  protected Member() {}

  /**
   * @param number of the membership, from {@link Term#nextMember}
   * @param accountId who signs in, or {@code null}
   * @param name sealed under (number, "name")
   * @param organisations codes of organisations the person works for or speaks for
   */
  public Member(
      Term term,
      String number,
      Long accountId,
      Sealed name,
      SeatKind seatKind,
      Office office,
      Set<String> organisations,
      LocalDate activeFrom) {
    this.termId = term.id();
    this.number = number;
    this.accountId = accountId;
    this.name = name;
    this.seatKind = seatKind;
    this.office = office;
    this.organisations = Set.copyOf(organisations);
    this.activeFrom = activeFrom;
  }

  /** The membership ends with this day. What the member voted stays. */
  public void leave(LocalDate lastDay) {
    if (activeTo != null) {
      throw Problem.conflict("member-left");
    }
    if (lastDay.isBefore(activeFrom)) {
      throw Problem.invalid("member-dates", new Problem.FieldError("lastDay", "member-dates"));
    }
    this.activeTo = lastDay;
  }

  public boolean isActiveOn(LocalDate day) {
    return !day.isBefore(activeFrom) && (activeTo == null || !day.isAfter(activeTo));
  }

  /** Whether this member belongs to one of these organisations. */
  public boolean belongsTo(Set<String> concerned) {
    return organisations.stream().anyMatch(concerned::contains);
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

  public Long accountId() {
    return accountId;
  }

  public Sealed name() {
    return name;
  }

  public SeatKind seatKind() {
    return seatKind;
  }

  public Office office() {
    return office;
  }

  public Set<String> organisations() {
    return organisations;
  }

  public LocalDate activeFrom() {
    return activeFrom;
  }

  public LocalDate activeTo() {
    return activeTo;
  }
}
