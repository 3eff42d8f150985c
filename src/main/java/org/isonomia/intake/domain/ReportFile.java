package org.isonomia.intake.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/**
 * A file that came with a report or with a message; its name and the keys of its contents are
 * sealed under the case number.
 */
@Personal(
    purpose = Purpose.CASES,
    about = {About.REPORTER, About.RESPONDENT},
    category = {Category.CONTENT, Category.CODES})
@Entity
@Table(name = "intake_file")
public class ReportFile {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private Long id;

  private String number;
  private int position;

  @Column(name = "media_type")
  private String mediaType;

  private long size;

  @Column(name = "name_sealed")
  private Sealed name;

  @Column(name = "content_sealed")
  private Sealed content;

  @Column(name = "message_id")
  private Long message;

  /** Part of the text keys of the question whose promised file this is said to be. */
  private String promised;

  /** When the office looked, and it was another file. */
  @Column(name = "not_promised_at")
  private Instant notPromisedAt;

  /** Whether the office found that it is the promised one; its sender cannot take that back. */
  @Column(name = "promised_by_office")
  private boolean promisedByOffice;

  /** Whether it was sent before anybody was asked which file is the promised one. */
  @Column(name = "never_asked")
  private boolean neverAsked;

  @Embedded private Copies copies;

  protected ReportFile() {}

  /**
   * @param size bytes of what is handed out
   * @param message number of the message it came with, {@code null} when it came with the report
   * @param promised part of the text keys of the question whose promised file whoever sends it says
   *     it is, or {@code null}
   */
  public ReportFile(
      CaseNumber number,
      int position,
      String mediaType,
      long size,
      Sealed name,
      Long message,
      String promised,
      Copies copies) {
    this.number = number.value();
    this.position = position;
    this.mediaType = mediaType;
    this.size = size;
    this.name = name;
    this.message = message;
    this.promised = promised;
    this.copies = copies;
  }

  /** A clean picture that a draft of before held. */
  public ReportFile(
      CaseNumber number, int position, String mediaType, long size, Sealed name, Sealed content) {
    this.number = number.value();
    this.position = position;
    this.mediaType = mediaType;
    this.size = size;
    this.name = name;
    this.content = content;
    this.copies = Copies.ofBefore();
  }

  public String mediaType() {
    return mediaType;
  }

  public Sealed name() {
    return name;
  }

  public long id() {
    return id;
  }

  public long size() {
    return size;
  }

  public Long message() {
    return message;
  }

  /** {@code null} when nobody said that it is a promised file. */
  public String promised() {
    return promised;
  }

  /** Whether the office found that it is not the promised one. */
  public boolean isRefused() {
    return notPromisedAt != null;
  }

  /** Whether nobody could say at first which file is the promised one. */
  public boolean neverAsked() {
    return neverAsked;
  }

  /** Whether it stands for what that question promised. */
  public boolean standsFor(String question) {
    return promised == null ? neverAsked : question.equals(promised) && !isRefused();
  }

  /** Whether the office has looked at it, and it is what that question promised. */
  public boolean isFound(String question) {
    return promisedByOffice && standsFor(question);
  }

  /** Whether the office has looked; its sender cannot change what it found. */
  public boolean isJudged() {
    return promisedByOffice || isRefused();
  }

  /**
   * Somebody of the office looked; a mistake can be put right.
   *
   * @return whether something else was known before
   */
  public boolean judge(String question, boolean isIt, Instant now) {
    var same = question.equals(promised) && (isIt ? promisedByOffice : isRefused());
    this.promised = question;
    this.promisedByOffice = isIt;
    this.neverAsked = false;
    this.notPromisedAt = isIt ? null : now;
    return !same;
  }

  /**
   * Somebody has said which file is the promised one, so it stands for nothing of which nobody says
   * so.
   */
  public void asked() {
    this.neverAsked = false;
  }

  /**
   * Whoever sent it says which question it answers, or that it answers none.
   *
   * @param question {@code null} when it is no promised file
   */
  public void say(String question) {
    this.promised = question;
    this.neverAsked = false;
  }

  public Copies copies() {
    return copies;
  }

  /** A clean picture of before; {@code null} where the contents lie in blocks. */
  public Sealed content() {
    return content;
  }
}
