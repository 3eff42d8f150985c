package org.isonomia.council.domain;

/** What kind of matter is on the agenda; codes of the vocabulary. */
public enum ItemType {
  PROCEDURAL,
  CASE_BRIEF,
  SYSTEMIC_ISSUE,
  DRAFT_OPINION,
  RECOMMENDATION,
  POSITION,
  ACTION_PLAN,
  CONSULTATION,
  REPORT,
  GRANT_OPINION,
  GUEST,
  ANY_OTHER
}
