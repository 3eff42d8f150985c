package org.isonomia.intake.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Doors at which staff type a report in; codes of the vocabulary's channel. What may come through
 * each follows the regulation of 8 January 2002: a complaint comes in writing or is told to a
 * protocol that both sign (§ 5 and § 6), so a telephone call alone is a signal.
 */
public enum Door {
  PHONE(true, false),
  DESK(true, true),
  LETTER(true, true),
  EMAIL(true, true),
  E_DORECZENIA(true, true),
  POLICE_INFO(false, false),
  MEDIA(false, false),
  OWN_INITIATIVE(false, false);

  private final boolean reporter;
  private final boolean formal;

  Door(boolean reporter, boolean formal) {
    this.reporter = reporter;
    this.formal = formal;
  }

  public static Optional<Door> of(String code) {
    return Arrays.stream(values()).filter(door -> door.name().equals(code)).findFirst();
  }

  /** Whether somebody told it, who may get a receipt; else the office noticed it itself. */
  public boolean hasReporter() {
    return reporter;
  }

  /** Whether a complaint, a request or a petition may come this way. */
  public boolean takesFormal() {
    return formal;
  }

  /** What may be asked for here. */
  public List<String> requested() {
    return Codes.REQUESTED.stream().filter(code -> formal || !Codes.isFormal(code)).toList();
  }

  /** Whether this, told at this door, is a formal matter only with a signed protocol. */
  public boolean needsProtocol(String requested) {
    return this == DESK && Codes.REQUESTED.contains(requested) && Codes.isFormal(requested);
  }
}
