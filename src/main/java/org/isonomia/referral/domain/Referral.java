package org.isonomia.referral.domain;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isonomia.privacy.Sealed;
import org.isonomia.referral.ReferralEvent;
import org.isonomia.referral.ReferralEvent.ConsentAsked;
import org.isonomia.referral.ReferralEvent.ConsentGiven;
import org.isonomia.referral.ReferralEvent.LinkRenewed;
import org.isonomia.referral.ReferralEvent.ReferralAccepted;
import org.isonomia.referral.ReferralEvent.ReferralCompleted;
import org.isonomia.referral.ReferralEvent.ReferralFailed;
import org.isonomia.referral.ReferralEvent.ReferralRevoked;
import org.isonomia.referral.ReferralEvent.ReferralSent;
import org.isonomia.referral.ReferralNumber;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;
import org.isonomia.shared.Problem;

/**
 * One case, or a part of it, handed over to one institution. It is made with exactly the words the
 * partner will read. If the reporter must agree first, it waits; then it is sent, and only under a
 * consent that covers the recipient and every category. The partner opens it, says yes or no, and
 * after a yes reports what came of it. Whoever gave the consent can take it back at any time, and
 * the partner reads nothing from that moment on.
 *
 * <p>The partner knows it by an alias that exists at this institution only: two partners cannot
 * join their records.
 */
@Personal(
    purpose = Purpose.REFERRALS,
    about = {About.REPORTER, About.PARTNER},
    category = {Category.CODES, Category.CONTENT})
@Entity
@Table(name = "referral_referral")
public class Referral {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private long id;

  private String number;

  @Column(name = "case_number")
  private String caseNumber;

  @Column(name = "institution_id")
  private long institutionId;

  private String type;
  private String status;
  private String alias;

  @Embedded private Consent consent;

  @OneToMany(mappedBy = "referral", cascade = CascadeType.PERSIST)
  @OrderBy("id")
  private List<SharedWords> words = new ArrayList<>();

  @OneToMany(mappedBy = "referral", cascade = CascadeType.PERSIST)
  @OrderBy("id")
  private List<StatusStep> steps = new ArrayList<>();

  @Column(name = "made_by")
  private long madeBy;

  @Column(name = "made_at")
  private Instant madeAt;

  @Column(name = "sent_on")
  private LocalDate sentOn;

  @Column(name = "answer_due")
  private LocalDate answerDue;

  @Column(name = "heard_at")
  private Instant heardAt;

  /** Which link this is, counted from 1; 0 before the first. */
  @Column(name = "link_issue")
  private int linkIssue;

  @Column(name = "link_hash")
  private String linkHash;

  @Column(name = "pin_sealed")
  private Sealed pin;

  @Column(name = "link_verifier")
  private String linkVerifier;

  @Column(name = "link_public_sealed")
  private Sealed linkPublicKeys;

  @Column(name = "link_mailed_on")
  private LocalDate linkMailedOn;

  @Column(name = "decline_reason")
  private String declineReason;

  private String result;

  @Column(name = "answer_sealed")
  private Sealed answer;

  @Version private long version;

  protected Referral() {}

  /**
   * @param shared what the partner will read: data category → words, sealed under (number,
   *     "shared." + category)
   * @param madeBy account of the case handler, 0 for the house
   * @throws Problem conflict "crime-notice-by-lawyer": a notice under art. 304 § 2 KPK needs a
   *     lawyer, a second person and the smallest packet, and is no ordinary referral
   */
  public Referral(
      ReferralNumber number,
      CaseNumber caseNumber,
      long institutionId,
      String type,
      String alias,
      Consent consent,
      Map<String, Sealed> shared,
      long madeBy,
      Instant at) {
    if (shared.isEmpty()) {
      throw Problem.invalid("referral-without-words");
    }
    if (type.equals("CRIME_NOTICE")) {
      throw Problem.conflict("crime-notice-by-lawyer");
    }
    this.number = number.value();
    this.caseNumber = caseNumber.value();
    this.institutionId = institutionId;
    this.type = type;
    this.alias = alias;
    this.consent = consent;
    shared.forEach((category, kept) -> words.add(new SharedWords(this, category, kept)));
    this.madeBy = madeBy;
    this.madeAt = at;
    this.status = ReferralStatus.DRAFT.name();
    steps.add(new StatusStep(this, ReferralStatus.DRAFT, at));
  }

  /** The reporter is asked whether this may be shared. */
  public ReferralEvent askConsent(Instant at) {
    become(ReferralStatus.AWAITING_CONSENT, at);
    return new ConsentAsked(caseNumber(), number(), at);
  }

  /** The reporter says yes. */
  public ReferralEvent giveConsent(Instant at) {
    requireStatus(ReferralStatus.AWAITING_CONSENT, "consent-not-asked");
    consent = consent.becoming(Consent.Status.GIVEN, at);
    return new ConsentGiven(caseNumber(), number(), at);
  }

