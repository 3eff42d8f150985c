package org.isonomia.council.domain;

/** Which part of the city a seat speaks for. */
public enum SeatKind {
  NGO,
  UNIVERSITY,
  CULTURE,
  BAR,
  CITY_DEPARTMENT,
  OTHER
}
