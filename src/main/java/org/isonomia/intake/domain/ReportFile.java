package org.isonomia.intake.domain;

import jakarta.persistence.Column;
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

/** A file that came with a report; its content and its name are sealed under the case number. */
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

  protected ReportFile() {}

  public ReportFile(
      CaseNumber number, int position, String mediaType, long size, Sealed name, Sealed content) {
    this.number = number.value();
    this.position = position;
    this.mediaType = mediaType;
    this.size = size;
    this.name = name;
    this.content = content;
  }

  public String mediaType() {
    return mediaType;
  }

  public Sealed name() {
    return name;
  }

  public Sealed content() {
    return content;
  }
}
