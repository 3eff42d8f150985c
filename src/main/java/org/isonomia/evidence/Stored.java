package org.isonomia.evidence;

/**
 * A content that lies in sealed blocks.
 *
 * @param key opens them; whoever keeps the content seals it
 * @param size bytes as they came
 */
public record Stored(long id, byte[] key, long size) {
  @Override
  public String toString() {
    return "Stored " + id;
  }
}
