package org.isonomia.privacy;

import java.time.LocalDate;
import java.util.Set;
import org.isonomia.shared.CaseNumber;

/**
 * One case that goes.
 *
 * @param names its number and the numbers of everything that hangs on it in any room
 * @param onRequest whether a person asked for it; else its time was over
 * @param on the day it goes, in the city
 * @param again whether it was destroyed before, and a restore brought it back: the ledger knows of
 *     it already
 */
public record Erasure(
    CaseNumber number, Set<String> names, boolean onRequest, LocalDate on, boolean again) {
  public Erasure {
    names = Set.copyOf(names);
  }
}
