package org.isonomia.evidence.content;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;

/** Files as people send them, with something in each that nobody should read. */
public final class Samples {
  /** Stands in every sample where a program or a camera hides it. */
  public static final String SECRET = "Zofia Ukryta 50.0647N";

  public static final String SAID = "To widac na stronie";

  private Samples() {}

  public static byte[] bytes(String latin) {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }

  public static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  public static byte[] with(byte[] first, byte[]... more) {
    var all = new ByteArrayOutputStream();
    all.writeBytes(first);
    for (var one : more) {
      all.writeBytes(one);
    }
    return all.toByteArray();
  }

  public static byte[] picture(String format) {
    try {
      var bytes = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), format, bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A photo with a note of the camera. */
  public static byte[] photo() {
    var jpeg = picture("jpeg");
    var note = with(bytes("Exif\0\0MM\0*\0\0\0\b\0\0\0\0\0\0"), bytes(SECRET));
    var head =
        ByteBuffer.allocate(6)
            .put(jpeg, 0, 2)
            .putShort((short) 0xFFE1)
            .putShort((short) (note.length + 2));
    var rest = new byte[jpeg.length - 2];
    System.arraycopy(jpeg, 2, rest, 0, rest.length);
    return with(head.array(), note, rest);
  }

  /** A PDF that says who wrote it, runs a script, holds a file and a photo with a place. */
  public static byte[] pdf() throws IOException {
    try (var document = new PDDocument()) {
      var page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      var photo = PDImageXObject.createFromByteArray(document, photo(), "photo.jpg");
      try (var content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(50, 700);
        content.showText(SAID);
        content.endText();
        content.drawImage(photo, 50, 500);
      }
      var info = document.getDocumentInformation();
      info.setAuthor(SECRET);
      info.setCreationDate(Calendar.getInstance());
      var metadata = new PDMetadata(document);
      metadata.importXMPMetadata(
          bytes("<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + SECRET + "</x:xmpmeta>"));
      document.getDocumentCatalog().setMetadata(metadata);
      document
          .getDocumentCatalog()
          .setOpenAction(new PDActionJavaScript("app.alert('" + SECRET + "')"));
      var attached = new PDComplexFileSpecification();
      attached.setFile(SECRET);
      attached.setEmbeddedFile(
          new PDEmbeddedFile(document, new java.io.ByteArrayInputStream(bytes(SECRET))));
      var tree = new PDEmbeddedFilesNameTreeNode();
      tree.setNames(Map.of(SECRET, attached));
      var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
      names.setEmbeddedFiles(tree);
      document.getDocumentCatalog().setNames(names);
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  /**
   * A PDF of one page.
   *
   * @param side of a picture with this content; {@code null}: the page itself is this
   */
  public static byte[] pdfOf(byte[] content, Integer side) throws IOException {
    try (var document = new PDDocument()) {
      var page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      var stream =
          new org.apache.pdfbox.pdmodel.common.PDStream(
              document,
              new java.io.ByteArrayInputStream(content),
              org.apache.pdfbox.cos.COSName.FLATE_DECODE);
      if (side == null) {
        page.setContents(stream);
      } else {
        var picture = stream.getCOSObject();
        picture.setName("Type", "XObject");
        picture.setName("Subtype", "Image");
        picture.setInt("Width", side);
        picture.setInt("Height", side);
        picture.setInt("BitsPerComponent", 8);
        picture.setName("ColorSpace", "DeviceRGB");
        page.setResources(new org.apache.pdfbox.pdmodel.PDResources());
        page.getResources().add(new PDImageXObject(stream, page.getResources()));
      }
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private static final String W =
      "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";

  public static Map<String, byte[]> docxParts() {
    var parts = new LinkedHashMap<String, byte[]>();
    parts.put(
        "[Content_Types].xml",
        utf8(
            "<?xml version='1.0' encoding='UTF-8'?><Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='xml' ContentType='application/xml'/><Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/><Override PartName='/docProps/core.xml' ContentType='application/vnd.openxmlformats-package.core-properties+xml'/></Types>"));
    parts.put(
        "_rels/.rels",
        utf8(
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Type='http://x/officeDocument' Target='word/document.xml'/><Relationship Id='r2' Type='http://x/core-properties' Target='docProps/core.xml'/></Relationships>"));
    parts.put(
        "word/document.xml",
        utf8(
            "<w:document "
                + W
                + "><w:body><w:p w:rsidR='00AB12CD'><w:r><w:t xml:space='preserve'>"
                + SAID
                + " &amp; dalej</w:t></w:r><w:ins w:id='1' w:author='"
                + SECRET
                + "' w:date='2026-01-01T00:00:00Z'><w:r><w:t>dopisane</w:t></w:r></w:ins></w:p></w:body></w:document>"));
    parts.put(
        "word/_rels/document.xml.rels",
        utf8(
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Type='http://x/image' Target='media/image1.jpeg'/><Relationship Id='r2' Type='http://x/image' TargetMode='External' Target='http://who-reads.example/"
                + SECRET
                + "'/><Relationship Id='r3' Type='http://x/people' Target='people.xml'/></Relationships>"));
    parts.put(
        "word/comments.xml",
        utf8(
            "<w:comments "
                + W
                + "><w:comment w:id='0' w:author='"
                + SECRET
                + "' w:initials='"
                + SECRET
                + "' w:date='2026-01-01T00:00:00Z'><w:p/></w:comment></w:comments>"));
    parts.put("word/people.xml", utf8("<people>" + SECRET + "</people>"));
    parts.put("word/media/image1.jpeg", photo());
    parts.put("docProps/core.xml", utf8("<core>" + SECRET + "</core>"));
    parts.put("docProps/thumbnail.jpeg", photo());
    return parts;
  }

  public static Map<String, byte[]> odtParts() {
    var parts = new LinkedHashMap<String, byte[]>();
    parts.put("mimetype", utf8("application/vnd.oasis.opendocument.text"));
    parts.put(
        "content.xml",
        utf8(
            "<o:document-content xmlns:o='urn:o' xmlns:t='urn:t' xmlns:dc='urn:dc'><t:p>"
                + SAID
                + "<o:annotation><dc:creator>"
                + SECRET
                + "</dc:creator><t:p>uwaga</t:p></o:annotation></t:p></o:document-content>"));
    parts.put("meta.xml", utf8("<o:meta xmlns:o='urn:o'>" + SECRET + "</o:meta>"));
    parts.put("settings.xml", utf8("<s>" + SECRET + "</s>"));
    parts.put("Thumbnails/thumbnail.png", picture("png"));
    parts.put(
        "META-INF/manifest.xml",
        utf8(
            "<m:manifest xmlns:m='urn:m'><m:file-entry m:full-path='/'/><m:file-entry m:full-path='content.xml'/><m:file-entry m:full-path='meta.xml'/></m:manifest>"));
    return parts;
  }

  public static byte[] zip(Map<String, byte[]> parts) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var part : parts.entrySet()) {
        var entry = new ZipEntry(part.getKey());
        if (part.getKey().equals("mimetype")) {
          var sum = new CRC32();
          sum.update(part.getValue());
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(part.getValue().length);
          entry.setCrc(sum.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(part.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static byte[] box(String type, byte[]... content) {
    var all = with(new byte[0], content);
    return with(ByteBuffer.allocate(8).putInt(8 + all.length).put(bytes(type)).array(), all);
  }

  private static byte[] ints(int... values) {
    var all = ByteBuffer.allocate(4 * values.length);
    for (var value : values) {
      all.putInt(value);
    }
    return all.array();
  }

  private static byte[] track(String handler, int at, int length) {
    return box(
        "trak",
        box(
            "mdia",
            box("hdlr", ints(0, 0), bytes(handler), new byte[12]),
            box(
                "minf",
                box(
                    "stbl",
                    box("stsz", ints(0, length, 1)),
                    box("stsc", ints(0, 1, 1, 1, 1)),
                    box("stco", ints(0, 1, at))))));
  }

  /** A film with a picture track, a track where the telephone wrote its way, and a place. */
  public static byte[] film(String brand) {
    var type = box("ftyp", bytes(brand), ints(0), bytes(brand));
    var seen = bytes("obraz obraz obraz");
    var data = box("mdat", seen, bytes(SECRET));
    var first = type.length + 8;
    return with(
        type,
        data,
        box(
            "moov",
            box("mvhd", ints(0, 0x51515151, 0x52525252, 1000, 0)),
            track("vide", first, seen.length),
            track("meta", first + seen.length, SECRET.length()),
            box("udta", box("\u00A9xyz", bytes(SECRET))),
            box("meta", bytes(SECRET))));
  }

  /** Frames of silence between tags. */
  public static byte[] mp3() {
    var frame = new byte[417];
    frame[0] = (byte) 0xFF;
    frame[1] = (byte) 0xFB;
    frame[2] = (byte) 0x90;
    var tag =
        with(bytes("ID3\u0003\0\0\0\0\0"), new byte[] {(byte) SECRET.length()}, bytes(SECRET));
    var end = with(bytes("TAG"), bytes(SECRET), new byte[125 - SECRET.length()]);
    return with(tag, frame, frame, frame, frame, end);
  }

  /** What a Samsung telephone writes behind a picture: a part, and a table of one part. */
  public static byte[] samsung(String name, byte[] content) {
    var part = with(little(0x0A010000, name.length()), bytes(name), content);
    var entry = with(little(0x0A010000, part.length, part.length));
    var table = with(bytes("SEFH"), little(106, 1), entry);
    return with(part, table, little(table.length), bytes("SEFT"));
  }

  private static byte[] little(int... values) {
    var all = ByteBuffer.allocate(4 * values.length).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    for (var value : values) {
      all.putInt(value);
    }
    return all.array();
  }
}