  /** The reporter says no. */
  public ReferralEvent refuseConsent(Instant at) {
    requireStatus(ReferralStatus.AWAITING_CONSENT, "consent-not-asked");
    consent = consent.becoming(Consent.Status.REFUSED, at);
    become(ReferralStatus.REVOKED, at);
    return failed("CONSENT_REFUSED", at);
  }

  /**
   * Hands it over.
   *
   * @param today day of sending
   * @param answerDue last day for a yes or no
   * @throws Problem conflict "referral-without-consent"
   */
  public ReferralEvent send(LocalDate today, LocalDate answerDue, Instant at) {
    if (!consent.covers(institutionId, categories())) {
      throw Problem.conflict("referral-without-consent");
    }
    become(ReferralStatus.SENT, at);
    this.sentOn = today;
    this.answerDue = answerDue;
    this.heardAt = at;
    return new ReferralSent(caseNumber(), number(), at);
  }

  /**
   * What is kept of a link; its secret is not among it.
   *
   * @param hash what a link is known by
   * @param verifier what recognises a right PIN, for whoever has the secret; 64 hexadecimal digits
   * @param publicKeys of the link's key pair, sealed under (number, "link")
   * @param pin sealed under (number, "pin"); told by telephone
   */
  public record Link(String hash, String verifier, Sealed publicKeys, Sealed pin) {}

  /** A link of its own for the partner; an older one is dead from now on. */
  public ReferralEvent issueLink(int issue, Link link, Instant at) {
    if (!status().isReadByPartner()) {
      throw Problem.conflict("referral-closed");
    }
    if (issue != linkIssue + 1) {
      throw Problem.conflict("referral-changed");
    }
    this.linkIssue = issue;
    this.linkHash = link.hash();
    this.linkVerifier = link.verifier();
    this.linkPublicKeys = link.publicKeys();
    this.pin = link.pin();
    this.linkMailedOn = null;
    return new LinkRenewed(caseNumber(), number(), at);
  }

  /** The mail with the link was taken. */
  public void linkMailed(LocalDate today) {
    linkMailedOn = today;
  }

  /** The partner has it before their eyes; only the first time counts. */
  public void open(Instant at) {
    if (status() == ReferralStatus.SENT) {
      become(ReferralStatus.DELIVERED, at);
      heardAt = at;
    }
  }

  /**
   * The partner takes it on.
   *
   * @param resultDue day on which the partner is asked what came of it
   */
  public ReferralEvent accept(LocalDate resultDue, Instant at) {
    requireAwaitsAnswer();
    become(ReferralStatus.ACCEPTED, at);
    answerDue = resultDue;
    heardAt = at;
    return new ReferralAccepted(caseNumber(), number(), at);
  }

  /**
   * The partner does not take it on.
   *
   * @param text sealed under (number, "answer"), or {@code null}
   */
  public ReferralEvent decline(String reason, Sealed text, Instant at) {
    requireAwaitsAnswer();
    require(Vocabulary.DECLINE_REASONS, reason);
    become(ReferralStatus.DECLINED, at);
    declineReason = reason;
    answer = text;
    heardAt = at;
    return failed(reason, at);
  }

  /** The partner says that the work has begun. */
  public void begin(Instant at) {
    if (status() == ReferralStatus.IN_PROGRESS) {
      return;
    }
    if (!status().awaitsResult()) {
      throw Problem.conflict("referral-not-accepted");
    }
    become(ReferralStatus.IN_PROGRESS, at);
    heardAt = at;
  }

  /**
   * The day has come: the partner is asked what came of it. A second try asks nothing twice.
   *
   * @param resultDue last day for the answer
   */
  public void askForResult(LocalDate resultDue, Instant at) {
    if (status() == ReferralStatus.ACCEPTED || status() == ReferralStatus.IN_PROGRESS) {
      become(ReferralStatus.FEEDBACK_DUE, at);
      answerDue = resultDue;
    }
  }

  /**
   * The partner reports what came of it.
   *
   * @param text sealed under (number, "answer"), or {@code null}
   */
  public ReferralEvent report(String result, Sealed text, Instant at) {
    if (!status().awaitsResult()) {
      throw Problem.conflict("referral-not-accepted");
    }
    require(Vocabulary.RESULTS, result);
    heardAt = at;
    return end(result, text, at);
  }

  /** The case handler waits on, until a new day. */
  public void waitOn(LocalDate until) {
    if (!status().isReadByPartner()) {
      throw Problem.conflict("referral-closed");
    }
    answerDue = until;
  }

  /** Nobody answered, and the case handler no longer waits. */
  public ReferralEvent expire(Instant at) {
    requireAwaitsAnswer();
    become(ReferralStatus.EXPIRED, at);
    return failed("NO_ANSWER", at);
  }

