package org.isonomia.casework.application;

import org.isonomia.casework.domain.Law;

/** Where an act looks up the law that counts now; the tables behind it are nobody else's matter. */
public interface LawInForce {
  Law current();
}
