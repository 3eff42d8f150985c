package org.isonomia.page;

/** Forms of a room that carry a choice or a code, never a text: they may be a few kilobytes. */
public interface LittleForms {
  /**
   * Whether one of them is sent there.
   *
   * @param path of the request, as it came
   */
  boolean has(String path);
}
