package org.isonomia.casework;

/** What a matter is in law; content decides, not form (KPA art. 222). Codes of the vocabulary. */
public enum Qualification {
  SIGNAL,
  COMPLAINT_KPA,
  REQUEST_KPA,
  PETITION,
  CRIME_NOTICE,
  INFO_REQUEST,
  WHISTLEBLOWING,
  NOT_IN_SCOPE;

  /** Whether it needs the reporter's name and address and carries statutory clocks. */
  public boolean isFormal() {
    return this == COMPLAINT_KPA || this == REQUEST_KPA || this == PETITION;
  }
}
