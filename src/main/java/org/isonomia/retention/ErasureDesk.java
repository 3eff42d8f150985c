package org.isonomia.retention;

import java.util.Optional;
import org.isonomia.shared.CaseNumber;

/**
 * Erasure because the person it is about asks for it (GDPR art. 17). A request becomes a list of
 * one case, which another person approves, as every list.
 */
public interface ErasureDesk {
  /** Why the person may ask, GDPR art. 17(1). */
  enum Ground {
    /** (a) no longer needed. */
    NOT_NEEDED,
    /** (b) consent withdrawn. */
    CONSENT_WITHDRAWN,
    /** (c) objection. */
    OBJECTION,
    /** (d) processed unlawfully. */
    UNLAWFUL,
    /** (e) a legal obligation to erase. */
    LEGAL_OBLIGATION,
    /** (f) collected from a child for a service. */
    CHILD
  }

  /** Why it is refused. */
  enum Refusal {
    /** No such case, or it is no more. */
    NO_CASE,
    /** It is being handled: art. 17(3)(b), a task in the public interest. */
    STILL_OPEN,
    /** A formal file, which the law on archives keeps until its day: art. 17(3)(b) and (d). */
    FORMAL_FILE,
    /** It is held for a claim or an authority: art. 17(3)(e) or (b). */
    HELD,
    /** It already waits in a list. */
    ALREADY_LISTED
  }

  /** Why this case may not be erased on request now; empty when it may. */
  Optional<Refusal> refusal(CaseNumber number);

  /**
   * Proposes the erasure; another records manager or data protection officer approves it.
   *
   * @return number of the list
   * @throws org.isonomia.shared.Problem conflict {@code erasure-refused-} and the refusal in lower
   *     case with hyphens
   */
  String propose(CaseNumber number, Ground ground);
}
