package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.isonomia.access.Actor;
import org.isonomia.access.People;
import org.isonomia.access.Permission;
import org.isonomia.casework.domain.Case;
import org.isonomia.casework.domain.Conflict;
import org.isonomia.casework.domain.Readings;
import org.isonomia.privacy.Team;
import org.isonomia.privacy.Trust;
import org.isonomia.privacy.Vault;

/** What a case's page says of conflicts of interest. */
@ApplicationScoped
class ConflictBook {
  @Inject OfficeTeam office;
  @Inject Readings readings;
  @Inject People people;
  @Inject Trust trust;
  @Inject Vault vault;

  ReadCase.Conflicts of(Case file) {
    var others =
        Permission.KEEP_OUT.heldBy(Actor.current())
            ? office.members().stream()
                .filter(person -> person.accountId() != Actor.current().accountId())
                .filter(person -> !file.isKeptOut(person.accountId()))
                .toList()
            : List.<People.Person>of();
    if (file.conflicts().isEmpty()) {
      return new ReadCase.Conflicts(List.of(), others);
    }
    var opened = readings.of(file.number());
    var refused = readings.refusedOf(file.number());
    var members = trust.members(Team.OFFICE);
    return new ReadCase.Conflicts(
        file.conflicts().stream().map(c -> line(file, c, opened, refused, members)).toList(),
        others);
  }

  private ReadCase.ConflictLine line(
      Case file,
      Conflict conflict,
      List<Readings.Reading> opened,
      List<Readings.Refused> refused,
      List<Trust.Member> members) {
    var number = file.number().value();
    var account = conflict.account();
    var reading = opened.stream().filter(r -> r.account() == account).findFirst();
    var tries = refused.stream().filter(r -> r.account() == account).findFirst();
    return new ReadCase.ConflictLine(
        account,
        name(account),
        conflict.at(),
        conflict.saidBy() == account ? null : name(conflict.saidBy()),
        vault.open(number, "conflict", conflict.reason()),
        members.stream()
            .filter(member -> member.accountId() == account)
            .map(member -> later(member.since(), file.openedAt()))
            .findFirst()
            .orElse(null),
        reading.map(Readings.Reading::firstAt).orElse(null),
        reading.map(Readings.Reading::lastAt).orElse(null),
        tries.map(Readings.Refused::times).orElse(0L),
        tries.map(Readings.Refused::lastAt).orElse(null),
        conflict.endedAt(),
        conflict.endedBy() == null ? null : name(conflict.endedBy()),
        vault.open(number, "conflictEnd", conflict.endReason()));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private String name(long account) {
    return people.find(account).map(People.Person::name).orElse("");
  }
}
