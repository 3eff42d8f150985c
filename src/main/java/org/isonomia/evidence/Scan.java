package org.isonomia.evidence;

/** What the malware scanner of the house said of a file. */
public enum Scan {
  /** It found nothing. */
  CLEAN,
  /** The house has no scanner: nobody has looked. */
  NONE,
  /** There is a scanner, and it did not answer: nobody opens the file until it does. */
  WAITING,
  /** It found something: nobody opens the file. */
  FOUND
}
