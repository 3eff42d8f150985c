package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.CaseStanding;
import org.isonomia.intake.CaseStanding.Matter;
import org.isonomia.intake.CaseStanding.Standing;
import org.isonomia.intake.ConsentDesk;
import org.isonomia.intake.ConsentDesk.Consent;
import org.isonomia.intake.IntakeEvent.MailboxOpened;
import org.isonomia.intake.Mailbox;
import org.isonomia.intake.domain.Receipt;
import org.isonomia.intake.persistence.BlindNotices;
import org.isonomia.intake.persistence.FiledReports;
import org.isonomia.intake.persistence.RemovedReports;
import org.isonomia.privacy.Safes;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;

/**
 * What lies behind a receipt, for the reporter: where the case stands, messages, dates, consents.
 */
@ApplicationScoped
@Transactional
public class OpenMailbox {
  @Inject FiledReports reports;
  @Inject RemovedReports removed;
  @Inject ReceiptKeys receiptKeys;
  @Inject Safes safes;
  @Inject Mailbox mailbox;
  @Inject BlindNotices notices;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;
  @Inject Instance<CaseStanding> standing;
  @Inject Instance<ConsentDesk> consentDesk;

  /**
   * @param language tag of the language the reporter reads
   * @param standing matters, the most active one first, never empty; dates, soonest first
   */
  public record Contents(
      CaseNumber number,
      String language,
      Standing standing,
      List<Mailbox.Message> messages,
      List<Consent> consents) {
    /** The matter the reporter sees first. */
    public Matter first() {
      return standing.matters().get(0);
    }
  }

  /**
   * What stands behind a receipt: a report, or the day on which it was removed.
   *
   * @param number {@code null} when it was removed
   * @param removed {@code null} while it is there
   */
  public record Behind(CaseNumber number, Removed removed) {}

  /**
   * What is told of a report that is no more. Only the receipt finds it, and whoever has the
   * receipt knows that there was a report: it names no case, and is forgotten after a year.
   */
  public record Removed(LocalDate on, boolean onRequest) {}

  /**
   * What is behind a receipt, whose keys are open for the rest of the request; one derivation and
   * three looks into indexes, whether there is a report or not.
   */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Optional<Behind> behind(Receipt receipt) {
    var derived = receiptKeys.ofTyped(receipt);
    var number = reports.numberByReceipt(derived.index());
    var gone = removed.find(derived.index());
    var opened =
        safes.openWith(
            number.map(CaseNumber::value).orElse("nothing"), Safes.RECEIPT, derived.key());
    return number
        .filter(n -> opened)
        .map(n -> new Behind(n, null))
        .or(() -> gone.map(g -> new Behind(null, new Removed(g.on(), g.onRequest()))));
  }

  /** Tag of the language the reporter reads. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public String language(CaseNumber number) {
    return reports.language(number);
  }

  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.READ)
  public Contents read(CaseNumber number) {
    notices.seen(number);
    events.fire(new MailboxOpened(number, clock.instant()));
    var stands = standing(number);
    boolean asks = !isTakenBack(stands);
    return new Contents(
        number,
        reports.language(number),
        stands,
        mailbox.thread(number),
        consentDesk.isResolvable()
            ? consentDesk.get().of(number).stream()
                .filter(consent -> asks || !consent.status().equals("PENDING"))
                .toList()
            : List.of());
  }

  /**
   * Questions of the office that are answered in fields, oldest first. Whoever took the report back
   * is asked nothing any more, and reads what they had answered.
   */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public List<Mailbox.Question> questions(CaseNumber number) {
    boolean asks = !isTakenBack(standing(number));
    return mailbox.questions(number).stream()
        .filter(question -> asks || question.answer() != null)
        .toList();
  }

  private static boolean isTakenBack(Standing standing) {
    return standing.matters().stream().anyMatch(matter -> "WITHDRAWN".equals(matter.outcome()));
  }

  /** What the office asks to be completed first, opened by the receipt. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Optional<CaseStanding.Summons> summons(CaseNumber number) {
    return summonses(number).stream().findFirst();
  }

  /** All letters that the office asks to be completed, the one that is asked first at the front. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public List<CaseStanding.Summons> summonses(CaseNumber number) {
    return standing.isResolvable() && !isTakenBack(standing(number))
        ? standing.get().summonses(number)
        : List.of();
  }

  /** Until when what was told is kept, once the case is over. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Optional<CaseStanding.Kept> kept(CaseNumber number) {
    return standing.isResolvable() ? standing.get().kept(number) : Optional.empty();
  }

  /** Where the case stands; before anybody handles cases, it is received. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Standing standing(CaseNumber number) {
    var found = standing.isResolvable() ? standing.get().of(number) : null;
    if (found != null && !found.matters().isEmpty()) {
      return found;
    }
    var facts = reports.get(number).facts();
    return new Standing(
        List.of(new Matter(1, facts.requested(), "NEW", 1, null, null, facts.filedAt())),
        List.of(),
        List.of());
  }
}
