package org.isonomia.rights.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Deed;
import org.isonomia.access.Institutions;
import org.isonomia.access.People;
import org.isonomia.access.Permission;
import org.isonomia.casework.CaseFiles;
import org.isonomia.privacy.Exposure;
import org.isonomia.privacy.Holder;
import org.isonomia.privacy.Team;
import org.isonomia.privacy.Vault;
import org.isonomia.rights.domain.Incident;
import org.isonomia.rights.domain.Incident.Choice;
import org.isonomia.rights.domain.Incident.Kind;
import org.isonomia.rights.domain.IncidentCase;
import org.isonomia.rights.domain.Incidents;
import org.isonomia.rights.persistence.AuditReads;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.ClockTerms;
import org.isonomia.shared.Problem;

/**
 * The data protection officer finds what a breach could have exposed and what was opened, by
 * numbers, and keeps what is decided: the authority within 72 hours, the persons without delay.
 */
@ApplicationScoped
@Transactional
public class KeepBreaches {
  /** Before anything was filed. */
  private static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");

  @Inject Incidents incidents;
  @Inject CaseFiles files;
  @Inject Exposure exposure;
  @Inject People people;
  @Inject Institutions institutions;
  @Inject AuditReads audit;
  @Inject Vault vault;
  @Inject ClockTerms clocks;
  @Inject AppClock clock;

  /**
   * @param subject number of the key, account or institution, or code of the team
   * @param from {@code null}: from the beginning
   * @param until {@code null}: until now
   * @param known {@code null}: now
   */
  public record Command(String kind, String subject, Instant from, Instant until, Instant known) {}

  /**
   * What may have fallen into wrong hands.
   *
   * @param holder whose key, for a key: {@code PERSON/17}
   * @param name of the person or institution; empty for a team, a time, a copy
   * @param at when a key was made, else {@code null}
   */
  public record Suspect(Kind kind, String subject, String holder, String name, Instant at) {}

  /** Everything that can be chosen: accounts and institutions by name, teams, keys. */
  @Allowed(value = Permission.KEEP_BREACHES, trace = Allowed.Trace.NONE)
  public List<Suspect> suspects() {
    var all = new ArrayList<Suspect>();
    var keys = exposure.keys();
    keys.stream()
        .map(key -> new Holder(key.holder()).accountId())
        .filter(id -> id != 0)
        .distinct()
        .forEach(id -> all.add(new Suspect(Kind.ACCOUNT, String.valueOf(id), "", name(id), null)));
    all.sort(Comparator.comparing(Suspect::name));
    for (var team : Team.values()) {
      all.add(new Suspect(Kind.TEAM, team.name(), "", "", null));
    }
    institutions
        .names()
        .forEach(
            (id, name) ->
                all.add(new Suspect(Kind.INSTITUTION, String.valueOf(id), "", name, null)));
    keys.stream()
        .filter(key -> !key.holder().equals(Holder.ESCROW.code()))
        .forEach(
            key ->
                all.add(
                    new Suspect(
                        Kind.KEY,
                        String.valueOf(key.id()),
                        key.holder(),
                        nameOf(new Holder(key.holder())),
                        key.at())));
    return all;
  }

  private String nameOf(Holder holder) {
    if (holder.team() != null) {
      return "";
    }
    return holder.accountId() != 0
        ? name(holder.accountId())
        : institutions.names().entrySet().stream()
            .filter(e -> Holder.institution(e.getKey()).equals(holder))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(holder.code());
  }

  private String name(long account) {
    return people.find(account).map(People.Person::name).orElse(String.valueOf(account));
  }

  /**
   * @param could what opens with it, or lay there
   * @param did what was opened in that time
   */
  public record Found(Set<CaseNumber> could, Set<CaseNumber> did) {}

  public record Line(String number, String kind, Instant knownAt, Instant due, boolean open) {}

  public record CaseLine(
      String number, String mode, boolean could, boolean did, boolean chosen, Instant toldAt) {}

  /**
   * @param due the 72 hours
   * @param reason opened
   */
  public record One(
      String number,
      String kind,
      String subject,
      Instant from,
      Instant until,
      Instant knownAt,
      ClockTerms.Due due,
      String authority,
      String persons,
      String reason,
      Instant decidedAt,
      Instant notifiedAt,
      Instant closedAt,
      boolean mayNotify,
      boolean mayClose,
      List<CaseLine> cases) {}

  @Allowed(value = Permission.KEEP_BREACHES, trace = Allowed.Trace.NONE)
  public List<Line> all() {
    return incidents.all().stream()
        .map(
            i ->
                new Line(
                    i.number(),
                    i.kind().name(),
                    i.knownAt(),
                    i.authorityDue(),
                    i.closedAt() == null))
        .toList();
  }

  /**
   * Finds and writes down.
   *
   * @return number of the incident
   * @throws Problem invalid for what is none
   */
  @Allowed(Permission.KEEP_BREACHES)
  public String handle(Command command) {
    var kind = kind(command.kind());
    var now = clock.instant();
    var from = command.from() == null ? BEGINNING : command.from();
    var until = command.until() == null ? now : command.until();
    var known = command.known() == null ? now : command.known();
    // the end is the first moment that is not meant any more
    if (!until.isAfter(from)) {
      throw wrong("until", "rights.wrong.until");
    }
    if (known.isAfter(now)) {
      throw wrong("known", "rights.wrong.known");
    }
    if ((kind == Kind.PERIOD || kind == Kind.BACKUP) && !command.subject().isBlank()) {
      // the column is in clear: codes and numbers of ours, no story; that is for the reason
      throw wrong("subject", "rights.wrong.subjectNone");
    }
    var found = find(kind, command.subject(), from, until);
    var incident =
        new Incident(
            incidents.nextNumber(),
            kind,
            command.subject().isBlank() ? null : command.subject().strip(),
            command.from(),
            until,
            known,
            clocks.due("BREACH_NOTICE", known).at(),
            Actor.current().accountId(),
            now);
    Deed.about(incident.number());
    var all = new TreeSet<>(found.could());
    all.addAll(found.did());
    incidents.add(
        incident,
        all.stream()
            .map(
                n ->
                    new IncidentCase(
                        incident.number(), n, found.could().contains(n), found.did().contains(n)))
            .toList());
    return incident.number();
  }

