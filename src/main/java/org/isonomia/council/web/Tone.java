package org.isonomia.council.web;

import org.isonomia.council.domain.ItemStatus;
import org.isonomia.council.domain.MeetingStatus;
import org.isonomia.council.domain.VoteResult;

/** Colours of short states; the words say the same. */
public final class Tone {
  private Tone() {}

  public static String of(ItemStatus status) {
    return switch (status) {
      case DECIDED -> "green";
      case PROPOSED, ACCEPTED -> "blue";
      case SCHEDULED, DISCUSSED -> "purple";
      case ADJOURNED, REFERRED_TO_TEAM -> "yellow";
      case WITHDRAWN, NOT_CONSIDERED -> "grey";
    };
  }

  public static String of(MeetingStatus status) {
    return switch (status) {
      case OPEN -> "green";
      case PLANNED, CONVENED -> "blue";
      case PAUSED -> "yellow";
      case CLOSED, CANCELLED -> "grey";
    };
  }

  public static String of(VoteResult result) {
    return switch (result) {
      case CARRIED -> "green";
      case NOT_CARRIED -> "grey";
      case BLOCKED -> "red";
    };
  }
}
