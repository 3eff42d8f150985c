package org.isonomia.intake;

import java.time.Instant;
import java.util.List;
import org.isonomia.evidence.ReceiveFiles.Received;
import org.isonomia.shared.CaseNumber;

/** The messages behind a receipt, from the office's side. */
public interface Mailbox {
  /** Questions of one letter; more is an interrogation. */
  int MOST_QUESTIONS = 5;

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

  /** What kind of answer a question wants. */
  enum Kind {
    TEXT,
    YES_NO,
    DATE,
    CHOICE
  }

  /**
   * A question as the office writes it.
   *
   * @param choices only for CHOICE, two at least
   */
  record Asking(Kind kind, String words, List<String> choices) {
    /** It stays out of logs. */
    @Override
    public String toString() {
      return "Asking";
    }
  }

  /**
   * A question that lies in the mailbox.
   *
   * @param message the letter it came with
   * @param language tag of the language of its words
   * @param answer as typed; for YES_NO {@code YES}, {@code NO} or {@code UNKNOWN}, for DATE {@code
   *     2027-01-31}; {@code null} while it is open
   */
  record Question(
      long id,
      long message,
      Kind kind,
      String language,
      String words,
      List<String> choices,
      String answer,
      Instant answeredAt) {
    /** It stays out of logs. */
    @Override
    public String toString() {
      return "Question";
    }
  }

  /**
   * Puts a letter with questions into the mailbox; the reporter answers each in a field.
   *
   * @throws org.isonomia.shared.Problem invalid "questions-incomplete" with {@code q1} … {@code q5}
   *     and {@code choices1} …
   */
  void ask(
      CaseNumber number, String signedByRole, String language, String text, List<Asking> questions);

  /** All questions ever asked, oldest first. */
  List<Question> questions(CaseNumber number);

  /**
   * Something new lies there that is no message. Whoever wants to be told that there is news, is.
   */
  void news(CaseNumber number);

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
