package org.isonomia.rights.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Set;
import org.isonomia.access.Actor;
import org.isonomia.casework.CaseFiles;
import org.isonomia.retention.ErasureDesk;
import org.isonomia.rights.persistence.RetentionTerms;
import org.isonomia.shared.CaseNumber;

/**
 * Whether a case may be erased because its person asks (GDPR art. 17), computed from its class: a
 * formal file is kept as the law on archives says (art. 17(3)(b) and (d)), an open case is being
 * handled in the public interest (b), a signal that is closed goes.
 */
@ApplicationScoped
class ErasureLaw {
  private static final Set<String> FORMAL =
      Set.of("COMPLAINT_KPA", "REQUEST_KPA", "PETITION", "CRIME_NOTICE");

  /**
   * @param refusal code of why not; {@code null} when it may
   * @param basis provision by which it is kept; {@code null} when not known
   * @param until last day; {@code null} while open or not known
   */
  record Answer(String refusal, String basis, LocalDate until) {}

  @Inject CaseFiles files;
  @Inject RetentionTerms terms;
  @Inject Instance<ErasureDesk> desk;

  Answer of(CaseNumber number) {
    var facts = files.known(number);
    var kept = terms.of(facts.qualifications(), facts.closedAt());
    var refusal =
        desk.isResolvable()
            ? Actor.HOUSE.run(() -> desk.get().refusal(number)).map(Enum::name).orElse(null)
            : plain(facts);
    return new Answer(
        refusal,
        kept.map(RetentionTerms.Kept::basis).orElse(null),
        kept.map(RetentionTerms.Kept::until).orElse(null));
  }

  /** What follows from the class alone. */
  static String plain(CaseFiles.Facts facts) {
    if (facts.closedAt() == null) {
      return ErasureDesk.Refusal.STILL_OPEN.name();
    }
    return facts.qualifications().stream().anyMatch(FORMAL::contains)
        ? ErasureDesk.Refusal.FORMAL_FILE.name()
        : null;
  }

  /**
   * Puts it on the list of what is to be erased.
   *
   * @return number of the list; {@code null} in an installation that has no lists
   */
  String propose(CaseNumber number) {
    return desk.isResolvable() ? desk.get().propose(number, ErasureDesk.Ground.NOT_NEEDED) : null;
  }
}
