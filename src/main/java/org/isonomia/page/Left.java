package org.isonomia.page;

import java.util.Map;

/**
 * Somebody pressed Exit. Rooms that keep something for a browser forget it.
 *
 * @param cookies the browser's cookies by name
 */
public record Left(Map<String, String> cookies) {
  /** Whoever has these values may open what they lead to: they stay out of logs. */
  @Override
  public String toString() {
    return "Left";
  }
}
