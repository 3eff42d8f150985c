package org.isonomia.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.council.domain.Majority;
import org.isonomia.council.domain.Quorum;
import org.isonomia.council.domain.Term;
import org.isonomia.council.persistence.Terms;

/** The Mayor has appointed a new term; the secretary enters it with its rules of procedure. */
@ApplicationScoped
@Transactional
public class OpenTerm {
  /** All but the majority may be {@code null} when nothing sensible was typed. */
  public record Command(
      Integer number,
      LocalDate from,
      LocalDate to,
      Integer seats,
      Integer quorumNumerator,
      Integer quorumDenominator,
      Majority majority) {}

  @Inject Terms terms;

  @Allowed(Permission.KEEP_TERM)
  public void handle(Command command) {
    var typed = new Typed();
    typed.chosen("number", command.number());
    typed.chosen("from", command.from());
    typed.chosen("to", command.to());
    typed.chosen("seats", command.seats());
    typed.chosen("majority", command.majority());
    var rule = rule(typed, command.quorumNumerator(), command.quorumDenominator());
    if (command.number() != null && terms.has(command.number())) {
      typed.wrong("number", "term-exists");
    }
    typed.done();
    terms.add(
        new Term(
            command.number(),
            command.from(),
            command.to(),
            command.seats(),
            rule,
            command.majority()));
  }

  static Quorum.Rule rule(Typed typed, Integer numerator, Integer denominator) {
    if (numerator == null
        || denominator == null
        || numerator < 1
        || denominator < numerator
        || denominator > 100) {
      typed.wrong("quorum", "quorum");
      return null;
    }
    return new Quorum.Rule(numerator, denominator);
  }
}
