package org.isonomia.rights.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;
import org.isonomia.shared.Problem;

/**
 * A person asks for what is theirs. It is asked, checked (who it is), and answered or refused with
 * a ground; behind the receipt it is checked from the beginning. Of a CONFIDENTIAL reporter two
 * people answer: the custodian who the person is, the office what happened.
 */
@Personal(
    purpose = Purpose.PROOF,
    about = {About.REPORTER, About.STAFF},
    category = {Category.CODES, Category.ACTS})
@Entity
@Table(name = "rights_request")
public class RightsRequest {
  /** What is asked for. */
  public enum Kind {
    /** A copy of everything (GDPR art. 15). */
    ACCESS,
    /** A receipt in the place of a lost one. */
    RECEIPT,
    /** Erasure (GDPR art. 17). */
    ERASURE
  }

  /** Where. */
  public enum Via {
    DESK,
    MAILBOX
  }

  public enum State {
    ASKED,
    CHECKED,
    ANSWERED,
    REFUSED
  }

  /** What was shown at the desk; its number is never kept. */
  public enum Document {
    IDENTITY_CARD,
    PASSPORT,
    RESIDENCE_CARD,
    MOBYWATEL,
    DRIVING_LICENCE,
    POWER_OF_ATTORNEY
  }

  /** Why a request is refused by a person; the law's own reasons come from the retention. */
  public enum Ground {
    /** Nobody proved to be the person (art. 12(2)). */
    NOT_PROVEN,
    /** Manifestly unfounded or excessive (art. 12(5)). */
    EXCESSIVE,
    /** It would harm the rights of others (art. 15(4)). */
    RIGHTS_OF_OTHERS
  }

  /** How long the office lends: somebody stands at the desk. */
  public static final Duration LOAN = Duration.ofDays(1);

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private Long id;

  private String number;

  @Column(name = "case_number")
  private String caseNumber;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @Enumerated(EnumType.STRING)
  private Via via;

  @Column(name = "identity_mode")
  private String identityMode;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Column(name = "asked_by")
  private long askedBy;

  @Column(name = "due_on")
  private LocalDate dueOn;

  @Enumerated(EnumType.STRING)
  private Document document;

  @Column(name = "checked_by")
  private Long checkedBy;

  @Column(name = "checked_at")
  private Instant checkedAt;

  @Column(name = "second_by")
  private Long secondBy;

  @Column(name = "second_at")
  private Instant secondAt;

  @Column(name = "lent_to")
  private Long lentTo;

  @Column(name = "lent_at")
  private Instant lentAt;

  @Column(name = "content_by")
  private Long contentBy;

  @Column(name = "content_at")
  private Instant contentAt;

  @Column(name = "identity_by")
  private Long identityBy;

  @Column(name = "identity_at")
  private Instant identityAt;

  @Column(name = "answered_by")
  private Long answeredBy;

  @Column(name = "answered_at")
  private Instant answeredAt;

  private String ground;

  @Column(name = "list_number")
  private String list;

  @Column(name = "left_out")
  private String leftOut;

  @Version private long version;

  protected RightsRequest() {}

  private RightsRequest(
      String number,
      CaseNumber about,
      Kind kind,
      Via via,
      String identityMode,
      long by,
      Instant at,
      LocalDate due) {
    this.number = number;
    this.caseNumber = about.value();
    this.kind = kind;
    this.via = via;
    this.identityMode = identityMode;
    this.state = State.ASKED;
    this.askedBy = by;
    this.askedAt = at;
    this.dueOn = due;
  }

  /**
   * Somebody stands at the desk.
   *
   * @throws Problem invalid "anonymous" for a report of which nobody knows whose it is: only the
   *     receipt shows that
   */
  public static RightsRequest atDesk(
      String number,
      CaseNumber about,
      Kind kind,
      String identityMode,
      long by,
      Instant at,
      LocalDate due) {
    if (identityMode.equals("ANONYMOUS")) {
      throw Problem.invalid(
          "incomplete", new Problem.FieldError("number", "rights.wrong.anonymous." + kind));
    }
    return new RightsRequest(number, about, kind, Via.DESK, identityMode, by, at, due);
  }

  /** The reporter asks behind the receipt, which is proof enough. */
  public static RightsRequest behindReceipt(
      String number, CaseNumber about, Kind kind, String identityMode, Instant at, LocalDate due) {
    var asked = new RightsRequest(number, about, kind, Via.MAILBOX, identityMode, 0, at, due);
    asked.state = State.CHECKED;
    asked.checkedAt = at;
    return asked;
  }

