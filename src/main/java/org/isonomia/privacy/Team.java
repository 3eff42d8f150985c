package org.isonomia.privacy;

/**
 * Who reads together: each team has one key pair, whose private half every member can open. Which
 * roles may belong to a team is said by the room access.
 */
public enum Team {
  /** The office that handles cases. */
  OFFICE,
  /** Those who may open the identity of a CONFIDENTIAL reporter. */
  CUSTODIANS,
  /** Those who get single texts to translate, and nothing else. */
  TRANSLATORS,
  /** The Council: its agenda items, never a case. */
  COUNCIL;

  public Holder holder() {
    return new Holder("TEAM/" + name());
  }
}
