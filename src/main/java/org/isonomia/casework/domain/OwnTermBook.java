package org.isonomia.casework.domain;

import java.util.List;

/** The terms of persons, in the order of the law book. */
public interface OwnTermBook {
  List<OwnTerm> all();
}
