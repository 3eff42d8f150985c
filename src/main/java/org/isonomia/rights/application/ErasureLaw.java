package org.isonomia.rights.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.isonomia.casework.CaseFiles;
import org.isonomia.retention.ErasureDesk;
import org.isonomia.retention.Keeping;
import org.isonomia.shared.CaseNumber;

/**
 * Whether a case may be erased because its person asks (GDPR art. 17), as the retention says: a
 * formal file is kept as the law on archives says (art. 17(3)(b) and (d)), an open case is being
 * handled in the public interest (b), a signal that is closed goes.
 */
@ApplicationScoped
class ErasureLaw {
  /**
   * @param refusal code of why not; {@code null} when it may
   * @param basis provision by which it is kept; {@code null} when not known
   * @param until last day; {@code null} while open or not known
   */
  record Answer(String refusal, String basis, LocalDate until) {}

  @Inject CaseFiles files;
  @Inject Keeping keeping;
  @Inject ErasureDesk desk;

  Answer of(CaseNumber number) {
    var refusal = desk.refusal(number).map(Enum::name).orElse(null);
    if (ErasureDesk.Refusal.NO_CASE.name().equals(refusal)) {
      return new Answer(refusal, null, null);
    }
    var facts = files.known(number);
    var kept = keeping.of(facts.qualifications(), facts.closedAt());
    return new Answer(
        refusal,
        kept.map(Keeping.Kept::basis).orElse(null),
        kept.map(Keeping.Kept::until).orElse(null));
  }

  /**
   * Puts it on the list of what is to be erased.
   *
   * @return number of the list
   */
  String propose(CaseNumber number) {
    return desk.propose(number, ErasureDesk.Ground.NOT_NEEDED);
  }
}
