package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.isonomia.access.People;
import org.isonomia.access.Teams;
import org.isonomia.privacy.Safes;
import org.isonomia.privacy.Team;
import org.isonomia.privacy.Trust;
import org.isonomia.shared.CaseNumber;

/** The people who handle cases together: active accounts that belong to the team OFFICE. */
@ApplicationScoped
class OfficeTeam {
  private static final Locale POLISH = Locale.forLanguageTag("pl");

  @Inject People people;
  @Inject Trust trust;
  @Inject Safes safes;

  /** By name. */
  List<People.Person> members() {
    var belong =
        trust.members(Team.OFFICE).stream()
            .map(Trust.Member::accountId)
            .collect(Collectors.toSet());
    var found = new TreeMap<Long, People.Person>();
    for (var role : Teams.roles(Team.OFFICE)) {
      people.withRole(role).stream()
          .filter(person -> belong.contains(person.accountId()))
          .forEach(person -> found.put(person.accountId(), person));
    }
    return found.values().stream()
        .sorted(Comparator.comparing(People.Person::name, Collator.getInstance(POLISH)))
        .toList();
  }

  /**
   * Those of them who hold a key to this case. Somebody who joined after a colleague was kept out
   * holds none.
   */
  Set<Long> readersOf(CaseNumber number) {
    var hold = safes.readersOf(number.value());
    return members().stream()
        .map(People.Person::accountId)
        .filter(hold::contains)
        .collect(Collectors.toSet());
  }
}
