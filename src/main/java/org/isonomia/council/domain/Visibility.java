package org.isonomia.council.domain;

/** Who may know of an item before its decision is published. A recused member never does. */
public enum Visibility {
  PUBLIC,
  MEMBERS,
  RESTRICTED
}
