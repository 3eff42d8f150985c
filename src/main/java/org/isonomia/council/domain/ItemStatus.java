package org.isonomia.council.domain;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where an agenda item is in its life, and the only table of what may follow. */
public enum ItemStatus {
  PROPOSED,
  ACCEPTED,
  SCHEDULED,
  DISCUSSED,
  DECIDED,
  ADJOURNED,
  REFERRED_TO_TEAM,
  WITHDRAWN,
  NOT_CONSIDERED;

  private static final Map<ItemStatus, Set<ItemStatus>> NEXT =
      Map.of(
          PROPOSED, EnumSet.of(ACCEPTED, NOT_CONSIDERED, WITHDRAWN),
          // not considered even though accepted: the second person does not release the brief
          ACCEPTED, EnumSet.of(SCHEDULED, NOT_CONSIDERED, WITHDRAWN),
          SCHEDULED, EnumSet.of(DISCUSSED, ADJOURNED, WITHDRAWN),
          DISCUSSED, EnumSet.of(DECIDED, ADJOURNED, REFERRED_TO_TEAM, WITHDRAWN),
          ADJOURNED, EnumSet.of(SCHEDULED, WITHDRAWN),
          REFERRED_TO_TEAM, EnumSet.of(SCHEDULED, WITHDRAWN),
          DECIDED, EnumSet.noneOf(ItemStatus.class),
          WITHDRAWN, EnumSet.noneOf(ItemStatus.class),
          NOT_CONSIDERED, EnumSet.noneOf(ItemStatus.class));

  public boolean mayBecome(ItemStatus next) {
    return NEXT.get(this).contains(next);
  }

  /** Nothing can follow. */
  public boolean isFinal() {
    return NEXT.get(this).isEmpty();
  }
}
