package org.isonomia.access.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.isonomia.access.domain.Accounts;
import org.isonomia.privacy.Ledger;
import org.isonomia.privacy.Replays;

/** After a restore: closed accounts are closed again, and ended passwords end again. */
@ApplicationScoped
public class ReplayDeparture implements Replays {
  @Inject Accounts accounts;

  @Override
  public void replay(Ledger.Kind kind, String subject) {
    if (kind != Ledger.Kind.DEPARTED) {
      return;
    }
    var words = subject.split("/", 3);
    switch (words[0]) {
      case "ACCOUNT" ->
          accounts.findById(Long.parseLong(words[1])).ifPresent(account -> account.close());
      case "KEY" ->
          accounts
              .findById(Long.parseLong(words[1]))
              .ifPresent(account -> account.setPassword(null));
      default -> {
        // a key or a membership: the room privacy ends it
      }
    }
  }
}
