package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.isonomia.access.Allowed;
import org.isonomia.access.People;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.access.WhoRead;
import org.isonomia.shared.CaseNumber;

/** Who has read a case, for those who may read it. */
@ApplicationScoped
@Transactional
public class SeeReaders {
  /**
   * One reader, within an hour.
   *
   * @param name {@code null} for a partner who came by a link
   * @param at the last time
   */
  public record Line(String name, Set<Role> roles, Instant at, int times) {}

  /**
   * @param more where the next page begins, or {@code null} at the end
   */
  public record Page(List<Line> lines, Long more) {}

  @Inject Register register;
  @Inject People people;
  @Inject Instance<WhoRead> record;

  /**
   * @param before {@code null} for the newest
   * @throws org.isonomia.shared.Problem forbidden "case-not-yours"
   */
  @Allowed(value = Permission.READ_CASE, trace = Allowed.Trace.NONE)
  public Page handle(CaseNumber number, Long before) {
    register.look(number);
    if (!record.isResolvable()) {
      return new Page(List.of(), null);
    }
    var page = record.get().of(number, before);
    return new Page(page.readings().stream().map(this::line).toList(), page.more());
  }

  private Line line(WhoRead.Reading reading) {
    var person = people.find(reading.accountId());
    return new Line(
        person.map(People.Person::name).orElse(null),
        person.map(People.Person::roles).orElse(Set.of()),
        reading.at(),
        reading.times());
  }
}
