package org.isonomia.referral.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.partner.Directory;
import org.isonomia.partner.Institution;
import org.isonomia.privacy.Compartment;
import org.isonomia.privacy.Ledger;
import org.isonomia.privacy.Safes;
import org.isonomia.privacy.Sealed;
import org.isonomia.privacy.Vault;
import org.isonomia.referral.CaseDoor;
import org.isonomia.referral.ReferralDesk;
import org.isonomia.referral.ReferralNumber;
import org.isonomia.referral.domain.Consent;
import org.isonomia.referral.domain.Referral;
import org.isonomia.referral.domain.Referrals;
import org.isonomia.referral.domain.ToldName;
import org.isonomia.referral.domain.ToldNames;
import org.isonomia.referral.domain.Vocabulary;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;
import org.isonomia.shared.Problem;
import org.isonomia.shared.Problem.FieldError;
import org.isonomia.workflow.Workflow;

/**
 * The room's front door. Whoever handles the case has checked that the actor may act on this case;
 * a reporter acts here as nobody in particular, behind the receipt that the caller has opened.
 */
@ApplicationScoped
@Transactional
public class StaffDesk implements ReferralDesk {
  static final String PICTURE = "partnerReferral";

  /** What was taken back, as the ledger says it. */
  private static final String CONSENT = "CONSENT";

  private static final String REFERRAL = "REFERRAL";
  private static final String NAME = "NAME";

  static final int LONGEST_WORDS = 20_000;
  private static final int LONGEST_BASIS = 500;
  private static final Set<String> CONSENTS = Set.of("PENDING", "GIVEN", "NOT_REQUIRED_LAW");

  @Inject Referrals referrals;
  @Inject CaseDoor cases;
  @Inject Directory directory;
  @Inject SendingReferral sending;
  @Inject TellingName telling;
  @Inject ToldNames names;
  @Inject ReferralSummaries summaries;
  @Inject Vault vault;
  @Inject Safes safes;
  @Inject Ledger ledger;
  @Inject Workflow workflow;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  @Override
  @Allowed(Permission.SEND_REFERRAL)
  public ReferralNumber refer(Request request) {
    check(request);
    var institution =
        directory
            .find(request.institutionId())
            .orElseThrow(() -> Problem.invalid("no-such-institution"));
    if (!institution.reachable()) {
      throw Problem.conflict("institution-unreachable");
    }
    var referral = make(request);
    referrals.add(referral);
    var pending = referral.consent().status() == Consent.Status.PENDING;
    if (pending) {
      events.fire(referral.askConsent(clock.instant()));
    } else {
      sending.send(referral);
    }
    var number = referral.number().value();
    workflow.start(PICTURE, number, title(referral, institution), Map.of("consentNeeded", pending));
    return referral.number();
  }

  private Referral make(Request request) {
    var now = clock.instant();
    var number = referrals.nextNumber(clock.today().getYear());
    safes.makeUnder(number.value(), request.caseNumber().value(), Compartment.CONTENT, List.of());
    var shared = new LinkedHashMap<String, Sealed>();
    for (var category : Vocabulary.CATEGORIES) {
      var words = words(request.shared(), category);
      if (words != null) {
        shared.put(category, vault.seal(number.value(), "shared." + category, words));
      }
    }
    var status = Consent.Status.valueOf(request.consent());
    var basis =
        status == Consent.Status.NOT_REQUIRED_LAW
            ? vault.seal(number.value(), "legalBasis", request.legalBasis().strip())
            : null;
    var consent =
        new Consent(
            status,
            request.institutionId(),
            shared.keySet(),
            request.reporterLanguage(),
            basis,
            now);
    return new Referral(
        number,
        request.caseNumber(),
        request.institutionId(),
        request.type(),
        freshAlias(request.institutionId()),
        consent,
        shared,
        Actor.current().accountId(),
        now);
  }

  private String freshAlias(long institutionId) {
    var alias = PartnerLinks.alias();
    // of some hundred thousand; a unique index stands behind it
    while (referrals.isTaken(institutionId, alias)) {
      alias = PartnerLinks.alias();
    }
    return alias;
  }

  private Sealed title(Referral referral, Institution institution) {
    return vault.seal(
        referral.number().value(),
        "title",
        institution.name() + " · " + referral.caseNumber().value());
  }

  private static void check(Request request) {
    var errors = new ArrayList<FieldError>();
    if (!Vocabulary.TYPES.contains(request.type())) {
      errors.add(new FieldError("type", "referral.error.type"));
    }
    if (!CONSENTS.contains(request.consent())) {
      errors.add(new FieldError("consent", "referral.error.consent"));
    }
    var basis = request.legalBasis() == null ? "" : request.legalBasis().strip();
    if ("NOT_REQUIRED_LAW".equals(request.consent())
        && (basis.isEmpty() || basis.length() > LONGEST_BASIS)) {
      errors.add(new FieldError("legalBasis", "referral.error.legalBasis"));
    }
    var known = Set.copyOf(Vocabulary.CATEGORIES);
    if (!known.containsAll(request.shared().keySet().stream().map(StaffDesk::code).toList())) {
      errors.add(new FieldError("shared", "referral.error.category"));
    }
    if (Vocabulary.CATEGORIES.stream()
        .allMatch(category -> words(request.shared(), category) == null)) {
      errors.add(new FieldError("shared", "referral.error.nothing-shared"));
    }
    if (request.shared().values().stream()
        .anyMatch(words -> words != null && words.length() > LONGEST_WORDS)) {
      errors.add(new FieldError("shared", "referral.error.too-long"));
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid("referral-invalid", errors);
    }
  }

