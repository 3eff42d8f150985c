package org.isonomia.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.council.domain.Majority;
import org.isonomia.council.persistence.Terms;
import org.isonomia.shared.AppClock;

/**
 * The rules of procedure of the term have changed: seats, quorum, majority. Counted votes stay as
 * they were counted.
 */
@ApplicationScoped
@Transactional
public class ChangeRules {
  public record Command(
      Integer seats, Integer quorumNumerator, Integer quorumDenominator, Majority majority) {}

  @Inject Terms terms;
  @Inject AppClock clock;

  @Allowed(Permission.KEEP_TERM)
  public void handle(Command command) {
    var typed = new Typed();
    typed.chosen("seats", command.seats());
    var rule = OpenTerm.rule(typed, command.quorumNumerator(), command.quorumDenominator());
    typed.chosen("majority", command.majority());
    typed.done();
    var term = terms.lock(terms.getOn(clock.today()).id());
    var seated = terms.activeMembers(term.id(), clock.today()).size();
    term.rule(command.seats(), rule, command.majority(), seated);
  }
}
