package org.isonomia.house;

/** What the picture that the rules are tried on waits for. */
public interface TriedEvent {
  record Heard() implements TriedEvent {}
}
