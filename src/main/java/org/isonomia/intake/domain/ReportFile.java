package org.isonomia.intake.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
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
    category = {Category.CONTENT})
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

  @Embedded private Copies copies;

  protected ReportFile() {}

  /**
   * @param size bytes of what is handed out
   * @param message number of the message it came with, {@code null} when it came with the report
   */
  public ReportFile(
      CaseNumber number,
      int position,
      String mediaType,
      long size,
      Sealed name,
      Long message,
      Copies copies) {
    this.number = number.value();
    this.position = position;
    this.mediaType = mediaType;
    this.size = size;
    this.name = name;
    this.message = message;
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

  public Copies copies() {
    return copies;
  }

  /** A clean picture of before; {@code null} where the contents lie in blocks. */
  public Sealed content() {
    return content;
  }
}
