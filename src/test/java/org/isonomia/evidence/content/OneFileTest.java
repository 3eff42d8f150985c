package org.isonomia.evidence.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.isonomia.evidence.content.Samples.bytes;
import static org.isonomia.evidence.content.Samples.with;

import java.io.IOException;
import java.util.Map;
import org.isonomia.evidence.Kind;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.Test;

class OneFileTest {
  @Test
  void a_file_of_each_kind_is_one_file() throws IOException {
    for (var sample :
        Map.of(
                Kind.JPEG,
                Samples.photo(),
                Kind.PNG,
                Samples.picture("png"),
                Kind.PDF,
                Samples.pdf(),
                Kind.DOCX,
                Samples.zip(Samples.docxParts()),
                Kind.ODT,
                Samples.zip(Samples.odtParts()),
                Kind.MP4,
                Samples.film("isom"),
                Kind.MP3,
                Samples.mp3())
            .entrySet()) {
      var source = Source.of(sample.getValue());
      assertThat(FindKind.of(source)).isEqualTo(sample.getKey());
      assertThatCode(() -> CleanCopy.require(sample.getKey(), source)).doesNotThrowAnyException();
    }
  }

  @Test
  void an_archive_hidden_in_or_behind_a_picture_is_refused() throws IOException {
    var zip = Samples.zip(Map.of("a.txt", bytes("a")));
    assertThat(refusal(Kind.JPEG, with(Samples.photo(), zip))).isEqualTo("file-double");
    assertThat(refusal(Kind.PNG, with(Samples.picture("png"), zip))).isEqualTo("file-double");
    assertThat(refusal(Kind.PDF, with(Samples.pdf(), zip))).isEqualTo("file-double");
    var photo = Samples.picture("jpeg");
    var inside =
        with(
            new byte[] {
              (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xFE, 0, (byte) (zip.length + 2)
            },
            zip,
            java.util.Arrays.copyOfRange(photo, 2, photo.length));
    assertThat(refusal(Kind.JPEG, inside)).isEqualTo("file-double");
    assertThat(refusal(Kind.MP4, with(Samples.film("isom"), Samples.box("free", zip))))
        .isEqualTo("file-double");
  }

  @Test
  void what_stands_behind_the_end_is_refused_unless_a_camera_puts_it_there() {
    var photo = Samples.photo();
    assertThat(refusal(Kind.JPEG, with(photo, bytes("<?php evil();")))).isEqualTo("file-double");
    assertThat(refusal(Kind.PNG, with(Samples.picture("png"), bytes("MZ evil"))))
        .isEqualTo("file-double");
    assertThat(refusal(Kind.MP4, with(Samples.film("isom"), bytes("evil"))))
        .isEqualTo("file-double");
    // a second picture, a short film, what a Samsung telephone appends
    for (var trailer :
        new byte[][] {
          Samples.picture("jpeg"),
          Samples.film("isom"),
          Samples.samsung("Image_UTC_Data", bytes("1790000000000")),
          Samples.samsung("MotionPhoto_Data", Samples.film("mp42")),
          with(new byte[64], Samples.picture("jpeg"), new byte[16]),
          new byte[9]
        }) {
      assertThatCode(() -> OneFile.require(Kind.JPEG, Source.of(with(photo, trailer))))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void what_only_begins_or_ends_like_a_cameras_trailer_is_refused() {
    var photo = Samples.photo();
    var evil = bytes("<html><script>evil()</script>".repeat(300));
    for (var trailer :
        new byte[][] {
          with(Samples.picture("jpeg"), evil),
          with(Samples.film("isom"), evil),
          with(Samples.film("isom"), Samples.box("evil", evil)),
          with(evil, bytes("SEFHxxxxSEFT")),
          with(evil, Samples.samsung("Image_UTC_Data", bytes("1"))),
          Samples.samsung("Image_UTC_Data", evil),
          with(new byte[300 * 1024], evil)
        }) {
      assertThat(refusal(Kind.JPEG, with(photo, trailer))).isEqualTo("file-double");
    }
    assertThat(refusal(Kind.PNG, with(Samples.picture("png"), new byte[300 * 1024], evil)))
        .isEqualTo("file-double");
  }

  @Test
  void the_copy_holds_nothing_of_what_stood_behind_the_picture() throws Exception {
    var behind = with(Samples.photo(), Samples.film("isom"));
    var clean = new java.io.ByteArrayOutputStream();
    CleanCopy.write(Kind.JPEG, Source.of(behind), clean);
    assertThat(Samples.text(clean.toByteArray())).doesNotContain("ftyp", "mdat", Samples.SECRET);
    assertThat(OneFile.endOfJpeg(clean.toByteArray())).isEqualTo(clean.size());
  }

  @Test
  void words_behind_the_end_of_a_pdf_are_refused_also_with_an_end_of_their_own()
      throws IOException {
    var pdf = Samples.pdf();
    assertThat(refusal(Kind.PDF, with(pdf, bytes("<script>evil()</script>"))))
        .isEqualTo("file-double");
    assertThat(refusal(Kind.PDF, with(pdf, bytes("MZ evil\n%%EOF\n")))).isEqualTo("file-double");
    assertThatCode(() -> CleanCopy.require(Kind.PDF, Source.of(with(pdf, bytes("\r\n\0\0")))))
        .doesNotThrowAnyException();
  }

  @Test
  void what_stands_between_the_parts_of_a_document_is_refused() throws IOException {
    var docx = Samples.zip(Samples.docxParts());
    var table = (int) Marks.little32(docx, docx.length - 6);
    var evil = bytes("MZ evil");
    var between =
        with(
            java.util.Arrays.copyOf(docx, table),
            evil,
            java.util.Arrays.copyOfRange(docx, table, docx.length));
    java.nio.ByteBuffer.wrap(between)
        .order(java.nio.ByteOrder.LITTLE_ENDIAN)
        .putInt(between.length - 6, table + evil.length);
    assertThat(refusal(Kind.DOCX, between)).isEqualTo("file-double");
  }

  @Test
  void a_second_head_of_a_pdf_is_refused() throws IOException {
    var pdf = Samples.pdf();
    assertThat(refusal(Kind.PDF, with(pdf, pdf))).isEqualTo("file-double");
    assertThat(refusal(Kind.MP3, with(bytes("ID3\u0003\0\0\0\0\0\n%PDF-1.7 x"), Samples.mp3())))
        .isEqualTo("file-double");
  }

  @Test
  void an_archive_that_two_programs_read_differently_is_refused() throws IOException {
    var docx = Samples.zip(Samples.docxParts());
    assertThat(refusal(Kind.DOCX, with(bytes("PK\u0003\u0004evil"), docx)))
        .isEqualTo("file-double");
    assertThat(refusal(Kind.DOCX, with(docx, bytes("evil")))).isEqualTo("file-double");
  }

  @Test
  void only_the_named_kinds_are_taken_and_the_content_tells() throws IOException {
    for (var other :
        new byte[][] {
          bytes("GIF89a\1\0\1\0\0\0\0;"),
          bytes("<svg onload='x'/>"),
          bytes("MZ\u0090\0\3\0\0\0"),
          bytes("<html><script>x</script>"),
          Samples.zip(Map.of("a.txt", bytes("a"))),
          bytes("just words"),
          Samples.box("ftyp", bytes("avif\0\0\0\0avif"))
        }) {
      assertThat(kindRefusal(other)).isEqualTo("file-kind");
    }
    assertThat(kindRefusal(new byte[0])).isEqualTo("file-empty");
  }

  private static String kindRefusal(byte[] file) {
    return catchThrowableOfType(Problem.class, () -> FindKind.of(Source.of(file))).code();
  }

  private static String refusal(Kind kind, byte[] file) {
    return catchThrowableOfType(Problem.class, () -> CleanCopy.require(kind, Source.of(file)))
        .code();
  }
}
