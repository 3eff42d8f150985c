package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.isonomia.access.Role;
import org.isonomia.casework.domain.Case;
import org.isonomia.evidence.ReceiveFiles.Received;
import org.isonomia.intake.Mailbox;

/**
 * What a person of the office does with the reporter's mailbox. The mailbox counts unread messages
 * and the case remembers since when somebody waits: both end here, together, and nowhere else. A
 * letter of the house itself is no sign that somebody has read.
 */
@ApplicationScoped
public class Correspondence {
  @Inject Mailbox mailbox;

  /**
   * A person writes to the reporter, in the reporter's language, and so has read what lay there.
   */
  void answer(Case file, Role as, String text) {
    answer(file, as, text, List.of());
  }

  /** The same with files. */
  void answer(Case file, Role as, String text, List<Received> files) {
    mailbox.write(file.number(), SignedBy.role(as), file.language(), text, files);
    read(file);
  }

  /** The same with questions, each of which is answered in a field. */
  void ask(Case file, Role as, String text, List<Mailbox.Asking> questions) {
    mailbox.ask(file.number(), SignedBy.role(as), file.language(), text, questions);
    read(file);
  }

  /**
   * The same letter to many, pressed by a person: nothing of what lay in the mailbox was read for
   * it, and what the reporter waits for is still to come.
   */
  void tell(Case file, Role as, String text) {
    mailbox.write(file.number(), SignedBy.role(as), file.language(), text);
  }

  /** A person has read what the reporter wrote. */
  void read(Case file) {
    file.heardReporter();
    mailbox.markRead(file.number());
  }
}