  /** The partner never said what came of it, and the case handler no longer waits. */
  public ReferralEvent giveUpOnResult(Instant at) {
    if (!status().awaitsResult()) {
      throw Problem.conflict("referral-not-accepted");
    }
    return end("NO_RESULT", null, at);
  }

  /**
   * It is taken back; from now on the partner reads nothing.
   *
   * @param byReporter whether it was the reporter, whose consent has then ended
   * @throws Problem conflict "referral-closed" when it has already ended; conflict
   *     "consent-ordered-by-law" when a reporter takes back what no consent stands behind
   */
  public List<ReferralEvent> revoke(boolean byReporter, Instant at) {
    if (!status().isOpen()) {
      throw Problem.conflict("referral-closed");
    }
    if (byReporter) {
      consent = consent.becoming(Consent.Status.WITHDRAWN, at);
    }
    become(ReferralStatus.REVOKED, at);
    // the link stays known, so that it can say what became of it; without a PIN it opens nothing
    pin = null;
    linkVerifier = null;
    return List.of(
        new ReferralRevoked(caseNumber(), number(), at),
        failed(byReporter ? "CONSENT_WITHDRAWN" : "WITHDRAWN_BY_OFFICE", at));
  }

  private ReferralEvent end(String result, Sealed text, Instant at) {
    become(
        Vocabulary.NOTHING_DONE.contains(result)
            ? ReferralStatus.INTERRUPTED
            : ReferralStatus.COMPLETED,
        at);
    this.result = result;
    this.answer = text;
    return new ReferralCompleted(caseNumber(), number(), result, at);
  }

  private ReferralFailed failed(String reason, Instant at) {
    return new ReferralFailed(caseNumber(), number(), status, reason, at);
  }

  /** The only place where the status changes. */
  private void become(ReferralStatus next, Instant at) {
    if (!status().mayBecome(next)) {
      throw Problem.conflict("referral-closed");
    }
    status = next.name();
    steps.add(new StatusStep(this, next, at));
  }

  private void requireStatus(ReferralStatus expected, String code) {
    if (status() != expected) {
      throw Problem.conflict(code);
    }
  }

  private void requireAwaitsAnswer() {
    if (!status().awaitsAnswer()) {
      throw Problem.conflict("referral-answered");
    }
  }

  private static void require(List<String> vocabulary, String code) {
    if (!vocabulary.contains(code)) {
      throw Problem.invalid("referral-unknown-code");
    }
  }

  public long id() {
    return id;
  }

  public ReferralNumber number() {
    return new ReferralNumber(number);
  }

  public CaseNumber caseNumber() {
    return new CaseNumber(caseNumber);
  }

  public long institutionId() {
    return institutionId;
  }

  public String type() {
    return type;
  }

  public ReferralStatus status() {
    return ReferralStatus.valueOf(status);
  }

  public String alias() {
    return alias;
  }

  public Consent consent() {
    return consent;
  }

  /** The categories the partner reads. */
  public Set<String> categories() {
    return new LinkedHashSet<>(words.stream().map(SharedWords::category).toList());
  }

  /** Category → words, in the order they were given. */
  public Map<String, Sealed> words() {
    var map = new LinkedHashMap<String, Sealed>();
    words.forEach(entry -> map.put(entry.category(), entry.words()));
    return map;
  }

  /** What it became and when, oldest first. */
  public List<StatusStep> steps() {
    return List.copyOf(steps);
  }

  /** Who follows it: whoever made it, or to whom it was handed over. */
  public long madeBy() {
    return madeBy;
  }

  /** A colleague follows it from now on. */
  public void giveTo(long account) {
    madeBy = account;
  }

  public Instant madeAt() {
    return madeAt;
  }

  public LocalDate sentOn() {
    return sentOn;
  }

  /**
   * Last day for the partner's next word: yes or no, then a result; {@code null} before it is sent.
   */
  public LocalDate answerDue() {
    return answerDue;
  }

  /** When the partner last did something; the time of sending before that. */
  public Instant heardAt() {
    return heardAt;
  }

  public int linkIssue() {
    return linkIssue;
  }

  public String linkHash() {
    return linkHash;
  }

  /** What recognises a right PIN; {@code null} when no link opens it. */
  public String linkVerifier() {
    return linkVerifier;
  }

  /** The public half of the link's key pair, sealed; {@code null} before the first link. */
  public Sealed linkPublicKeys() {
    return linkPublicKeys;
  }

  /** City's date of the mail with the present link; {@code null} while it waits. */
  public LocalDate linkMailedOn() {
    return linkMailedOn;
  }

  public Sealed pin() {
    return pin;
  }

  public String declineReason() {
    return declineReason;
  }

  public String result() {
    return result;
  }

  /** The partner's words with a decline or a result. */
  public Sealed answer() {
    return answer;
  }
}
