package org.isonomia.privacy.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.isonomia.privacy.Holder;
import org.isonomia.privacy.Ledger;
import org.isonomia.privacy.Replays;
import org.isonomia.privacy.Safes;
import org.isonomia.privacy.Trust;

/** After a restore: what this room destroys or ends, it destroys and ends again. */
@ApplicationScoped
public class ReplayKeys implements Replays {
  @Inject Safes safes;
  @Inject Trust trust;

  @Override
  public void replay(Ledger.Kind kind, String subject, Instant at) {
    if (kind == Ledger.Kind.ERASED) {
      safes.eraseAgain(subject);
    }
    if (kind == Ledger.Kind.DEPARTED) {
      var words = subject.split("/", 3);
      switch (words[0]) {
        case "ACCOUNT", "KEY" -> trust.retirePerson(Long.parseLong(words[1]));
        case "PASSKEY" ->
            trust.removeLock(Long.parseLong(words[2]), Trust.Way.passkey(Long.parseLong(words[1])));
        case "MEMBER" -> trust.endAgain(new Holder(words[2]), Long.parseLong(words[1]));
        case "INSTITUTION" -> trust.retireInstitution(new Holder(subject));
        case "ROLE" -> {
          // the room access takes it away
        }
        default -> throw new IllegalArgumentException("not a subject of the ledger");
      }
    }
  }
}