  private Found find(Kind kind, String subject, Instant from, Instant until) {
    var until0 = files.openedUntil(until);
    return switch (kind) {
      case KEY -> new Found(only(exposure.byKey(id(subject)), until0), Set.of());
      case ACCOUNT -> {
        var account = id(subject);
        yield new Found(
            only(exposure.byPerson(account, from, until), until0), read(account, from, until));
      }
      case TEAM -> new Found(only(exposure.byHolder(team(subject)), until0), Set.of());
      case INSTITUTION ->
          new Found(only(exposure.byHolder(Holder.institution(id(subject))), until0), Set.of());
      case PERIOD -> new Found(Set.of(), read(null, from, until));
      // what lay in it: numbers, codes and dates; words open only with a key and the shares
      case BACKUP -> new Found(new TreeSet<>(until0), Set.of());
    };
  }

  private Set<CaseNumber> read(Long account, Instant from, Instant until) {
    var read = new TreeSet<>(files.readBetween(account, from, until));
    read.addAll(audit.between(account, from, until));
    return read;
  }

  private static Set<CaseNumber> only(Set<String> roots, Collection<CaseNumber> there) {
    return there.stream()
        .filter(n -> roots.contains(n.value()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Kind kind(String code) {
    for (var kind : Kind.values()) {
      if (kind.name().equals(code)) {
        return kind;
      }
    }
    throw wrong("subject", "rights.wrong.subject");
  }

  private static long id(String typed) {
    try {
      return Long.parseLong(typed.strip());
    } catch (NumberFormatException notANumber) {
      throw wrong("subject", "rights.wrong.subject");
    }
  }

  private static Holder team(String typed) {
    for (var team : Team.values()) {
      if (team.name().equals(typed.strip().toUpperCase(java.util.Locale.ROOT))) {
        return team.holder();
      }
    }
    throw wrong("subject", "rights.wrong.subject");
  }

  private static Problem wrong(String field, String key) {
    return Problem.invalid("incomplete", new Problem.FieldError(field, key));
  }

  @Allowed(value = Permission.KEEP_BREACHES, trace = Allowed.Trace.NONE)
  public One one(String number) {
    var i = incidents.get(number);
    return new One(
        i.number(),
        i.kind().name(),
        i.subject(),
        i.from(),
        i.until(),
        i.knownAt(),
        clocks.due("BREACH_NOTICE", i.knownAt()),
        i.authority() == null ? null : i.authority().name(),
        i.persons() == null ? null : i.persons().name(),
        vault.openForHouse(number, "reason", i.reason()),
        i.authorityAt(),
        i.notifiedAt(),
        i.closedAt(),
        i.mayNotify(),
        i.mayClose(anybodyTold(number)),
        incidents.cases(number).stream().map(this::line).toList());
  }

  private CaseLine line(IncidentCase c) {
    // a case that was destroyed since has nobody to tell
    var mode =
        files.facts(List.of(c.number())).stream()
            .findFirst()
            .map(CaseFiles.Facts::identityMode)
            .orElse(null);
    return new CaseLine(c.number().value(), mode, c.could(), c.did(), c.chosen(), c.toldAt());
  }

  /** What is decided, why, and whose reporters are told. */
  @Allowed(Permission.KEEP_BREACHES)
  public void decide(
      String number, String authority, String persons, String reason, Collection<String> chosen) {
    if (reason == null || reason.isBlank() || reason.length() > 2000) {
      throw wrong("reason", "rights.wrong.reason");
    }
    if ("TELL".equals(persons) && !anybodyTold(number) && noneOf(number, chosen)) {
      throw wrong("cases", "rights.wrong.cases");
    }
    var incident = incidents.get(number);
    incident.decide(
        choice("authority", authority),
        choice("persons", persons),
        vault.sealForHouse(number, "reason", reason.strip()),
        clock.instant());
    incidents
        .cases(number)
        .forEach(c -> c.choose("TELL".equals(persons) && chosen.contains(c.number().value())));
  }

  private boolean noneOf(String number, Collection<String> chosen) {
    return incidents.cases(number).stream().noneMatch(c -> chosen.contains(c.number().value()));
  }

  private static Choice choice(String field, String code) {
    for (var choice : Choice.values()) {
      if (choice.name().equals(code)) {
        return choice;
      }
    }
    throw wrong(field, "rights.wrong.choice");
  }

  @Allowed(Permission.KEEP_BREACHES)
  public void notified(String number) {
    incidents.get(number).notified(clock.instant());
  }

  private boolean anybodyTold(String number) {
    return incidents.cases(number).stream().anyMatch(c -> c.toldAt() != null);
  }

  @Allowed(Permission.KEEP_BREACHES)
  public void close(String number) {
    incidents.get(number).close(anybodyTold(number), clock.instant());
  }
}
