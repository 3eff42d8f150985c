package org.isonomia.intake.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.isonomia.intake.Reports.FileEntry;
import org.isonomia.page.Row;

/**
 * What lies behind the receipt, in words.
 *
 * @param step 1 to 4
 * @param takenBack by the person who filed it
 * @param name what the first matter is, {@code null} where it is the only one
 * @param words what the status of the first matter means for the person
 * @param outcome words of the outcome, {@code null} while open
 * @param others the matters below the first
 * @param consents open questions first
 * @param dates label is the date, value what happens by then
 * @param renewed when the receipt was made anew, in words
 * @param openings who opened the identity of the person and when, in words
 * @param done what was just done, in words; {@code null} when nothing
 * @param nearest the date on which something happens next: label is the date, value what happens by
 *     then; {@code null} when none runs
 * @param asked how many questions wait for an answer
 * @param answered questions and answers
 * @param terms what the person has to do themselves, and until when
 * @param readers which roles opened the case on which day, in words
 * @param news whether an address for news is kept
 * @param plain further sentences of what happens now
 * @param asks {@code null} when nothing is to be completed
 * @param letters all messages, the newest first
 * @param paper whether a formal letter was acknowledged behind the receipt
 * @param madeFormal whether that was what was just done
 * @param awaited which files were promised and have not come, in words
 * @param hinders why nobody may examine the formal letter yet, in words
 * @param promised files of one's own of which something can be said, or is said
 * @param over whether nothing is open any more
 * @param danger whether the person said to be in danger, and it is not over
 * @param late what we are late with: label says so, value what should have been done by when;
 *     {@code null} while we are in time
 * @param refused whether the page that was sent belonged to another case, so that nothing was done
 */
public record MailboxPage(
    String number,
    int step,
    boolean finished,
    boolean takenBack,
    String name,
    String words,
    String outcome,
    List<Other> others,
    List<Row> dates,
    List<String> openings,
    List<String> renewed,
    List<Letter> letters,
    List<Question> consents,
    String done,
    Row nearest,
    int asked,
    List<Row> answered,
    List<OwnTerm> terms,
    List<String> readers,
    boolean mayFormal,
    boolean mayDisclose,
    boolean mayNews,
    boolean news,
    boolean mayWithdraw,
    List<String> plain,
    Asks asks,
    boolean paper,
    boolean madeFormal,
    List<String> awaited,
    List<String> hinders,
    List<Promised> promised,
    boolean over,
    boolean danger,
    Row late,
    boolean refused) {
  /** So many messages are shown at once; on a phone more hide everything below them. */
  private static final int LATEST = 3;

  /** The newest messages, the newest first; a note of one's own correction hides no letter. */
  public List<Letter> latest() {
    var latest = letters.stream().filter(letter -> !letter.correction()).limit(LATEST).toList();
    // nothing is older than nothing
    return latest.isEmpty() ? letters.stream().limit(1).toList() : latest;
  }

  /** All others. */
  public List<Letter> older() {
    var latest = latest();
    return letters.stream().filter(letter -> !latest.contains(letter)).toList();
  }

  /**
   * A file that was sent, and a question that promised one.
   *
   * @param words part of the text keys of the question
   * @param said whether its sender says that it is that file
   */
  public record Promised(long file, String name, String words, boolean said) {
    @Override
    public String toString() {
      return "Promised";
    }
  }

  /**
   * What the office asks to be completed.
   *
   * @param missing in words
   * @param words of the case handler, or {@code null}
   * @param language tag of the language of these words
   * @param until by which day, and what counts, in words
   */
  public record Asks(List<String> missing, String words, String language, String until) {
    @Override
    public String toString() {
      return "Asks";
    }
  }

  /**
   * A term within which the person has to act themselves.
   *
   * @param last the last day in words, or that it cannot be worked out
   * @param how how it is counted
   * @param why from which day it was counted; empty without a date
   * @param correct where the day is said from which it runs; {@code null} when it is known
   */
  public record OwnTerm(
      String last, String name, String how, String why, String basis, String correct) {}

  /**
   * A matter below the most active one.
   *
   * @param outcome in words, {@code null} while open
   */
  public record Other(String name, String words, String outcome) {}

  /**
   * A question of consent with all that would be shared.
   *
   * @param about what the institution is, and what it would do
   * @param shared label is the category, value the very words
   * @param name the reporter's own name, told to this institution or not; {@code null} where there
   *     is nobody to tell
   */
  public record Question(
      String id,
      String recipient,
      List<String> about,
      List<Row> shared,
      String status,
      LocalDate since,
      Name name) {
    public boolean open() {
      return status.equals("PENDING");
    }

    @Override
    public String toString() {
      return "Question";
    }
  }

  /**
   * Telling one institution one's name.
   *
   * @param mayTell whether it can be told now: it does not stand, or is not read
   * @param standing in words, {@code null} when it was never told
   * @param told what was told; {@code null} when nothing stands
   */
  public record Name(boolean mayTell, String standing, List<Row> told) {
    @Override
    public String toString() {
      return "Name";
    }
  }

  /**
   * One message.
   *
   * @param from who wrote, in words
   */
  public record Letter(
      boolean own,
      String from,
      String language,
      String text,
      Instant at,
      boolean correction,
      List<FileEntry> files) {}

  @Override
  public String toString() {
    return "MailboxPage";
  }
}
