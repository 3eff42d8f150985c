package org.isonomia.access.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.function.Consumer;
import org.isonomia.access.Role;
import org.isonomia.access.domain.Account;
import org.isonomia.access.domain.Accounts;
import org.isonomia.access.domain.Passkeys;
import org.isonomia.privacy.Ledger;
import org.isonomia.privacy.Replays;

/**
 * After a restore: closed accounts are closed again, ended passwords end again, with the second
 * step, the passkeys and the phrase that went with them, and roles that were taken away go again.
 * Nothing here ever gives a right: whoever can write to the ledger's file must not get one.
 */
@ApplicationScoped
public class ReplayDeparture implements Replays {
  @Inject Accounts accounts;
  @Inject Passkeys passkeys;

  @Override
  public void replay(Ledger.Kind kind, String subject, Instant at) {
    if (kind != Ledger.Kind.DEPARTED) {
      return;
    }
    var words = subject.split("/", 3);
    switch (words[0]) {
      case "ACCOUNT" -> end(words[1], Account::close);
      case "KEY" -> end(words[1], account -> account.setPassword(null));
      case "ROLE" -> lose(Long.parseLong(words[1]), words[2]);
      case "PASSKEY" -> passkeys.remove(Long.parseLong(words[1]));
      default -> {
        // a membership or an institution's key: the room privacy ends it
      }
    }
  }

  private void lose(long id, String role) {
    if (role.equals(Role.SYSTEM_ADMINISTRATOR.name()) && accounts.lockAdministrators().size() < 2) {
      // who followed came after the backup and is not here: without this one nobody could be
      // invited
      return;
    }
    accounts.findById(id).ifPresent(account -> account.lose(role));
  }

  /** What the act did when it was done first; sessions and links are in no backup. */
  private void end(String id, Consumer<Account> how) {
    accounts
        .findById(Long.parseLong(id))
        .ifPresent(
            account -> {
              how.accept(account);
              accounts.endSecondStep(account.id());
              passkeys.forgetAllOf(account.id());
            });
  }
}
