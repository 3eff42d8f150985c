package org.isonomia.access.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.isonomia.access.Role;
import org.isonomia.access.domain.Account;
import org.isonomia.access.domain.Accounts;
import org.isonomia.privacy.Ledger;
import org.junit.jupiter.api.Test;

class ReplayDepartureTest {
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

  private static Account account(Role... roles) {
    return new Account("anna", null, Set.of(roles), "pl", null, false, AT);
  }

  private static ReplayDeparture among(Account account, List<Account> administrators) {
    var replay = new ReplayDeparture();
    replay.accounts =
        new Accounts() {
          @Override
          public Optional<Account> findById(long id) {
            return Optional.of(account);
          }

          @Override
          public List<Account> lockAdministrators() {
            return administrators;
          }
        };
    return replay;
  }

  @Test
  void a_role_that_was_taken_away_after_the_backup_goes_again() {
    var account = account(Role.AUDITOR, Role.ANALYST);
    var noted = new ArrayList<String>();
    ChangeRoles.noteLost(
        (kind, subject) -> noted.add(kind + " " + subject), account, Set.of(Role.ANALYST));
    assertThat(noted).containsExactly("DEPARTED ROLE/0/AUDITOR");
    among(account, List.of()).replay(Ledger.Kind.DEPARTED, "ROLE/0/AUDITOR", AT);
    assertThat(account.roles()).containsExactly(Role.ANALYST);
  }

  @Test
  void a_role_that_was_given_back_or_is_none_any_more_is_left_as_it_is() {
    var account = account(Role.ANALYST);
    among(account, List.of()).replay(Ledger.Kind.DEPARTED, "ROLE/0/SCRIBE", AT);
    assertThat(account.roles()).containsExactly(Role.ANALYST);
  }

  @Test
  void the_only_administrator_of_the_backup_stays_one() {
    var first = account(Role.SYSTEM_ADMINISTRATOR);
    among(first, List.of(first)).replay(Ledger.Kind.DEPARTED, "ROLE/0/SYSTEM_ADMINISTRATOR", AT);
    assertThat(first.roles()).containsExactly(Role.SYSTEM_ADMINISTRATOR);
    among(first, List.of(first, account(Role.SYSTEM_ADMINISTRATOR)))
        .replay(Ledger.Kind.DEPARTED, "ROLE/0/SYSTEM_ADMINISTRATOR", AT);
    assertThat(first.roles()).isEmpty();
  }
}
