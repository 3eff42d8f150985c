package org.isonomia.intake.domain;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.isonomia.intake.ReportFacts;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.CodesColumn;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/**
 * A report as it was said. What happens to it afterwards is the case's life, what the person adds
 * are messages; only the person may correct their words, and what stood there before is kept (GDPR
 * art. 16, {@link Correction}). Its words lie sealed under its number; only codes, dates and flags
 * are plain.
 */
@Personal(
    purpose = Purpose.CASES,
    about = {About.REPORTER, About.RESPONDENT},
    category = {
      Category.CONTENT,
      Category.IDENTITY,
      Category.CONTACT,
      Category.CODES,
      Category.SECRETS
    })
@Entity
@Table(name = "intake_report")
public class Report {
  /** Who the reporter is; never with an anonymous report. */
  public static final List<String> WHO =
      List.of("name", "address", "email", "phone", "safeContact");

  /** Fields that hold words; everything else that was asked is a code, a date or a flag. */
  public static final Set<String> WORDS =
      Set.of(
          "narrative",
          "time",
          "place",
          "respondentName",
          "wishText",
          "name",
          "address",
          "email",
          "phone",
          "safeContact");

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private Long id;

  private String number;

  @Column(name = "receipt_hash")
  private String receiptHash;

  private String language;
  private String channel;

  @Column(name = "reporter_role")
  private String role;

  @Column(name = "identity_mode")
  private String identityMode;

  private String requested;
  private String area;

  @Column(name = "respondent_type")
  private String respondentType;

  @Basic
  @Convert(converter = CodesColumn.class)
  private Set<String> grounds;

  @Basic
  @Convert(converter = CodesColumn.class)
  private Set<String> conduct;

  @Basic
  @Convert(converter = CodesColumn.class)
  private Set<String> wishes;

  @Basic
  @Convert(converter = CodesColumn.class)
  private Set<String> needs;

  @Column(name = "incident_date")
  private LocalDate incidentDate;

  @Column(name = "danger_now")
  private Boolean dangerNow;

  @Column(name = "complete_for_formal")
  private boolean completeForFormal;

  @Column(name = "notice_version")
  private String noticeVersion;

  @Column(name = "filed_at")
  private Instant filedAt;

  @Column(name = "narrative_sealed")
  private Sealed narrative;

  @Column(name = "time_sealed")
  private Sealed time;

  @Column(name = "place_sealed")
  private Sealed place;

  @Column(name = "respondent_name_sealed")
  private Sealed respondentName;

  @Column(name = "wish_text_sealed")
  private Sealed wishText;

  @Column(name = "name_sealed")
  private Sealed name;

  @Column(name = "address_sealed")
  private Sealed address;

  @Column(name = "email_sealed")
  private Sealed email;

  @Column(name = "phone_sealed")
  private Sealed phone;

  @Column(name = "safe_contact_sealed")
  private Sealed safeContact;

  /** Version of the questions the person was asked. */
  private String questionnaire;

  @Column(name = "further_sealed")
  private Sealed further;

  @Column(name = "further_identity_sealed")
  private Sealed furtherIdentity;

  /** Parts of the text keys of questions whose promised file came on paper. */
  @Basic
  @Column(name = "promised_on_paper")
  @Convert(converter = CodesColumn.class)
  private Set<String> promisedOnPaper = Set.of();

  @Version private long version;

  protected Report() {}

  /**
   * @param seal seals a text under the name of its field, bound to this report's number
   * @param noticeVersion which information of GDPR art. 13 the person was shown
   */
  public Report(
      CaseNumber number,
      String receiptHash,
      Said said,
      BiFunction<String, String, Sealed> seal,
      String noticeVersion,
      Instant filedAt) {
    this.number = number.value();
    this.receiptHash = receiptHash;
    this.language = said.language();
    this.channel = said.channel();
    this.role = said.role();
    this.identityMode = said.identity().mode();
    this.requested = said.requested();
    this.area = said.incident().area();
    this.respondentType = said.respondent().type();
    this.grounds = said.grounds();
    this.conduct = said.conduct();
    this.wishes = said.wishes();
    this.needs = said.needs();
    this.incidentDate = said.incident().date();
    this.dangerNow = said.dangerNow();
    this.completeForFormal = said.identity().isComplete();
    this.noticeVersion = noticeVersion;
    this.filedAt = filedAt;
    this.narrative = seal.apply("narrative", said.narrative());
    this.time = seal.apply("time", said.incident().time());
    this.place = seal.apply("place", said.incident().place());
    this.respondentName = seal.apply("respondentName", said.respondent().name());
    this.wishText = seal.apply("wishText", said.wishText());
    this.name = seal.apply("name", said.identity().name());
    this.address = seal.apply("address", said.identity().address());
    this.email = seal.apply("email", said.identity().email());
    this.phone = seal.apply("phone", said.identity().phone());
    this.safeContact = seal.apply("safeContact", said.safeContact());
  }

