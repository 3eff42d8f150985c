package org.isonomia.council.domain;

/** What a member does in the Council. */
public enum Office {
  CHAIR,
  DEPUTY_CHAIR,
  SECRETARY,
  MEMBER
}
