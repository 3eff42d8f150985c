package org.isonomia.evidence.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/** A part of a content, sealed under the content's key and bound to its place in it. */
@Personal(
    purpose = Purpose.CASES,
    about = {About.REPORTER, About.RESPONDENT},
    category = {Category.CONTENT})
@Entity
@IdClass(Block.Key.class)
@Table(name = "evidence_block")
public class Block {
  /** Which block of which content. */
  public static class Key implements Serializable {
    private static final long serialVersionUID = 1L;
    private long content;
    private int position;

    public Key() {}

    public Key(long content, int position) {
      this.content = content;
      this.position = position;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key that && content == that.content && position == that.position;
    }

    @Override
    public int hashCode() {
      return Objects.hash(content, position);
    }
  }

  @Id
  @Column(name = "content_id")
  private long content;

  @Id private int position;

  @Column(name = "block_sealed")
  private Sealed bytes;

  protected Block() {}

  public Block(long content, int position, Sealed bytes) {
    this.content = content;
    this.position = position;
    this.bytes = bytes;
  }

  public Sealed bytes() {
    return bytes;
  }
}
