package org.isonomia.intake;

import org.isonomia.shared.CaseNumber;

/** What became of files that answers promised, as whoever handles the case finds it. */
public interface PromisedFiles {
  /**
   * Says whether a file is what that question promised; also of one of which its sender said
   * nothing. The caller's act has checked that it may.
   *
   * @param question part of the text keys of the question
   * @return whether something else was known of it before
   * @throws org.isonomia.shared.Problem not-found "no-such-file", also for a file that is not the
   *     reporter's; "no-such-promise" where the answer promised none
   */
  boolean judge(CaseNumber number, long fileId, String question, boolean isIt);

  /**
   * Notes that what that question promised came on paper, or that this was a mistake.
   *
   * @throws org.isonomia.shared.Problem not-found "no-such-promise" where the answer promised none
   */
  void onPaper(CaseNumber number, String question, boolean came);
}
