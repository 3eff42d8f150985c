package org.isonomia.intake;

import java.time.Instant;
import java.util.List;
import org.isonomia.evidence.ReceiveFiles.Received;
import org.isonomia.shared.CaseNumber;

/** The messages behind a receipt, from the office's side. */
public interface Mailbox {
  enum From {
    OFFICE,
    REPORTER
  }

  /**
   * @param signedBy role and office of the writer, code of the vocabulary; {@code null} for the
   *     reporter
   * @param language tag of the language of the text
   */
  record Message(long id, From from, String signedBy, String language, String text, Instant at) {}

  /**
   * Puts a message of the office into the mailbox. Whether a person who writes has read what lies
   * there is for the writer to say, by {@link #markRead}: the house writes letters of its own.
   */
  default void write(CaseNumber number, String signedByRole, String language, String text) {
    write(number, signedByRole, language, text, List.of());
  }

  /** The same with files; they are listed with the case's others, by the message's number. */
  void write(
      CaseNumber number, String signedByRole, String language, String text, List<Received> files);

  /** All messages, oldest first. */
  List<Message> thread(CaseNumber number);

  /** Messages of the reporter that nobody of the office has read. */
  int unread(CaseNumber number);

  /** A person of the office has read what lies there. */
  void markRead(CaseNumber number);
}
