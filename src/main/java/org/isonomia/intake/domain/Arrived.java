package org.isonomia.intake.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.isonomia.shared.Problem.FieldError;

/**
 * What the office knows of how a report reached it, beside what was said.
 *
 * @param receivedOn the day it came: all clocks begin there
 * @param postedOn day of the postmark, for a letter; may be {@code null}
 * @param identifier of an e-Doręczenia delivery, else {@code null}
 * @param source where the office knows it from when nobody reported it, else {@code null}
 * @param reason why it is typed in on a later day, else {@code null}
 * @param signed whether the protocol was read back and signed by both
 * @param receipt whether the person gets a receipt
 */
public record Arrived(
    Door door,
    LocalDate receivedOn,
    LocalDate postedOn,
    String identifier,
    String source,
    String reason,
    boolean signed,
    boolean receipt) {
  public static final int IDENTIFIER_LENGTH = 100;
  public static final int SOURCE_LENGTH = 2_000;
  public static final int REASON_LENGTH = 1_000;

  /**
   * Everything that is wrong with it, all at once; what was said has its own.
   *
   * @param today the city's date
   * @param furthest how many days ago it may have come at most
   */
  public List<FieldError> faults(Said said, LocalDate today, int furthest) {
    var faults = new ArrayList<FieldError>();
    dates(faults, today, furthest);
    if (door == Door.E_DORECZENIA) {
      text(faults, "/identifier", identifier, IDENTIFIER_LENGTH, true);
    }
    if (!door.hasReporter()) {
      text(faults, "/source", source, SOURCE_LENGTH, true);
      if (!said.identity().isAnonymous()) {
        faults.add(new FieldError("/identity/mode", "nobody-reported"));
      }
    }
    if (Codes.REQUESTED.contains(said.requested())) {
      if (!door.requested().contains(said.requested())) {
        faults.add(new FieldError("/requested", "formal-not-this-way"));
      } else if (door.needsProtocol(said.requested()) && !signed) {
        faults.add(new FieldError("/signed", "protocol-not-signed"));
      }
    }
    return faults;
  }

  private void dates(List<FieldError> faults, LocalDate today, int furthest) {
    if (receivedOn == null) {
      faults.add(new FieldError("/receivedOn", "required"));
      return;
    }
    if (receivedOn.isAfter(today)) {
      faults.add(new FieldError("/receivedOn", "date-in-future"));
    } else if (receivedOn.isBefore(today.minusDays(furthest))) {
      faults.add(new FieldError("/receivedOn", "too-long-ago"));
    } else if (receivedOn.isBefore(today)) {
      text(faults, "/reason", reason, REASON_LENGTH, true);
    }
    if (postedOn != null && postedOn.isAfter(receivedOn)) {
      faults.add(new FieldError("/postedOn", "posted-after-receipt"));
    }
  }

  private static void text(
      List<FieldError> faults, String pointer, String text, int longest, boolean required) {
    if (required && PlainText.isBlank(text)) {
      faults.add(new FieldError(pointer, "required"));
    }
    PlainText.fault(text, longest).ifPresent(code -> faults.add(new FieldError(pointer, code)));
  }

  /** Its words stay out of logs. */
  @Override
  public String toString() {
    return "Arrived[" + door + "]";
  }
}