  /** Somebody has seen a document and compared it with the file. */
  public void check(Document shown, long by, Instant at) {
    require(State.ASKED);
    document = shown;
    checkedBy = by;
    checkedAt = at;
    state = State.CHECKED;
  }

  /** A second person has looked, too; never the one who checked. */
  public void checkAgain(long by, Instant at) {
    require(State.CHECKED);
    if (checkedBy == null || checkedBy == by || secondBy != null) {
      throw Problem.conflict("second-person");
    }
    secondBy = by;
    secondAt = at;
  }

  /** The office lends the content to the custodian who checked, for one new receipt. */
  public long lend(Instant at) {
    require(Kind.RECEIPT, State.CHECKED);
    lentTo = checkedBy;
    lentAt = at;
    return checkedBy;
  }

  /** Whether what was lent is still lent. */
  public boolean isLent(Instant now) {
    return lentTo != null && now.isBefore(lentAt.plus(LOAN));
  }

  /**
   * @throws Problem conflict "not-lent" when nothing was lent to this person, or its day is over
   */
  public void requireLent(long to, Instant now) {
    if (!isLent(now) || lentTo != to) {
      throw Problem.conflict("not-lent");
    }
  }

  /** What was lent is not lent any more. */
  public void takenBack() {
    lentTo = null;
    lentAt = null;
  }

  /** A part of the package was handed over; with both it is answered. */
  public void handOver(boolean content, boolean identity, long by, Instant at) {
    if (kind != Kind.ACCESS || state != State.CHECKED && state != State.ANSWERED) {
      throw Problem.conflict("request-not-checked");
    }
    if (content) {
      contentBy = by;
      contentAt = at;
    }
    if (identity) {
      identityBy = by;
      identityAt = at;
    }
    if (state == State.CHECKED && contentAt != null && identityAt != null) {
      answer(by, at);
    }
  }

  /** The new receipt was shown. */
  public void receiptMade(long by, Instant at) {
    require(Kind.RECEIPT, State.CHECKED);
    takenBack();
    answer(by, at);
  }

  /** What is to be erased waits in a list for the second pair of eyes. */
  public void listed(String number, long by, Instant at) {
    require(Kind.ERASURE, State.CHECKED);
    list = number;
    leftOut = null;
    answer(by, at);
  }

  /** Its list was refused, or left the case out: it is open again. */
  public void leftOut(String why) {
    require(Kind.ERASURE, State.ANSWERED);
    state = State.CHECKED;
    list = null;
    answeredBy = null;
    answeredAt = null;
    leftOut = why;
  }

  /**
   * @param why code of the ground
   */
  public void refuse(String why, long by, Instant at) {
    if (state != State.ASKED && state != State.CHECKED) {
      throw Problem.conflict("request-answered");
    }
    takenBack();
    ground = why;
    state = State.REFUSED;
    answeredBy = by;
    answeredAt = at;
  }

  private void answer(long by, Instant at) {
    state = State.ANSWERED;
    answeredBy = by;
    answeredAt = at;
  }

  private void require(Kind wanted, State needed) {
    if (kind != wanted) {
      throw Problem.conflict("another-kind");
    }
    require(needed);
  }

  private void require(State needed) {
    if (state != needed) {
      throw Problem.conflict(
          needed == State.CHECKED ? "request-not-checked" : "request-checked-already");
    }
  }

  public boolean isOpen() {
    return state == State.ASKED || state == State.CHECKED;
  }

  public boolean isConfidential() {
    return identityMode.equals("CONFIDENTIAL");
  }

  public String number() {
    return number;
  }

  public CaseNumber about() {
    return new CaseNumber(caseNumber);
  }

  public Kind kind() {
    return kind;
  }

  public Via via() {
    return via;
  }

  public String identityMode() {
    return identityMode;
  }

  public State state() {
    return state;
  }

  public Instant askedAt() {
    return askedAt;
  }

  public LocalDate dueOn() {
    return dueOn;
  }

  public Document document() {
    return document;
  }

  public Long checkedBy() {
    return checkedBy;
  }

  public Instant checkedAt() {
    return checkedAt;
  }

  public Long secondBy() {
    return secondBy;
  }

  public Instant contentAt() {
    return contentAt;
  }

  public Instant identityAt() {
    return identityAt;
  }

  public Instant answeredAt() {
    return answeredAt;
  }

  public Long answeredBy() {
    return answeredBy;
  }

  /** Code of why it was refused; {@code null} otherwise. */
  public String ground() {
    return ground;
  }

  /** Code of why its last list left it out; {@code null} otherwise. */
  public String leftOut() {
    return leftOut;
  }

  /** Number of the list in which an erasure waits. */
  public String list() {
    return list;
  }
}
