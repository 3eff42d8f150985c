package org.isonomia.evidence.content;

/** Hidden data cannot be taken out of this file safely; it is kept as it came. */
public final class CannotClean extends Exception {
  private static final long serialVersionUID = 1L;

  public CannotClean() {
    super(null, null, false, false);
  }
}