  /**
   * Puts other words in the place of a field's.
   *
   * @param field one of {@link #WORDS}
   * @return what stood there; {@code null} for nothing
   */
  public Sealed correct(String field, Sealed words) {
    var before = words(field);
    switch (field) {
      case "narrative" -> narrative = words;
      case "time" -> time = words;
      case "place" -> place = words;
      case "respondentName" -> respondentName = words;
      case "wishText" -> wishText = words;
      case "name" -> name = words;
      case "address" -> address = words;
      case "email" -> email = words;
      case "phone" -> phone = words;
      case "safeContact" -> safeContact = words;
      default -> throw new IllegalArgumentException("not to be corrected: " + field);
    }
    completeForFormal = !"ANONYMOUS".equals(identityMode) && name != null && address != null;
    return before;
  }

  /**
   * Puts another code, date or flag in the place of a field's. Who may read who the reporter is,
   * and what they ask for, are acts of their own and not corrected.
   *
   * @param field as the questionnaire calls it, none of {@link #WORDS}
   */
  public void correct(String field, Said said) {
    switch (field) {
      case "danger" -> dangerNow = said.dangerNow();
      case "role" -> role = said.role();
      case "date" -> incidentDate = said.incident().date();
      case "area" -> area = said.incident().area();
      case "grounds" -> grounds = said.grounds();
      case "conduct" -> conduct = said.conduct();
      case "respondent" -> respondentType = said.respondent().type();
      case "wishes" -> wishes = said.wishes();
      case "needs" -> needs = said.needs();
      default -> throw new IllegalArgumentException("not to be corrected: " + field);
    }
  }

  /** The words of a field as they are now. */
  public Sealed words(String field) {
    return switch (field) {
      case "narrative" -> narrative;
      case "time" -> time;
      case "place" -> place;
      case "respondentName" -> respondentName;
      case "wishText" -> wishText;
      case "name" -> name;
      case "address" -> address;
      case "email" -> email;
      case "phone" -> phone;
      case "safeContact" -> safeContact;
      default -> throw new IllegalArgumentException("not to be corrected: " + field);
    };
  }

  /**
   * Who the reporter is may be read by the office (NAMED) or by the identity custodian alone
   * (CONFIDENTIAL) from now on. What was told cannot be untold: there is no way back.
   *
   * @param complete whether name and address are known
   * @throws IllegalStateException for a step back
   */
  public void disclose(String mode, boolean complete) {
    if (isNamed() && !"NAMED".equals(mode) || !Set.of("NAMED", "CONFIDENTIAL").contains(mode)) {
      throw new IllegalStateException("what was told cannot be untold");
    }
    identityMode = mode;
    completeForFormal = complete;
  }

  /**
   * What the reporter asks for from now on.
   *
   * @param noticeVersion which information of GDPR art. 13 they were shown for that; {@code null}
   *     when nobody knows
   */
  public void ask(String kind, String noticeVersion) {
    requested = kind;
    if (noticeVersion != null) {
      this.noticeVersion = noticeVersion;
    }
  }

  /**
   * Keeps what was answered to questions that not everybody is asked.
   *
   * @param further what happened; {@code null} for nothing
   * @param furtherIdentity who the reporter is and how they are reached; {@code null} for nothing
   */
  public void keepFurther(String questionnaire, Sealed further, Sealed furtherIdentity) {
    this.questionnaire = questionnaire;
    this.further = further;
    this.furtherIdentity = furtherIdentity;
  }

  public String questionnaire() {
    return questionnaire;
  }

  public Sealed further() {
    return further;
  }

  public Sealed furtherIdentity() {
    return furtherIdentity;
  }

  /** The receipt that was lost ends; from now on another one leads here. */
  public void changeReceipt(String hash) {
    receiptHash = hash;
  }

  public CaseNumber number() {
    return new CaseNumber(number);
  }

  public String language() {
    return language;
  }

  public ReportFacts facts() {
    return new ReportFacts(
        number(),
        language,
        channel,
        role,
        identityMode,
        requested,
        completeForFormal,
        area,
        respondentType,
        grounds,
        conduct,
        incidentDate,
        dangerNow,
        needs,
        filedAt);
  }

  public boolean isNamed() {
    return "NAMED".equals(identityMode);
  }

  public boolean isConfidential() {
    return "CONFIDENTIAL".equals(identityMode);
  }

  public Set<String> wishes() {
    return wishes;
  }

  public Sealed narrative() {
    return narrative;
  }

  public Sealed time() {
    return time;
  }

  public Sealed place() {
    return place;
  }

  public Sealed respondentName() {
    return respondentName;
  }

  public Sealed wishText() {
    return wishText;
  }

  public Sealed name() {
    return name;
  }

  public Sealed address() {
    return address;
  }

  public Sealed email() {
    return email;
  }

  public Sealed phone() {
    return phone;
  }

  public Sealed safeContact() {
    return safeContact;
  }

  /** Questions whose promised file the office holds on paper. */
  public Set<String> promisedOnPaper() {
    return promisedOnPaper;
  }

  /** Notes that what a question promised came on paper, or that this was a mistake. */
  public void notePaper(String question, boolean came) {
    var noted = new TreeSet<>(promisedOnPaper);
    if (came) {
      noted.add(question);
    } else {
      noted.remove(question);
    }
    this.promisedOnPaper = Set.copyOf(noted);
  }
}
