package org.isonomia.evidence.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.isonomia.evidence.content.Samples.SAID;
import static org.isonomia.evidence.content.Samples.SECRET;
import static org.isonomia.evidence.content.Samples.text;
import static org.isonomia.evidence.content.Samples.with;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.text.PDFTextStripper;
import org.isonomia.evidence.Kind;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.Test;

class CleanCopyTest {
  @Test
  void a_pdf_loses_its_author_scripts_files_and_the_place_of_its_photo_and_keeps_its_page()
      throws Exception {
    var pdf = Samples.pdf();
    assertThat(unpacked(pdf)).contains(SECRET);
    var clean = clean(Kind.PDF, pdf);
    assertThat(unpacked(clean)).doesNotContain(SECRET, "JavaScript", "EmbeddedFile", "xmpmeta");
    try (var document = Loader.loadPDF(clean)) {
      assertThat(new PDFTextStripper().getText(document)).contains(SAID);
      assertThat(document.getDocumentInformation().getAuthor()).isNull();
    }
  }

  @Test
  void a_pdf_that_only_its_password_opens_is_kept_as_it_came() throws Exception {
    try (var document = Loader.loadPDF(Samples.pdf())) {
      document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
      var locked = new ByteArrayOutputStream();
      document.save(locked);
      assertThatThrownBy(() -> clean(Kind.PDF, locked.toByteArray()))
          .isInstanceOf(CannotClean.class);
    }
  }

