package org.isonomia.access.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.People;
import org.isonomia.access.Permission;
import org.isonomia.access.domain.Absence;
import org.isonomia.access.domain.AbsenceBook;
import org.isonomia.access.domain.Account;
import org.isonomia.access.domain.Accounts;
import org.isonomia.shared.AppClock;

/** Absences that run or are to come, and who may stand in for whom. */
@ApplicationScoped
@Transactional
public class SeeAbsences {
  /**
   * @param running whether the deputy stands in today
   * @param mine whether who asks may end it
   */
  public record Line(
      long id,
      String name,
      String deputy,
      LocalDate from,
      LocalDate to,
      boolean running,
      boolean mine) {}

  @Inject Accounts accounts;
  @Inject AbsenceBook book;
  @Inject Absences absences;
  @Inject People people;
  @Inject AppClock clock;

  /** One's own and those in which one stands in; whoever keeps absences sees all. */
  @Allowed(value = Permission.SIGNED_IN, trace = Allowed.Trace.NONE)
  public List<Line> open() {
    var me = Actor.current();
    var keeps = Permission.KEEP_ABSENCES.heldBy(me);
    var today = clock.today();
    return book.open(today).stream()
        .filter(a -> keeps || a.accountId() == me.accountId() || a.deputyId() == me.accountId())
        .map(a -> line(a, today, keeps || a.accountId() == me.accountId()))
        .toList();
  }

  private Line line(Absence a, LocalDate today, boolean mine) {
    return new Line(
        a.id(), name(a.accountId()), name(a.deputyId()), a.from(), a.to(), a.runsOn(today), mine);
  }

  private String name(long account) {
    return people.find(account).map(People.Person::name).orElse("");
  }

  /** Colleagues who may stand in for this person, by name. */
  @Allowed(value = Permission.ENTER_ABSENCE, trace = Allowed.Trace.NONE)
  public List<People.Person> deputiesOf(long accountId) {
    var absent = accounts.find(accountId).filter(Account::isActive).orElse(null);
    return absent == null
        ? List.of()
        : office().stream()
            .filter(p -> absences.mayStandIn(accounts.get(p.accountId()), absent))
            .toList();
  }

  /** Everybody of the office, by name. */
  @Allowed(value = Permission.ENTER_ABSENCE, trace = Allowed.Trace.NONE)
  public List<People.Person> office() {
    return Permission.ENTER_ABSENCE.roles().stream()
        .flatMap(role -> people.withRole(role).stream())
        .distinct()
        .sorted(
            java.util.Comparator.comparing(
                People.Person::name,
                java.text.Collator.getInstance(java.util.Locale.forLanguageTag("pl"))))
        .toList();
  }
}
