package org.isonomia.retention.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.Period;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.Purpose;

/** How long a file with a matter of this qualification is kept, and by which law. */
@Personal(purpose = Purpose.NONE)
@Entity
@Table(name = "retention_class")
public class RetentionClass {
  /** What starts the time. */
  public enum Start {
    /** The day on which the last matter was closed. */
    CLOSING,
    /** 1 January after it: categories of archives count whole calendar years. */
    NEXT_YEAR
  }

  /**
   * What a class says.
   *
   * @param archiveClass as the registry office writes it on a file (BE5)
   * @param basis provision, as lawyers cite it
   */
  public record Rule(
      String archiveClass, Start starts, Period period, Ending ending, String basis) {}

  @Id private String qualification;

  @Column(name = "archive_class")
  private String archiveClass;

  @Enumerated(EnumType.STRING)
  private Start starts;

  private String period;

  @Enumerated(EnumType.STRING)
  private Ending ending;

  private String basis;

  @Version private long version;

  protected RetentionClass() {}

  public RetentionClass(String qualification, Rule rule) {
    this.qualification = qualification;
    set(rule);
  }

  private void set(Rule rule) {
    archiveClass = rule.archiveClass();
    starts = rule.starts();
    period = rule.period().toString();
    ending = rule.ending();
    basis = rule.basis();
  }

  /**
   * Somebody who answers for it corrects the class. Lists that were proposed before are counted
   * again by the new rule when their turn comes.
   *
   * @return what it was before
   */
  public Rule change(Rule to) {
    var before = rule();
    set(to);
    return before;
  }

  /** The last day on which a file is kept that was closed on this day. */
  public LocalDate lastDay(LocalDate closedOn) {
    var length = Period.parse(period);
    return starts == Start.CLOSING
        ? closedOn.plus(length)
        : LocalDate.of(closedOn.getYear() + 1, 1, 1).plus(length).minusDays(1);
  }

  public String qualification() {
    return qualification;
  }

  public Ending ending() {
    return ending;
  }

  public Rule rule() {
    return new Rule(archiveClass, starts, Period.parse(period), ending, basis);
  }

  public long version() {
    return version;
  }
}
