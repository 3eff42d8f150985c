package org.isonomia.council.domain;

/** How people take part in a meeting. */
public enum MeetingMode {
  ONSITE,
  ONLINE,
  HYBRID
}
