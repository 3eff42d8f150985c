package org.isonomia.intake.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.isonomia.intake.Mailbox.Kind;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/** A question of the office that is answered in a field; answered once. */
@Personal(
    purpose = Purpose.CASES,
    about = {About.REPORTER},
    category = {Category.CONTENT})
@Entity
@Table(name = "intake_question")
public class MailboxQuestion {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private Long id;

  private String number;

  @Column(name = "message_id")
  private long message;

  private int position;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private String language;

  @Column(name = "words_sealed")
  private Sealed words;

  @Column(name = "choices_sealed")
  private Sealed choices;

  @Column(name = "answer_sealed")
  private Sealed answer;

  @Column(name = "answered_at")
  private Instant answeredAt;

  protected MailboxQuestion() {}

  /**
   * @param message the letter it comes with
   * @param words sealed under (number, "question")
   * @param choices a line each, sealed under (number, "choices"); {@code null} where there are none
   */
  public MailboxQuestion(
      CaseNumber number,
      long message,
      int position,
      Kind kind,
      String language,
      Sealed words,
      Sealed choices) {
    this.number = number.value();
    this.message = message;
    this.position = position;
    this.kind = kind;
    this.language = language;
    this.words = words;
    this.choices = choices;
  }

  /**
   * @param answer sealed under (number, "answer")
   */
  public void answer(Sealed answer, Instant at) {
    if (this.answer != null) {
      throw new IllegalStateException("answered already");
    }
    this.answer = answer;
    this.answeredAt = at;
  }

  public long id() {
    return id;
  }

  public CaseNumber number() {
    return new CaseNumber(number);
  }

  public long message() {
    return message;
  }

  public Kind kind() {
    return kind;
  }

  public String language() {
    return language;
  }

  public Sealed words() {
    return words;
  }

  public Sealed choices() {
    return choices;
  }

  public Sealed answer() {
    return answer;
  }

  public Instant answeredAt() {
    return answeredAt;
  }
}
