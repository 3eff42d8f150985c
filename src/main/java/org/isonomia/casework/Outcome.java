package org.isonomia.casework;

/**
 * How a case ended; closing codes of the vocabulary. The office advises and refers: none of them is
 * a verdict.
 */
public enum Outcome {
  CONFIRMED,
  LIKELY,
  NOT_CONFIRMED,
  INSUFFICIENT_INFO,
  OUT_OF_SCOPE,
  SETTLED,
  APOLOGY_REMEDY,
  PRACTICE_CHANGED,
  REFERRED_ACCEPTED,
  REFERRED_NO_RESPONSE,
  LEGAL_ACTION_STARTED,
  CRIMINAL_PROCEEDINGS,
  INFO_GIVEN,
  RECOMMENDATION_ISSUED,
  WITHDRAWN,
  NO_CONTACT,
  DUPLICATE,
  REPEAT_239,
  ABUSIVE
}
