package org.isonomia.evidence;

import java.util.Arrays;
import java.util.Optional;

/** What is taken; everything else is refused. Told by the content, never by the name. */
public enum Kind {
  JPEG("image/jpeg", ".jpg"),
  PNG("image/png", ".png"),
  WEBP("image/webp", ".webp"),
  HEIC("image/heic", ".heic"),
  PDF("application/pdf", ".pdf"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
  ODT("application/vnd.oasis.opendocument.text", ".odt"),
  MP4("video/mp4", ".mp4"),
  MOV("video/quicktime", ".mov"),
  M4A("audio/mp4", ".m4a"),
  MP3("audio/mpeg", ".mp3");

  private final String mediaType;
  private final String extension;

  Kind(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  public String mediaType() {
    return mediaType;
  }

  /** With its dot. */
  public String extension() {
    return extension;
  }

  public static Optional<Kind> of(String mediaType) {
    return Arrays.stream(values()).filter(kind -> kind.mediaType.equals(mediaType)).findFirst();
  }
}
