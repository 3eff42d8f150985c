package org.isonomia.intake.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A file added to a report that is being written, cleaned and locked under the draft's cookie. */
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

  @Column(name = "name_locked")
  private byte[] name;

  @Column(name = "content_locked")
  private byte[] content;

  protected DraftFile() {}

  public DraftFile(String tokenHash, String mediaType, long size, byte[] lockedName, byte[] lockedContent) {
    this.tokenHash = tokenHash;
    this.mediaType = mediaType;
    this.size = size;
    this.name = lockedName;
    this.content = lockedContent;
  }

  public String mediaType() {
    return mediaType;
  }

  public byte[] name() {
    return name;
  }

  public byte[] content() {
    return content;
  }
}
