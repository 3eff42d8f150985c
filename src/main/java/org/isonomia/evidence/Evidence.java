package org.isonomia.evidence;

import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.isonomia.shared.CaseNumber;

/**
 * Takes files and hands them out. Who may is a rule of the room that keeps them; it asks before.
 */
public interface Evidence {
  /** Files that a person may add at once. */
  int FILES_AT_MOST = 5;

  /**
   * Takes one file as it streams in. It lies sealed, unnamed and in no case until {@link #file}.
   *
   * @param file is read to its end, or to the first byte that is too much
   * @throws org.isonomia.shared.Problem invalid "file-empty", "file-too-large", "file-kind",
   *     "file-double", "file-program", "file-bomb", "file-unreadable", "photo-too-many-pixels",
   *     "file-infected"; unavailable "files-busy" when others' files take too long
   */
  Taken take(InputStream file);

  /** Bytes of the largest file that is taken. */
  long largest();

  /** Code of the refusal to file contents that were forgotten meanwhile. */
  String GONE_MEANWHILE = "changed-meanwhile";

  /**
   * From now on these contents are of that case, and go with it.
   *
   * @throws org.isonomia.shared.Problem conflict {@link #GONE_MEANWHILE} when one is not there any
   *     more, or is of a case already
   */
  void file(Collection<Long> contents, CaseNumber number);

  /** Destroys contents, but for those that are of a case: they go with it. */
  void forget(Collection<Long> contents);

  /**
   * Contents of no case that were begun before: a draft's, or of an upload that broke off; in their
   * order.
   *
   * @param after the last one that is known already, 0 for none
   * @param most so many of them
   */
  List<Long> unfiled(Instant before, long after, int most);

  /**
   * Lets the scanner look again at what is about to be handed out.
   *
   * @param before what was known of it
   * @return what is known of it now; {@link Scan#WAITING} and {@link Scan#FOUND} are not handed out
   */
  Scan scan(Stored content, Scan before);

  /** The content, opened block by block while it is read. */
  InputStream open(Stored content);
}
