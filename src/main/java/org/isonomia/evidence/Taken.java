package org.isonomia.evidence;

/**
 * A file that was taken.
 *
 * @param kind of what is handed out; a WebP picture is handed out as JPEG or PNG
 * @param content what is handed out: the clean copy, or the file itself where there is none
 * @param original the file as it came, {@code null} where it is what is handed out
 */
public record Taken(
    Kind kind, Cleaning cleaning, Scan scan, Stored content, Kind originalKind, Stored original) {
  /** Bytes of all of it. */
  public long size() {
    return content.size() + (original == null ? 0 : original.size());
  }
}