  private static String code(String category) {
    return category.toUpperCase(Locale.ROOT);
  }

  private static String words(Map<String, String> shared, String category) {
    return shared.entrySet().stream()
        .filter(entry -> code(entry.getKey()).equals(category))
        .map(Map.Entry::getValue)
        .filter(words -> words != null && !words.isBlank())
        .map(String::strip)
        .findFirst()
        .orElse(null);
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.READ)
  public List<Summary> of(CaseNumber caseNumber) {
    return referrals.of(caseNumber).stream().map(summaries::of).toList();
  }

  @Override
  @Allowed(Permission.ANYONE)
  public void answerConsent(CaseNumber caseNumber, ReferralNumber number, boolean yes) {
    var referral = lock(caseNumber, number);
    if (yes) {
      events.fire(referral.giveConsent(clock.instant()));
      sending.send(referral);
      workflow.tell(PICTURE, number.value(), "referral.ConsentGiven", Map.of());
    } else {
      events.fire(referral.refuseConsent(clock.instant()));
      workflow.tell(PICTURE, number.value(), "referral.ReferralFailed", Map.of());
    }
  }

  @Override
  @Allowed(Permission.ANYONE)
  public void withdrawConsent(CaseNumber caseNumber, ReferralNumber number) {
    revoke(caseNumber, number, true);
  }

  @Override
  @Allowed(Permission.HAND_OVER)
  public void giveTo(CaseNumber caseNumber, long from, long to) {
    cases.take(caseNumber);
    for (var seen : referrals.of(caseNumber)) {
      var referral = referrals.lock(seen.number());
      if (referral.madeBy() == from) {
        referral.giveTo(to);
        workflow.replan(PICTURE, referral.number().value());
      }
    }
  }

  @Override
  @Allowed(Permission.ANYONE)
  public void revoke(CaseNumber caseNumber, ReferralNumber number) {
    revoke(caseNumber, number, false);
  }

  private void revoke(CaseNumber caseNumber, ReferralNumber number, boolean byReporter) {
    revoke(lock(caseNumber, number), byReporter);
    ledger.note(Ledger.Kind.WITHDRAWN, (byReporter ? CONSENT : REFERRAL) + "/" + number.value());
  }

  /**
   * After a restore, what the ledger knows and the backup did not.
   *
   * @param what {@link #CONSENT}, {@link #REFERRAL} or {@link #NAME}
   */
  @Allowed(value = Permission.HOUSE)
  public Void again(String what, CaseNumber caseNumber, ReferralNumber number) {
    var referral = lock(caseNumber, number);
    if (what.equals(NAME)) {
      telling.takeBack(referral);
    } else if (referral.status().isOpen()) {
      revoke(referral, what.equals(CONSENT));
    }
    return null;
  }

  private void revoke(Referral referral, boolean byReporter) {
    referral.revoke(byReporter, clock.instant()).forEach(events::fire);
    workflow.tell(PICTURE, referral.number().value(), "referral.ReferralRevoked", Map.of());
  }

  @Override
  @Allowed(Permission.ANYONE)
  public void tellName(CaseNumber caseNumber, ReferralNumber number, String name, String contact) {
    telling.tell(lock(caseNumber, number), name, contact);
  }

  @Override
  @Allowed(Permission.ANYONE)
  public void takeNameBack(CaseNumber caseNumber, ReferralNumber number) {
    telling.takeBack(lock(caseNumber, number));
    ledger.note(Ledger.Kind.WITHDRAWN, NAME + "/" + number.value());
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.READ)
  public Optional<OwnName> ownName(CaseNumber caseNumber, ReferralNumber number) {
    var subject = ToldName.subject(number);
    return referrals.of(caseNumber).stream()
        .filter(referral -> referral.number().equals(number))
        .findFirst()
        .flatMap(names::of)
        .filter(told -> told.takenBackAt() == null)
        .map(
            told ->
                new OwnName(
                    vault.openIfMine(subject, "name", told.name()),
                    vault.openIfMine(subject, "contact", told.contact())));
  }

  /** The case, then the referral: one order for everybody. */
  private Referral lock(CaseNumber caseNumber, ReferralNumber number) {
    cases.hold(caseNumber);
    var referral = referrals.lock(number);
    if (!referral.caseNumber().equals(caseNumber)) {
      throw Problem.forbidden("not-yours");
    }
    return referral;
  }
}
