package org.isonomia.intake.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.ArrayList;
import java.util.List;
import org.isonomia.evidence.Cleaning;
import org.isonomia.evidence.Kind;
import org.isonomia.evidence.Scan;
import org.isonomia.evidence.Stored;
import org.isonomia.evidence.Taken;
import org.isonomia.privacy.Sealed;

/**
 * Where the copies of a file lie, and their sealed keys: the one that is handed out, and the
 * original where there is a clean copy. A file of before has neither; its row holds its picture.
 */
@Embeddable
public class Copies {
  @Enumerated(EnumType.STRING)
  private Cleaning cleaning;

  @Enumerated(EnumType.STRING)
  private Scan scan;

  @Column(name = "content_id")
  private Long contentId;

  @Column(name = "key_sealed")
  private Sealed key;

  @Column(name = "original_id")
  private Long originalId;

  @Column(name = "original_type")
  private String originalType;

  @Column(name = "original_size")
  private Long originalSize;

  @Column(name = "original_key_sealed")
  private Sealed originalKey;

  protected Copies() {}

  /**
   * @param key of what is handed out
   * @param originalKey {@code null} when there is no copy beside the original
   */
  public Copies(Taken taken, Sealed key, Sealed originalKey) {
    this.cleaning = taken.cleaning();
    this.scan = taken.scan();
    this.contentId = taken.content().id();
    this.key = key;
    this.originalType = taken.originalKind().mediaType();
    if (taken.original() != null) {
      this.originalId = taken.original().id();
      this.originalSize = taken.original().size();
      this.originalKey = originalKey;
    }
  }

  /** Of a clean picture of before, which lies in the file's own row. */
  public static Copies ofBefore() {
    var none = new Copies();
    none.cleaning = Cleaning.CLEAN_COPY;
    none.scan = Scan.NONE;
    return none;
  }

  public Cleaning cleaning() {
    return cleaning;
  }

  public Scan scan() {
    return scan;
  }

  /** What was found once stays found. */
  public void scanned(Scan now) {
    if (scan != Scan.FOUND) {
      this.scan = now;
    }
  }

  public boolean isInBlocks() {
    return contentId != null;
  }

  public boolean hasOriginal() {
    return originalId != null;
  }

  public Sealed key() {
    return key;
  }

  public Sealed originalKey() {
    return originalKey;
  }

  /** The same keys, sealed under another token. */
  public void reseal(Sealed key, Sealed originalKey) {
    this.key = key;
    this.originalKey = originalKey;
  }

  public String originalType() {
    return originalType;
  }

  public long originalSize() {
    return originalSize == null ? 0 : originalSize;
  }

  public Stored content(byte[] opened, long size) {
    return new Stored(contentId, opened, size);
  }

  public Stored original(byte[] opened) {
    return new Stored(originalId, opened, originalSize);
  }

  /** As it was taken, with its keys opened. */
  public Taken taken(String mediaType, long size, byte[] opened, byte[] openedOriginal) {
    return new Taken(
        Kind.of(mediaType).orElseThrow(),
        cleaning,
        scan,
        content(opened, size),
        Kind.of(originalType).orElseThrow(),
        hasOriginal() ? original(openedOriginal) : null);
  }

  /** Numbers of the contents. */
  public List<Long> contents() {
    var all = new ArrayList<Long>();
    if (contentId != null) {
      all.add(contentId);
    }
    if (originalId != null) {
      all.add(originalId);
    }
    return all;
  }
}
