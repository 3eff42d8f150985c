package org.isonomia.casework.domain;

import java.util.List;
import org.isonomia.shared.CaseNumber;

/**
 * The blind index of private persons whom reports are about, as if in memory. Entries belong to one
 * key; those of an earlier one go when the case is indexed anew.
 */
public interface NameIndex {
  /** Cases about a private person that have no entry under this key, newest first. */
  List<CaseNumber> missing(long keyId, int most);

  /**
   * @param tag {@code null} when nobody was named
   */
  void put(CaseNumber number, long keyId, byte[] tag);

  /** The name was corrected: it is indexed anew when a custodian looks next. */
  void forget(CaseNumber number);

  /** Cases with this digest, newest first. */
  List<CaseNumber> find(long keyId, byte[] tag);
}
