package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.isonomia.access.Allowed;
import org.isonomia.access.People;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.access.WhoRead;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;

/**
 * Which roles opened the case and on which days, for the reporter: the truth of the audit, without
 * names.
 */
@ApplicationScoped
@Transactional
public class SeeWhoOpened {
  /** An institution that came by a link. */
  public static final String PARTNER = Role.PARTNER_USER.name();

  /**
   * @param role code of the role that the person has today, the record keeps none; somebody with
   *     several is told by the one that works most closely on cases
   * @param on the city's date
   */
  public record Line(String role, LocalDate on) {}

  @Inject Instance<WhoRead> record;
  @Inject People people;

  /** All of them, newest first; each role once a day. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public List<Line> of(CaseNumber number) {
    if (!record.isResolvable()) {
      return List.of();
    }
    var lines = new LinkedHashSet<Line>();
    Long before = null;
    do {
      var page = record.get().of(number, before);
      for (var reading : page.readings()) {
        lines.add(new Line(role(reading), LocalDate.ofInstant(reading.at(), AppClock.CITY)));
      }
      before = page.more();
    } while (before != null);
    return List.copyOf(lines);
  }

  private String role(WhoRead.Reading reading) {
    if (reading.accountId() == 0) {
      return PARTNER;
    }
    var roles = people.rolesOf(reading.accountId());
    // a case handler who is also something else read it as the case handler
    for (var first : List.of(Role.CASE_HANDLER, Role.INTAKE_OFFICER)) {
      if (roles.contains(first)) {
        return first.name();
      }
    }
    return Arrays.stream(Role.values())
        .filter(roles::contains)
        .findFirst()
        .map(Role::name)
        .orElse(null);
  }
}
