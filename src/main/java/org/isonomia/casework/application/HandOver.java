package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;
import org.isonomia.shared.Problem.FieldError;

/**
 * The coordinator gives the work of somebody who leaves to colleagues: case by case, or all to one.
 * Where that one is kept out of a case, it stays and is chosen for by itself. Each case is recorded
 * by itself.
 */
@ApplicationScoped
@Transactional
public class HandOver {
  /**
   * @param to case → colleague, for those that were chosen one by one
   * @param rest colleague for all others; {@code null} leaves them
   */
  public record Command(long from, Map<CaseNumber, Long> to, Long rest) {}

  /**
   * @param given how many went over
   * @param left how many are still theirs, as far as who acts may open them
   */
  public record Done(long given, long left) {}

  @Inject SeeHandOver see;
  @Inject HandOverCase one;

  /**
   * @throws Problem invalid with the field "all" when nothing was chosen, or {@code to-<number>}
   *     when that colleague may not have that case
   */
  @Allowed(value = Permission.HAND_OVER, trace = Allowed.Trace.NONE)
  public Done handle(Command command) {
    var theirs = see.of(command.from());
    long given = 0;
    for (var line : theirs.lines()) {
      var chosen = command.to().get(line.number());
      if (chosen != null && !mayHave(line, chosen)) {
        throw Problem.invalid(
            "incomplete", new FieldError("to-" + line.number().value(), "casework.error.assignee"));
      }
      var to = chosen == null ? command.rest() : chosen;
      if (to != null && mayHave(line, to)) {
        one.handle(new HandOverCase.Command(line.number(), command.from(), to));
        given++;
      }
    }
    if (given == 0) {
      throw Problem.invalid("incomplete", new FieldError("all", "casework.error.handOver"));
    }
    return new Done(given, theirs.lines().size() - given);
  }

  private static boolean mayHave(SeeHandOver.Line line, long account) {
    return line.colleagues().stream().anyMatch(person -> person.accountId() == account);
  }
}
