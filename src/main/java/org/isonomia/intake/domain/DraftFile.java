package org.isonomia.intake.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/** A file added to a report that is being written, cleaned and locked under the draft's cookie. */
@Personal(
    purpose = Purpose.CASES,
    about = {About.REPORTER, About.RESPONDENT},
    category = {Category.CONTENT})
@Entity
@Table(name = "intake_draft_file")
public class DraftFile {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private Long id;

  @Column(name = "token_hash")
  private String tokenHash;

  @Column(name = "media_type")
  private String mediaType;

  private long size;

  @Column(name = "name_sealed")
  private Sealed name;

  @Column(name = "content_sealed")
  private Sealed content;

  protected DraftFile() {}

  public DraftFile(String tokenHash, String mediaType, long size, Sealed name, Sealed content) {
    this.tokenHash = tokenHash;
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
