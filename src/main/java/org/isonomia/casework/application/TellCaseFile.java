package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.People;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.casework.CaseFiles;
import org.isonomia.casework.domain.Case;
import org.isonomia.casework.domain.CaseList;
import org.isonomia.casework.domain.Cases;
import org.isonomia.casework.domain.Readings;
import org.isonomia.privacy.Compartment;
import org.isonomia.privacy.Safes;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/**
 * What the room of the rights of persons needs of a case. Its acts ask for the permission; the row
 * rule of the case is asked here.
 */
@ApplicationScoped
@Transactional
public class TellCaseFile implements CaseFiles {
  @Inject Register register;
  @Inject Refusals refusals;
  @Inject Cases cases;
  @Inject CaseList list;
  @Inject Readings readings;
  @Inject People people;
  @Inject Correspondence correspondence;
  @Inject Safes safes;
  @Inject Vault vault;

  @Override
  @Allowed(value = Permission.READ_CASE, trace = Allowed.Trace.NONE)
  public boolean isTheirs(CaseNumber number) {
    return cases.find(number).filter(Register::isTheirs).isPresent();
  }

  @Override
  @Allowed(value = Permission.OPEN_IDENTITY, trace = Allowed.Trace.NONE)
  public boolean isCustodians(CaseNumber number) {
    return cases
        .find(number)
        .filter(c -> c.identityMode().equals("CONFIDENTIAL"))
        .filter(c -> !c.isKeptOut(Actor.current().accountId()))
        .isPresent();
  }

  @Override
  @Allowed(value = Permission.READ_CASE, trace = Allowed.Trace.NONE)
  public Facts toOffice(CaseNumber number) {
    return facts(register.look(number));
  }

  @Override
  @Allowed(value = Permission.OPEN_IDENTITY, trace = Allowed.Trace.NONE)
  public Facts toCustodian(CaseNumber number) {
    var me = Actor.current().accountId();
    var file =
        cases
            .find(number)
            .filter(c -> c.identityMode().equals("CONFIDENTIAL"))
            .orElseThrow(() -> Problem.forbidden("case-not-yours"));
    if (file.isKeptOut(me)) {
      refusals.keep(number, me);
      throw Problem.forbidden("case-not-yours");
    }
    return facts(file);
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Facts known(CaseNumber number) {
    return facts(cases.find(number).orElseThrow(() -> Problem.forbidden("case-not-yours")));
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Dossier dossier(CaseNumber number) {
    var file = cases.find(number).orElseThrow(() -> Problem.forbidden("case-not-yours"));
    boolean open = safes.isOpen(number.value(), Compartment.CONTENT);
    return new Dossier(
        file.matters().stream()
            .map(
                m ->
                    new Matter(
                        m.n(),
                        m.qualification().name(),
                        m.status().name(),
                        m.since(),
                        m.outcome() == null ? null : m.outcome().name(),
                        m.manner() == null ? null : m.manner().name(),
                        m.decisions().stream()
                            .map(d -> new Decision(d.qualification().name(), d.at()))
                            .toList()))
            .toList(),
        file.deadlines().stream()
            .map(
                d ->
                    new Clock(
                        d.matter().n(),
                        d.clock(),
                        d.state().name(),
                        d.startedOn(),
                        d.dueOn(),
                        d.movedBecause(),
                        d.basis(),
                        d.extendedFrom(),
                        open ? vault.open(number.value(), "extension", d.reason()) : null))
            .toList(),
        readings.of(number).stream()
            .map(r -> new Look(roles(r.account()), r.firstAt(), r.lastAt()))
            .toList());
  }

  /** Also for the reporter behind the receipt, who is signed in nowhere: roles, never names. */
  private Set<String> roles(long account) {
    return people.rolesOf(account).stream()
        .map(Role::name)
        .sorted()
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  @Allowed(value = Permission.KEEP_BREACHES, trace = Allowed.Trace.NONE)
  public List<CaseNumber> openedUntil(Instant at) {
    return list.openedUntil(at);
  }

  @Override
  @Allowed(value = Permission.KEEP_BREACHES, trace = Allowed.Trace.NONE)
  public Set<CaseNumber> readBetween(Long account, Instant from, Instant until) {
    return list.readBetween(account, from, until);
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public List<Facts> facts(Collection<CaseNumber> numbers) {
    return numbers.stream()
        .map(cases::find)
        .flatMap(Optional::stream)
        .map(TellCaseFile::facts)
        .toList();
  }

  @Override
  @Allowed(value = Permission.MESSAGE_REPORTER, trace = Allowed.Trace.NONE)
  public void write(CaseNumber number, String text) {
    correspondence.tell(register.look(number), Role.CASE_HANDLER, text);
  }

  private static Facts facts(Case file) {
    return new Facts(
        file.number(),
        file.identityMode(),
        file.language(),
        file.openedAt(),
        file.closedAt(),
        file.matters().stream()
            .map(m -> m.qualification().name())
            .collect(Collectors.toCollection(LinkedHashSet::new)));
  }
}
