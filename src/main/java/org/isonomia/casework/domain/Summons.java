package org.isonomia.casework.domain;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.CodesColumn;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/**
 * The office asks the person to complete a formal letter (regulation of 8 January 2002, § 8). Their
 * time begins when it reaches them, never when it was sent.
 */
@Personal(
    purpose = Purpose.CASES,
    about = {About.REPORTER, About.STAFF},
    category = {Category.CODES, Category.CONTENT})
@Entity
@Table(name = "casework_summons")
public class Summons {
  /** What may be missing; codes of the page and of the letter. */
  public enum Missing {
    NAME,
    ADDRESS,
    MATTER_UNCLEAR
  }

  /** SENT and DELIVERED are open; COMPLETED by the person, ENDED with its matter. */
  public enum State {
    SENT,
    DELIVERED,
    COMPLETED,
    ENDED
  }

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private long id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "matter_id")
  private Matter matter;

  @Basic
  @Convert(converter = CodesColumn.class)
  private Set<String> missing;

  @Column(name = "words_sealed")
  private Sealed words;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "by_account")
  private long by;

  @Column(name = "sent_at")
  private Instant sentAt;

  @Column(name = "delivered_on")
  private LocalDate deliveredOn;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected Summons() {}

  Summons(Matter matter, Set<Missing> missing, Sealed words, long by, Instant at) {
    this.matter = matter;
    var codes = new LinkedHashSet<String>();
    missing.stream().sorted().forEach(code -> codes.add(code.name()));
    this.missing = Collections.unmodifiableSet(codes);
    this.words = words;
    this.state = State.SENT;
    this.by = by;
    this.sentAt = at;
  }

  void deliver(LocalDate on) {
    state = State.DELIVERED;
    deliveredOn = on;
  }

  void end(State how, Instant at) {
    state = how;
    endedAt = at;
  }

  /** Whether the person is still asked. */
  public boolean isOpen() {
    return state == State.SENT || state == State.DELIVERED;
  }

  /** Codes of {@link Missing}. */
  public Set<String> missing() {
    return missing;
  }

  /** What is asked, in the reporter's language; sealed under (case number, "summons"). */
  public Sealed words() {
    return words;
  }

  public State state() {
    return state;
  }

  public long by() {
    return by;
  }

  public Instant sentAt() {
    return sentAt;
  }

  /** The day from which the time counts; {@code null} while it has not reached the person. */
  public LocalDate deliveredOn() {
    return deliveredOn;
  }

  public Instant endedAt() {
    return endedAt;
  }

  public Matter matter() {
    return matter;
  }
}
