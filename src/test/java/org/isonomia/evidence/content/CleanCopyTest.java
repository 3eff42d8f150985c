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
    // a package has no DOCTYPE, also an empty one
    for (var part : new String[] {evil, "<!DOCTYPE x><x/>", " <!-- a --><!DOCTYPE x []><x/>"}) {
      assertThat(refusal(Kind.DOCX, docxWith("word/footnotes.xml", part)))
          .isEqualTo("file-unreadable");
      assertThat(refusal(Kind.ODT, odtWith("styles.xml", part))).isEqualTo("file-unreadable");
    }
    var old =
        "<!DOCTYPE m:manifest PUBLIC '-//OpenOffice.org//DTD' 'Manifest.dtd'><m:m xmlns:m='m'/>";
    var clean = parts(clean(Kind.ODT, odtWith("META-INF/manifest.xml", old)));
    assertThat(clean.get("META-INF/manifest.xml")).contains("m:m").doesNotContain("DOCTYPE");
  }

  @Test
  void what_a_parser_would_hold_in_memory_as_a_whole_is_refused_when_it_is_too_long()
      throws Exception {
    var long1 = hex(2 * 1024 * 1024);
    for (var body :
        new String[] {
          "<w:p a='" + long1 + "'/>",
          "<w:p a='" + long1.replaceAll("(.{999}).", "$1>") + "'/>",
          "<!--" + long1.replaceAll("(.{999}).", "$1>") + "-->",
          "<?a " + long1.replaceAll("(.{999}).", "$1>") + "?>",
          "<![CDATA[" + long1.replaceAll("(.{999}).", "$1<") + "]]>",
          "<w:" + long1 + "/>",
          long1
        }) {
      assertThat(refusal(Kind.DOCX, document(body))).isEqualTo("file-bomb");
      var parts = Samples.odtParts();
      parts.put("content.xml", Samples.utf8("<w:x xmlns:w='w'>" + body + "</w:x>"));
      assertThat(refusal(Kind.ODT, Samples.zip(parts))).isEqualTo("file-bomb");
    }
    var wide = ("\uFEFF<x a='" + long1 + "'/>").getBytes(StandardCharsets.UTF_16LE);
    var parts = Samples.docxParts();
    parts.put("word/footnotes.xml", wide);
    assertThat(refusal(Kind.DOCX, Samples.zip(parts))).isEqualTo("file-bomb");
  }

  @Test
  void a_part_of_too_many_words_or_names_is_refused_and_a_long_book_is_not() throws Exception {
    var paragraph = "<w:p><w:r><w:t>" + hex(2000) + "</w:t></w:r></w:p>";
    assertThat(refusal(Kind.DOCX, document((paragraph + "\n").repeat(17_000))))
        .isEqualTo("file-bomb");
    var names = new StringBuilder();
    for (var i = 0; i < 6000; i++) {
      names.append("<w:n").append(i).append("/>");
    }
    assertThat(refusal(Kind.DOCX, document(names.toString()))).isEqualTo("file-bomb");
    var book = new StringBuilder();
    for (var i = 0; i < 2000; i++) {
      book.append(paragraph).append(hex(200));
    }
    assertThat(parts(clean(Kind.DOCX, document(book.toString()))).get("word/document.xml"))
        .hasSizeGreaterThan(4_000_000);
  }

  @Test
  void elements_within_elements_end_at_some_depth() throws Exception {
    var deep = "<w:r>".repeat(600_000) + "</w:r>".repeat(600_000) + hex(400_000);
    assertThat(refusal(Kind.DOCX, document(deep))).isEqualTo("file-bomb");
    clean(Kind.DOCX, document("<w:r>".repeat(400) + "<w:t a='>'/>" + "</w:r>".repeat(400)));
  }

  @Test
  void a_field_keeps_what_it_shows_and_carries_nothing_out() throws Exception {
    var evil =
        field("DDEAUTO c:\\\\cmd.exe evil", "a1")
            + field(" INCLUDEPICTURE \"http://evil.example\" ", "a2")
            + field(" D</w:instrText></w:r><w:r><w:instrText>DEAUTO evil", "a3")
            + field("&#68;DEAUTO evil", "a4")
            + field("HYPERLINK \"file://evil\"", "a5")
            // its name is what another field shows
            + "<w:fldChar w:fldCharType='begin'/>"
            + field(" PAGE ", "evil")
            + "<w:instrText> evil </w:instrText><w:fldChar w:fldCharType='separate'/><w:t>a6</w:t>"
            + "<w:fldChar w:fldCharType='end'/>"
            + "<w:instrText>LINK evil</w:instrText>"
            + "<w:fldSimple w:instr=' IMPORT evil '><w:r><w:t>a7</w:t></w:r></w:fldSimple>"
            + "<w:pict href='http://evil.example/'><w:image src='\\\\evil\\a.png' w:althref='evil'/></w:pict>";
    var clean = parts(clean(Kind.DOCX, document(evil))).get("word/document.xml");
    assertThat(clean).contains("a1", "a2", "a3", "a4", "a5", "a6", "a7").doesNotContain("evil");
    assertThat(clean).doesNotContain("DDE", "DEAUTO", "INCLUDE", "IMPORT", "LINK");

    var honest =
        field(" PAGE  \\* MERGEFORMAT ", "7")
            + field(
                " TOC \\o \"1-3\" \\h ",
                field(" HYPERLINK \\l \"_Toc1\" ", field("PAGEREF _Toc1 \\h", "8")))
            + "<w:fldSimple w:instr=' DATE '><w:r><w:t>9</w:t></w:r></w:fldSimple>";
    assertThat(parts(clean(Kind.DOCX, document(honest))).get("word/document.xml"))
        .contains(
            "PAGE  \\* MERGEFORMAT",
            "TOC \\o",
            "\\l \"_Toc1\"",
            "PAGEREF _Toc1",
            " DATE ",
            "7",
            "8");
  }

  @Test
  void a_link_of_a_document_leads_to_pages_and_not_to_files() throws Exception {
    var rels =
        "<Relationships><Relationship Type='x/hyperlink' TargetMode='External' Target='https://good.example'/>"
            + "<Relationship Type='x/hyperlink' TargetMode='External' Target='file://evil/a'/></Relationships>";
    assertThat(
            parts(clean(Kind.DOCX, docxWith("word/_rels/footnotes.xml.rels", rels)))
                .get("word/_rels/footnotes.xml.rels"))
        .contains("good.example", "about:blank")
        .doesNotContain("evil");
  }

  @Test
  void an_open_document_starts_nothing_and_fetches_nothing() throws Exception {
    var evil =
        "<x xmlns:o='o' xmlns:h='h'><o:dde-connection-decls><o:dde-connection-decl o:dde-topic='evil'/></o:dde-connection-decls>"
            + "<o:scripts><o:script>evil</o:script></o:scripts>"
            + "<o:event-listeners><o:event-listener h:href='vnd.sun.star.script:evil'/></o:event-listeners>"
            + "<o:execute-macro o:name='evil'>a1</o:execute-macro>"
            + "<o:dde-connection o:connection-name='evil'>a2</o:dde-connection>"
            + "<o:image h:href='vnd.sun.star.webdav:evil'/><o:image h:href=' ../evil.png'/>"
            + "<o:image h:href='Pictures/good.png'/><o:a h:href='https://good.example'>a3</o:a>"
            + "<o:a h:href='file:///evil'>a4</o:a></x>";
    assertThat(parts(clean(Kind.ODT, odtWith("styles.xml", evil))).get("styles.xml"))
        .contains("a1", "a2", "a3", "a4", "Pictures/good.png", "https://good.example")
        .doesNotContain("evil", "dde", "macro", "listener", "script");
  }

  @Test
  void a_program_in_a_package_in_a_document_is_refused() throws Exception {
    var program = Samples.zip(Map.of("a/setup.exe", Samples.bytes("x")));
    var twice = Samples.zip(Map.of("a.bin", program));
    for (var nested : new byte[][] {program, twice}) {
      assertThat(refusal(Kind.DOCX, docxWith("word/embeddings/x.zip", text(nested))))
          .isEqualTo("file-program");
    }
    // the numbers behind a chart
    var table = Samples.zip(Map.of("xl/workbook.xml", Samples.bytes("<x/>")));
    assertThatThrownBy(() -> clean(Kind.DOCX, docxWith("word/embeddings/Sheet.xlsx", text(table))))
        .isInstanceOf(CannotClean.class);
  }

  @Test
  void a_film_that_lies_elsewhere_leads_nowhere() throws Exception {
    var seen = Samples.film("qt  ");
    var leads = Samples.box("moov", Samples.box("rmra", Samples.bytes("http://evil.example")));
    assertThat(text(clean(Kind.MOV, with(seen, leads)))).doesNotContain("evil", "rmra");
    for (var flag : new String[] {"\0", "\1"}) {
      var reference =
          Samples.box("dref", new byte[8], Samples.box("url ", Samples.bytes("\0\0\0" + flag)));
      var film = with(seen, Samples.box("moov", Samples.box("dinf", reference)));
      if (flag.equals("\1")) {
        clean(Kind.MOV, film);
      } else {
        assertThatThrownBy(() -> clean(Kind.MOV, film)).isInstanceOf(CannotClean.class);
      }
    }
  }

  @Test
  void a_pdf_fetches_no_content_from_elsewhere() throws Exception {
    try (var document = Loader.loadPDF(Samples.pdf())) {
      var file = new org.apache.pdfbox.cos.COSDictionary();
      file.setName("FS", "URL");
      file.setString("F", "http://evil.example/x");
      var page = document.getPage(0);
      page.getContentStreams().next().getCOSObject().setItem("F", file);
      page.getCOSObject().setItem("Other", file);
      var out = new ByteArrayOutputStream();
      document.save(out);
      assertThat(unpacked(out.toByteArray())).contains("evil");
      var clean = clean(Kind.PDF, out.toByteArray());
      assertThat(unpacked(clean)).doesNotContain("evil");
      try (var again = Loader.loadPDF(clean)) {
        assertThat(new PDFTextStripper().getText(again)).contains(SAID);
      }
    }
  }

  private static String field(String instruction, String shown) {
    return "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>"
        + instruction
        + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>"
        + shown
        + "</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>";
  }

  private static byte[] document(String body) throws IOException {
    return docxWith("word/document.xml", "<w:document xmlns:w='w'>" + body + "</w:document>");
  }

  /** Does not pack much. */
  private static String hex(int length) {
    var bytes = new byte[length / 2];
    new java.util.Random(1).nextBytes(bytes);
    return java.util.HexFormat.of().formatHex(bytes);
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
