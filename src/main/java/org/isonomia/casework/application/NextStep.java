package org.isonomia.casework.application;

/**
 * What a case handler chooses when they have assessed a case; the gateway of the picture reads the
 * code.
 */
public enum NextStep {
  INFORM,
  REFER,
  COUNCIL,
  FORWARD,
  CONCLUDE
}
