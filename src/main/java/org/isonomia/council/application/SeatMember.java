package org.isonomia.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Set;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.council.domain.Member;
import org.isonomia.council.domain.Office;
import org.isonomia.council.domain.SeatKind;
import org.isonomia.council.persistence.Terms;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.Problem;

/** A person takes a seat in the term of today. */
@ApplicationScoped
@Transactional
public class SeatMember {
  /**
   * @param accountId who signs in, or {@code null}
   * @param organisations codes of organisations the person works for or speaks for
   */
  public record Command(
      Long accountId, String name, SeatKind seatKind, Office office, Set<String> organisations) {}

  @Inject Terms terms;
  @Inject ComputeConflicts conflicts;
  @Inject Vault vault;
  @Inject AppClock clock;

  @Allowed(Permission.KEEP_TERM)
  public void handle(Command command) {
    seat(terms.getOn(clock.today()).id(), clock.today(), command);
  }

  /** The same from another day, while a whole term is set up. */
  @Allowed(Permission.HOUSE)
  public void seat(long termId, LocalDate from, Command command) {
    var typed = new Typed();
    var name = typed.text("name", command.name(), Typed.TITLE);
    typed.chosen("seatKind", command.seatKind());
    typed.chosen("office", command.office());
    var organisations = typed.organisations("organisations", command.organisations());
    typed.done();
    var term = terms.lock(termId);
    if (terms.activeMembers(term.id(), from).size() >= term.seats()) {
      throw Problem.conflict("no-seat-free");
    }
    if (command.accountId() != null && terms.findMember(command.accountId(), from).isPresent()) {
      throw Problem.invalid("account-seated", new Problem.FieldError("account", "account-seated"));
    }
    var number = term.nextMember();
    var member =
        new Member(
            term,
            number,
            command.accountId(),
            vault.sealForHouse(number, "name", name),
            command.seatKind(),
            command.office(),
            organisations,
            from);
    terms.add(member);
    conflicts.onMember(member, clock.instant());
  }
}
