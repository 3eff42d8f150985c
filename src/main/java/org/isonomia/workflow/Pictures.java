package org.isonomia.workflow;

import org.isonomia.page.Picture;

/** The drawings of the processes, to be shown with their token on a page. */
public interface Pictures {
  /**
   * The drawing of a process.
   *
   * @param room the room that owns it, the folder of its file
   * @param processId id of the process, the name of its file
   * @throws IllegalArgumentException when there is no such drawing
   */
  Picture of(String room, String processId);
}
