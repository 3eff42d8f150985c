package org.isonomia.demo.application;

import java.util.function.Supplier;
import org.isonomia.access.Actor;
import org.isonomia.privacy.Keyring;

/** Somebody of the demo city: who they are when they act, and the keys they bring. */
record Person(Actor actor, Keyring ring) {
  static final Person NOBODY = new Person(Actor.NOBODY, Keyring.empty());

  <T> T run(Supplier<T> act) {
    return ring.fresh().run(() -> actor.run(act));
  }

  /** The house acts, in a moment in which this person is there and has opened the papers. */
  Person forTheHouse() {
    return new Person(Actor.HOUSE, ring);
  }
}
