package org.isonomia.evidence;

/** Whether hidden data could be taken out of a file. */
public enum Cleaning {
  /** What is handed out is a copy without place, time, device, authors; the original is apart. */
  CLEAN_COPY,
  /** Only the file as it came is there; who opens it is warned before. */
  NOT_CLEANED
}
