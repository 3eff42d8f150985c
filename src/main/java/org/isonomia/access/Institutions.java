package org.isonomia.access;

import java.util.Map;

/** The institutions an account may belong to; whoever keeps the directory implements it. */
public interface Institutions {
  /** Key and public name, by name. */
  Map<Long, String> names();
}
