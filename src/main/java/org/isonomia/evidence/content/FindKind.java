package org.isonomia.evidence.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.isonomia.evidence.Kind;
import org.isonomia.shared.Problem;

/**
 * Tells what a file is by its content. Two have to agree: Apache Tika, which knows everything that
 * there is, and the first bytes of the few kinds that are taken.
 */
public final class FindKind {
  private static final int HEAD = 64 * 1024;
  private static final Set<String> HEIC =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");
  private static final Set<String> MP4 =
      Set.of(
          "isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "MSNV", "dash",
          "3gp4", "3gp5", "3gp6", "3g2a", "hvc1", "XAVC");
  private static final Map<String, Set<Kind>> TIKA =
      Map.ofEntries(
          Map.entry("image/jpeg", Set.of(Kind.JPEG)),
          Map.entry("image/png", Set.of(Kind.PNG)),
          Map.entry("image/webp", Set.of(Kind.WEBP)),
          Map.entry("image/heic", Set.of(Kind.HEIC)),
          Map.entry("image/heif", Set.of(Kind.HEIC)),
          Map.entry("image/heic-sequence", Set.of(Kind.HEIC)),
          Map.entry("image/heif-sequence", Set.of(Kind.HEIC)),
          Map.entry("application/pdf", Set.of(Kind.PDF)),
          Map.entry("application/zip", Set.of(Kind.DOCX, Kind.ODT)),
          Map.entry("application/vnd.oasis.opendocument.text", Set.of(Kind.ODT)),
          Map.entry("application/x-tika-ooxml", Set.of(Kind.DOCX)),
          Map.entry("application/x-tika-old-ooxml", Set.of(Kind.DOCX)),
          Map.entry("video/mp4", Set.of(Kind.MP4)),
          Map.entry("video/x-m4v", Set.of(Kind.MP4)),
          Map.entry("video/3gpp", Set.of(Kind.MP4)),
          Map.entry("video/3gpp2", Set.of(Kind.MP4)),
          Map.entry("video/quicktime", Set.of(Kind.MOV, Kind.MP4, Kind.M4A, Kind.HEIC)),
          Map.entry("application/mp4", Set.of(Kind.MP4, Kind.M4A)),
          Map.entry("audio/mp4", Set.of(Kind.M4A)),
          Map.entry("audio/x-m4a", Set.of(Kind.M4A)),
          Map.entry("audio/mpeg", Set.of(Kind.MP3)));

  private FindKind() {}

  /**
   * @throws Problem invalid "file-empty", "file-kind"
   */
  public static Kind of(Source file) throws IOException {
    if (file.size() == 0) {
      throw Problem.invalid("file-empty");
    }
    var head = file.bytes(0, HEAD);
    var kind = byMarks(head, file);
    var tika =
        MimeTypes.getDefaultMimeTypes().detect(new ByteArrayInputStream(head), new Metadata());
    if (kind == null
        || !TIKA.getOrDefault(tika.getBaseType().toString(), Set.of()).contains(kind)) {
      throw Problem.invalid("file-kind");
    }
    return kind;
  }

  private static Kind byMarks(byte[] head, Source file) throws IOException {
    if (Marks.at(head, 0, "\u00FF\u00D8\u00FF")) {
      return Kind.JPEG;
    }
    if (Marks.at(head, 0, "\u0089PNG\r\n\u001A\n")) {
      return Kind.PNG;
    }
    if (Marks.at(head, 0, "RIFF") && Marks.at(head, 8, "WEBP")) {
      return Kind.WEBP;
    }
    if (Marks.at(head, 0, "%PDF-")) {
      return Kind.PDF;
    }
    if (Marks.at(head, 0, "PK\u0003\u0004")) {
      return CleanPackage.kind(file);
    }
    if (Marks.at(head, 4, "ftyp") && head.length >= 12) {
      return byBrand(Marks.type(head, 8));
    }
    if (Marks.at(head, 4, "moov") || Marks.at(head, 4, "mdat") || Marks.at(head, 4, "wide")) {
      return Kind.MOV; // of before there were brands
    }
    return CleanMp3.isMp3(file) ? Kind.MP3 : null;
  }

  private static Kind byBrand(String brand) {
    if (brand.startsWith("qt")) {
      return Kind.MOV;
    }
    if (brand.equals("M4A ") || brand.equals("M4B ")) {
      return Kind.M4A;
    }
    if (HEIC.contains(brand)) {
      return Kind.HEIC;
    }
    return MP4.contains(brand) ? Kind.MP4 : null;
  }
}
