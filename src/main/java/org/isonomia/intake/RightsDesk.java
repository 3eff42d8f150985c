package org.isonomia.intake;

import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.isonomia.shared.CaseNumber;

/**
 * What a reporter may ask for behind the receipt by the law on data protection; whoever serves the
 * rights of persons implements it.
 */
public interface RightsDesk {
  /**
   * Everything the office holds about this report, as a ZIP. What is to be read is opened at once,
   * so that a fault is still a page; files are opened one by one while it is written.
   *
   * @param language tag of the language of the words
   */
  Consumer<OutputStream> pack(CaseNumber number, String language);

  /** What can be said about erasing now. */
  Erasing erasing(CaseNumber number);

  /**
   * The reporter asks for everything to be erased (GDPR art. 17). What the law lets us erase waits
   * for the second pair of eyes; the rest is refused at once, with the reason.
   *
   * @throws org.isonomia.shared.Problem conflict "erasure-asked" when it was asked already
   */
  void askErasure(CaseNumber number);

  /** What was asked for and answered, oldest first. */
  List<Asked> asked(CaseNumber number);

  /**
   * @param refusal code of why it cannot be erased now; {@code null} when it can
   * @param basis the provision by which it is kept; {@code null} when not known
   * @param until the day until which it is kept; {@code null} while the case is open
   * @param waiting whether it was asked for and is not decided
   */
  record Erasing(String refusal, String basis, LocalDate until, boolean waiting) {}

  /**
   * @param kind ACCESS, RECEIPT, ERASURE
   * @param state ASKED, CHECKED, ANSWERED, REFUSED
   * @param ground code of why it was refused, else {@code null}
   * @param due until when it is answered
   */
  record Asked(
      String kind, String state, String ground, Instant at, LocalDate due, Instant answeredAt) {}
}
