package org.isonomia.access.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.isonomia.access.Allowed;
import org.isonomia.access.People;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.access.domain.Account;
import org.isonomia.access.domain.Accounts;
import org.isonomia.privacy.Vault;

/** Names of the people who work here. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class FindPeople implements People {
  private static final Locale POLISH = Locale.forLanguageTag("pl");

  @Inject Accounts accounts;
  @Inject Vault vault;

  @Override
  @Allowed(value = Permission.SIGNED_IN, trace = Allowed.Trace.NONE)
  public Optional<Person> find(long accountId) {
    try {
      return Optional.of(person(accounts.get(accountId)));
    } catch (org.isonomia.shared.Problem gone) {
      return Optional.empty();
    }
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public java.util.Set<Role> rolesOf(long accountId) {
    try {
      return accounts.get(accountId).roles();
    } catch (org.isonomia.shared.Problem gone) {
      return java.util.Set.of();
    }
  }

  @Override
  @Allowed(value = Permission.SIGNED_IN, trace = Allowed.Trace.NONE)
  public List<Person> withRole(Role role) {
    return accounts.all().stream()
        .filter(Account::isActive)
        .filter(account -> account.roles().contains(role))
        .map(this::person)
        .sorted(Comparator.comparing(Person::name, Collator.getInstance(POLISH)))
        .toList();
  }

  private Person person(Account account) {
    return new Person(
        account.id(),
        vault.openForHouse(account.login(), "name", account.name()),
        account.roles(),
        account.institutionId());
  }
}
