package org.isonomia.intake.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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

/**
 * A file added to a report that is being written; its name and the keys of its contents are locked
 * under the draft's cookie.
 */
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

  @Column(name = "content_size")
  private long contentSize;

  private String promised;

  @Embedded private Copies copies;

  protected DraftFile() {}

  /**
   * @param size bytes of all copies
   * @param contentSize bytes of the copy that is handed out
   */
  public DraftFile(
      String tokenHash, String mediaType, long size, long contentSize, Sealed name, Copies copies) {
    this.tokenHash = tokenHash;
    this.mediaType = mediaType;
    this.size = size;
    this.contentSize = contentSize;
    this.name = name;
    this.copies = copies;
  }

  public long id() {
    return id;
  }

  /** Bytes of the file as the person knows it. */
  public long shownSize() {
    return copies.hasOriginal() ? copies.originalSize() : size;
  }

  public long contentSize() {
    return contentSize;
  }

  public Copies copies() {
    return copies;
  }

  public String mediaType() {
    return mediaType;
  }

  public Sealed name() {
    return name;
  }

  /** Part of the text keys of the question that promised it; {@code null} when nobody says so. */
  public String promised() {
    return promised;
  }

  /**
   * @param question part of its text keys; {@code null}: it is not the promised file after all
   */
  public void sayPromised(String question) {
    this.promised = question;
  }

  /** The same, sealed under another token. */
  public void reseal(Sealed name, Sealed content) {
    this.name = name;
    this.content = content;
  }

  /** A clean picture of before; {@code null} where the contents lie in blocks. */
  public Sealed content() {
    return content;
  }
}
