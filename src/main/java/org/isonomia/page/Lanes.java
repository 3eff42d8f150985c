package org.isonomia.page;

import java.util.Optional;

/** The lanes of a room: which of its requests wait in which line. */
public interface Lanes {
  /**
   * The lane of a request.
   *
   * @param method as it came
   * @param path as it came
   */
  Optional<Lane> of(String method, String path);
}