  @Test
  void a_small_pdf_that_unpacks_to_hundreds_of_megabytes_is_refused() {
    var zeros = new byte[40 * 1024 * 1024];
    var packed = new ByteArrayOutputStream();
    try (var out = new java.util.zip.DeflaterOutputStream(packed)) {
      out.write(zeros);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    var bomb =
        with(
            Samples.bytes(
                "%PDF-1.7\n1 0 obj <</Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length "
                    + packed.size()
                    + ">> stream\n"),
            packed.toByteArray(),
            Samples.bytes("\nendstream endobj\nstartxref\n9\n%%EOF\n"));
    assertThat(refusal(Kind.PDF, bomb)).isEqualTo("file-bomb");
  }

  @Test
  void a_page_or_a_picture_that_unpacks_to_far_more_than_it_shows_is_refused() throws Exception {
    assertThat(refusal(Kind.PDF, Samples.pdfOf(new byte[40 * 1024 * 1024], null)))
        .isEqualTo("file-bomb");
    // it says that it is small
    assertThat(refusal(Kind.PDF, Samples.pdfOf(new byte[40 * 1024 * 1024], 10)))
        .isEqualTo("file-bomb");
    // a white page as a scanner makes it
    var scan = Samples.pdfOf(new byte[3600 * 3600 * 3], 3600);
    assertThat(scan).hasSizeLessThan(100_000);
    CleanCopy.write(Kind.PDF, Source.of(scan), new java.io.ByteArrayOutputStream());
  }

  @Test
  void a_word_document_loses_who_wrote_and_commented_it_and_keeps_its_words() throws Exception {
    var docx = Samples.zip(Samples.docxParts());
    assertThat(FindKind.of(Source.of(docx))).isEqualTo(Kind.DOCX);
    var clean = parts(clean(Kind.DOCX, docx));
    assertThat(clean).containsKeys("[Content_Types].xml", "word/document.xml", "word/comments.xml");
    assertThat(clean).doesNotContainKeys("docProps/core.xml", "word/people.xml");
    assertThat(String.join("\n", clean.values())).doesNotContain(SECRET, "rsidR", "2026-01-01");
    assertThat(clean.get("word/document.xml")).contains(SAID + " &amp; dalej", "dopisane");
    // nothing names a part that is not there any more
    assertThat(clean.get("_rels/.rels")).doesNotContain("docProps").contains("word/document.xml");
    assertThat(clean.get("[Content_Types].xml")).doesNotContain("docProps");
    assertThat(clean.get("word/_rels/document.xml.rels"))
        .contains("media/image1.jpeg", "about:blank")
        .doesNotContain("people.xml");
  }

  @Test
  void an_open_document_loses_the_same_and_still_begins_with_its_kind() throws Exception {
    var odt = Samples.zip(Samples.odtParts());
    assertThat(FindKind.of(Source.of(odt))).isEqualTo(Kind.ODT);
    var file = clean(Kind.ODT, odt);
    assertThat(text(file)).startsWith("PK\u0003\u0004").contains("mimetypeapplication/vnd.oasis");
    var clean = parts(file);
    assertThat(clean.keySet()).containsExactly("mimetype", "content.xml", "META-INF/manifest.xml");
    assertThat(String.join("\n", clean.values()))
        .doesNotContain(SECRET, "meta.xml")
        .contains(SAID, "uwaga");
    assertThat(FindKind.of(Source.of(file))).isEqualTo(Kind.ODT);
  }

  @Test
  void a_document_with_a_macro_or_a_program_is_refused() throws Exception {
    assertThat(refusal(Kind.DOCX, docxWith("word/vbaProject.bin", "x"))).isEqualTo("file-program");
    assertThat(refusal(Kind.DOCX, docxWith("word/embeddings/oleObject1.bin", "x")))
        .isEqualTo("file-program");
    assertThat(refusal(Kind.DOCX, docxWith("word/media/setup.exe", "x"))).isEqualTo("file-program");
    assertThat(refusal(Kind.DOCX, docxWith("word/media/image2.png", "MZ program")))
        .isEqualTo("file-program");
    assertThat(refusal(Kind.ODT, odtWith("Basic/Standard/script-lb.xml", "<x/>")))
        .isEqualTo("file-program");
  }

  @Test
  void a_document_that_unpacks_to_far_more_than_it_is_is_refused() throws Exception {
    var parts = Samples.docxParts();
    parts.put("word/numbering.xml", new byte[60 * 1024 * 1024]);
    assertThat(refusal(Kind.DOCX, Samples.zip(parts))).isEqualTo("file-bomb");
  }

  @Test
  void a_document_that_cannot_be_read_part_by_part_is_kept_as_it_came() throws Exception {
    assertThatThrownBy(() -> clean(Kind.DOCX, docxWith("word/media/film.mp4", "....ftypisom")))
        .isInstanceOf(CannotClean.class);
    assertThatThrownBy(() -> clean(Kind.DOCX, docxWith("word/footnotes.xml", "no XML")))
        .isInstanceOf(CannotClean.class);
  }

  @Test
  void no_part_of_a_document_reads_a_file_of_the_house() throws Exception {
    var evil = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><x>&e;</x>";
    try {
      var clean = parts(clean(Kind.DOCX, docxWith("word/footnotes.xml", evil)));
      assertThat(clean.get("word/footnotes.xml")).doesNotContain("file:");
    } catch (CannotClean kept) {
      assertThat(kept).isNotNull();
    }
  }

  @Test
  void a_film_loses_its_place_times_and_the_way_of_the_telephone_and_nothing_is_moved()
      throws Exception {
    for (var sample : Map.of(Kind.MP4, "isom", Kind.MOV, "qt  ", Kind.M4A, "M4A ").entrySet()) {
      var film = Samples.film(sample.getValue());
      assertThat(FindKind.of(Source.of(film))).isEqualTo(sample.getKey());
      var clean = clean(sample.getKey(), film);
      assertThat(clean).hasSameSizeAs(film);
      assertThat(text(clean))
          .contains("obraz obraz obraz", "vide")
          .doesNotContain(SECRET, "QQQQ", "RRRR", "udta");
    }
  }

  @Test
  void a_recording_keeps_its_sound_only() throws Exception {
    var mp3 = Samples.mp3();
    assertThat(FindKind.of(Source.of(mp3))).isEqualTo(Kind.MP3);
    var clean = clean(Kind.MP3, mp3);
    assertThat(clean).hasSize(4 * 417);
    assertThat(text(clean)).doesNotContain(SECRET, "ID3", "TAG");
  }

  @Test
  void a_heic_photo_is_kept_as_it_came() {
    var heic =
        with(
            Samples.box("ftyp", Samples.bytes("heic\0\0\0\0mif1heic")),
            Samples.box("meta", Samples.bytes(SECRET)));
    assertThatThrownBy(() -> clean(Kind.HEIC, heic)).isInstanceOf(CannotClean.class);
  }

  static byte[] docxWith(String name, String content) throws IOException {
    var parts = new LinkedHashMap<>(Samples.docxParts());
    parts.put(name, Samples.bytes(content));
    return Samples.zip(parts);
  }

  private static byte[] odtWith(String name, String content) throws IOException {
    var parts = new LinkedHashMap<>(Samples.odtParts());
    parts.put(name, Samples.bytes(content));
    return Samples.zip(parts);
  }

  private static byte[] clean(Kind kind, byte[] file) throws IOException, CannotClean {
    var source = Source.of(file);
    CleanCopy.require(kind, source);
    var out = new ByteArrayOutputStream();
    CleanCopy.write(kind, source, out);
    return out.toByteArray();
  }

  static String refusal(Kind kind, byte[] file) {
    return catchThrowableOfType(Problem.class, () -> clean(kind, file)).code();
  }

  private static Map<String, String> parts(byte[] zip) throws IOException {
    var parts = new LinkedHashMap<String, String>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
        parts.put(part.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  /** All objects of a PDF, unpacked, as text. */
  private static String unpacked(byte[] pdf) throws IOException {
    var all = new StringBuilder();
    try (var document = Loader.loadPDF(pdf)) {
      for (var key : document.getDocument().getXrefTable().keySet()) {
        var object = document.getDocument().getObjectFromPool(key).getObject();
        all.append(object);
        if (object instanceof org.apache.pdfbox.cos.COSStream stream) {
          try (var raw = stream.createRawInputStream()) {
            all.append(text(raw.readAllBytes()));
          }
          if (!"DCTDecode".equals(stream.getNameAsString("Filter"))) {
            all.append(text(stream.createInputStream().readAllBytes()));
          }
        }
      }
    }
    return all.toString();
  }
}
