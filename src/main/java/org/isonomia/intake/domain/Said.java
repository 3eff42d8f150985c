package org.isonomia.intake.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isonomia.shared.Problem.FieldError;

/**
 * What a person says, on a page or over REST, before it is a report. Prints nothing of it. {@link
 * #faults} is the one place that knows what may be said; its pointers are those of the REST body,
 * and pages translate them into their questions.
 *
 * @param role {@code null} when the person did not say it: the vocabulary has no code for that, and
 *     nobody is made the victim by silence
 * @param dangerNow {@code null} when the person did not say it
 * @param requested SIGNAL, COMPLAINT_KPA, REQUEST_KPA, PETITION
 * @param safeContact when and how it is safe to reach the person, or {@code null}
 * @param asked what was answered to questions that not everybody is asked
 */
public record Said(
    String language,
    String channel,
    String role,
    Identity identity,
    String requested,
    String narrative,
    Incident incident,
    Set<String> grounds,
    Set<String> conduct,
    Respondent respondent,
    Set<String> wishes,
    String wishText,
    Set<String> needs,
    Boolean dangerNow,
    String safeContact,
    Asked asked) {

  /** Without further answers. */
  public Said(
      String language,
      String channel,
      String role,
      Identity identity,
      String requested,
      String narrative,
      Incident incident,
      Set<String> grounds,
      Set<String> conduct,
      Respondent respondent,
      Set<String> wishes,
      String wishText,
      Set<String> needs,
      Boolean dangerNow,
      String safeContact) {
    this(
        language,
        channel,
        role,
        identity,
        requested,
        narrative,
        incident,
        grounds,
        conduct,
        respondent,
        wishes,
        wishText,
        needs,
        dangerNow,
        safeContact,
        Asked.NOTHING_MORE);
  }

  /** Longest texts, in UTF-16 units as browsers and JSON count them. */
  public static final int NARRATIVE_LENGTH = 20_000;

  public static final int PLACE_LENGTH = 500;
  public static final int NAME_LENGTH = 200;
  public static final int ADDRESS_LENGTH = 500;
  public static final int EMAIL_LENGTH = 254;
  public static final int PHONE_LENGTH = 40;
  public static final int WISH_LENGTH = 2_000;
  public static final int SAFE_CONTACT_LENGTH = 500;
  public static final int TIME_LENGTH = 200;

  /** Nobody who writes to us was born then. */
  public static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);

  /** Who the person says to be; everything but the mode may be {@code null}. */
  public record Identity(String mode, String name, String address, String email, String phone) {
    public static final Identity ANONYMOUS = new Identity("ANONYMOUS", null, null, null, null);

    public boolean isAnonymous() {
      return "ANONYMOUS".equals(mode);
    }

    /**
     * Whether a formal matter can be examined: it needs name and address (regulation of 8 January
     * 2002, § 8).
     */
    public boolean isComplete() {
      return !isAnonymous() && name != null && address != null;
    }

    @Override
    public String toString() {
      return "Identity";
    }
  }

  /**
   * What the questionnaire asked besides what every report has a place for.
   *
   * @param questionnaire version the person was asked with; {@code null} for the one in force
   * @param answers name of the field → what was chosen or written; dates as ISO
   */
  public record Asked(String questionnaire, Map<String, List<String>> answers) {
    public static final Asked NOTHING_MORE = new Asked(null, Map.of());

    @Override
    public String toString() {
      return "Asked";
    }
  }

  /** When and where; everything but the area may be {@code null}. */
  public record Incident(LocalDate date, String time, String place, String area) {
    @Override
    public String toString() {
      return "Incident";
    }
  }

  /**
   * Who did it; both may be {@code null}. No type is not "somebody unknown": that is said by
   * whoever does not know who it was, while here nobody was asked or nobody answered.
   */
  public record Respondent(String type, String name) {
    @Override
    public String toString() {
      return "Respondent";
    }
  }

  /**
   * Everything that is wrong with it, all at once; empty when it may be filed.
   *
   * @param today the city's date: nothing has happened later than that
   */
  public List<FieldError> faults(LocalDate today) {
    var faults = new ArrayList<FieldError>();
    known(faults, "/language", language, Codes.LANGUAGES);
    knownIfSaid(faults, "/role", role, Codes.ROLES);
    known(faults, "/requested", requested, Codes.REQUESTED);
    known(faults, "/identity/mode", identity.mode(), Codes.IDENTITY_MODES);
    identityFaults(faults);
    required(faults, "/narrative", narrative);
    text(faults, "/narrative", narrative, NARRATIVE_LENGTH);
    if (incident.date() != null && incident.date().isAfter(today)) {
      faults.add(new FieldError("/incident/date", "date-in-future"));
    } else if (incident.date() != null && incident.date().isBefore(LONG_AGO)) {
      faults.add(new FieldError("/incident/date", "date-too-old"));
    }
    text(faults, "/incident/time", incident.time(), TIME_LENGTH);
    text(faults, "/incident/place", incident.place(), PLACE_LENGTH);
    known(faults, "/incident/area", incident.area(), Codes.AREAS);
    if (grounds.isEmpty()) {
      faults.add(new FieldError("/grounds", "required"));
    }
    allKnown(faults, "/grounds", grounds, Codes.GROUNDS);
    allKnown(faults, "/conduct", conduct, Codes.CONDUCT);
    knownIfSaid(faults, "/respondent/type", respondent.type(), Codes.RESPONDENTS);
    text(faults, "/respondent/name", respondent.name(), NAME_LENGTH);
    allKnown(faults, "/wishes", wishes, Codes.WISHES);
    text(faults, "/wishText", wishText, WISH_LENGTH);
    allKnown(faults, "/needs", needs, Codes.NEEDS);
    text(faults, "/safeContact", safeContact, SAFE_CONTACT_LENGTH);
    return faults;
  }

  private void identityFaults(List<FieldError> faults) {
    text(faults, "/identity/name", identity.name(), NAME_LENGTH);
    text(faults, "/identity/address", identity.address(), ADDRESS_LENGTH);
    text(faults, "/identity/email", identity.email(), EMAIL_LENGTH);
    text(faults, "/identity/phone", identity.phone(), PHONE_LENGTH);
    if (identity.email() != null && !EmailAddress.isFit(identity.email())) {
      faults.add(new FieldError("/identity/email", "not-an-email"));
    }
    if (identity.isAnonymous()) {
      // what an anonymous person let slip is refused rather than kept: it would break our promise
      anonymous(faults, "/identity/name", identity.name());
      anonymous(faults, "/identity/address", identity.address());
      anonymous(faults, "/identity/email", identity.email());
      anonymous(faults, "/identity/phone", identity.phone());
      anonymous(faults, "/safeContact", safeContact);
    }
    if (Codes.REQUESTED.contains(requested) && Codes.isFormal(requested)) {
      if (identity.isAnonymous()) {
        faults.add(new FieldError("/identity/mode", "formal-needs-name"));
      } else {
        if (identity.name() == null) {
          faults.add(new FieldError("/identity/name", "formal-needs-name"));
        }
        if (identity.address() == null) {
          faults.add(new FieldError("/identity/address", "formal-needs-address"));
        }
      }
    }
  }

  private static void anonymous(List<FieldError> faults, String pointer, String value) {
    if (value != null) {
      faults.add(new FieldError(pointer, "not-with-anonymous"));
    }
  }

  private static void required(List<FieldError> faults, String pointer, String value) {
    if (PlainText.isBlank(value)) {
      faults.add(new FieldError(pointer, "required"));
    }
  }

  private static void known(
      List<FieldError> faults, String pointer, String code, Set<String> codes) {
    if (code == null) {
      faults.add(new FieldError(pointer, "required"));
    } else if (!codes.contains(code)) {
      faults.add(new FieldError(pointer, "unknown-code"));
    }
  }

  /** What nobody needs to say, and what has a code when it is said. */
  private static void knownIfSaid(
      List<FieldError> faults, String pointer, String code, Set<String> codes) {
    if (code != null) {
      known(faults, pointer, code, codes);
    }
  }

  private static void allKnown(
      List<FieldError> faults, String pointer, Set<String> given, Set<String> codes) {
    var at = 0;
    for (var code : given) {
      if (!codes.contains(code)) {
        faults.add(new FieldError(pointer + "/" + at, "unknown-code"));
      }
      at++;
    }
  }

  private static void text(List<FieldError> faults, String pointer, String text, int longest) {
    PlainText.fault(text, longest).ifPresent(code -> faults.add(new FieldError(pointer, code)));
  }

  /** What routing and clocks may know of it is in the facts; the words stay here. */
  @Override
  public String toString() {
    return "Said";
  }
}
