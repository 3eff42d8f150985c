package org.isonomia.council.domain;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a meeting is in its life, and the only table of what may follow. */
public enum MeetingStatus {
  PLANNED,
  CONVENED,
  OPEN,
  PAUSED,
  CLOSED,
  CANCELLED;

  private static final Map<MeetingStatus, Set<MeetingStatus>> NEXT =
      Map.of(
          PLANNED, EnumSet.of(CONVENED, CANCELLED),
          CONVENED, EnumSet.of(OPEN, CANCELLED),
          OPEN, EnumSet.of(PAUSED, CLOSED),
          PAUSED, EnumSet.of(OPEN, CLOSED),
          CLOSED, EnumSet.noneOf(MeetingStatus.class),
          CANCELLED, EnumSet.noneOf(MeetingStatus.class));

  public boolean mayBecome(MeetingStatus next) {
    return NEXT.get(this).contains(next);
  }

  /** Whether items can still be put on its agenda. */
  public boolean takesItems() {
    return this == PLANNED || this == CONVENED || this == OPEN || this == PAUSED;
  }
}
