package org.isonomia.evidence.content;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.isonomia.shared.Problem;

/**
 * Writes a PDF anew without what one does not see on its pages: who wrote it with what and when,
 * scripts, actions that start something, files within it, places noted in its photos.
 */
final class CleanPdf {
  private static final long WORKING_MEMORY = 96L * 1024 * 1024;

  /** What tables of objects may unpack to; a whole book's are a tenth of it. */
  private static final long MOST_TABLES = 32L * 1024 * 1024;

  /** What all contents together may unpack to: as much as any document here. */
  private static final long MOST_UNPACKED = 400L * 1024 * 1024;

  /** A content that is no picture: the drawing of a page, a font. */
  private static final long LARGEST_CONTENT = 32L * 1024 * 1024;

  private static final long MOST_PIXELS = 64_000_000;

  private static final Set<String> DROPPED =
      Set.of(
          "Metadata",
          "PieceInfo",
          "LastModified",
          "JS",
          "JavaScript",
          "AA",
          "OpenAction",
          "EmbeddedFiles",
          "EF",
          "AF",
          "XFA",
          "Thumb",
          "Collection");
  private static final Set<String> STARTING =
      Set.of(
          "JavaScript",
          "Launch",
          "ImportData",
          "SubmitForm",
          "GoToE",
          "GoToR",
          "Thread",
          "Rendition",
          "Movie",
          "Sound",
          "RichMediaExecute",
          // a click would tell another house that somebody reads this
          "URI");
  private static final Set<String> HOLDING =
      Set.of("FileAttachment", "RichMedia", "Screen", "Movie", "Sound", "3D");

  /** Of a content that lies in another file, or is shown by another one. */
  private static final Set<String> ELSEWHERE = Set.of("F", "FFilter", "FDecodeParms", "Ref", "OPI");

  private static final Set<String> NAMING_A_FILE = Set.of("F", "UF", "DOS", "Mac", "Unix", "FS");
  private static final Set<String> OF_AN_AUTHOR = Set.of("T", "CreationDate", "M", "NM", "RC");

  /** It would tell of what it cannot read by quoting it. Held, or it would be forgotten. */
  private static final List<Logger> SILENT =
      List.of(Logger.getLogger("org.apache.pdfbox"), Logger.getLogger("org.apache.fontbox"));

  static {
    SILENT.forEach(logger -> logger.setLevel(Level.OFF));
  }

  private CleanPdf() {}

  static byte[] clean(byte[] bytes) throws CannotClean {
    requireSmallTables(bytes);
    try (var document =
        Loader.loadPDF(
            bytes,
            "",
            null,
            null,
            MemoryUsageSetting.setupMainMemoryOnly(WORKING_MEMORY).streamCache)) {
      if (document.getNumberOfPages() == 0) {
        throw Problem.invalid("file-unreadable");
      }
      strip(document, new Room());
      var clean = new ByteArrayOutputStream(bytes.length);
      document.save(clean);
      return clean.toByteArray();
    } catch (InvalidPasswordException locked) {
      throw new CannotClean();
    } catch (StackOverflowError deep) {
      throw Problem.invalid("file-bomb");
    } catch (Problem refusal) {
      throw refusal;
    } catch (IOException | RuntimeException damaged) {
      // parsers of damaged or hostile files throw anything; to the person it is one thing
      throw Problem.invalid("file-unreadable");
    }
  }

  /** What all packed contents of a document may still unpack to. */
  private static final class Room {
    private long left = MOST_UNPACKED;

    /**
     * Unpacks a content without keeping it.
     *
     * @throws Problem invalid "file-bomb"
     */
    void require(COSStream stream) throws IOException {
      if (!isPacked(stream.getFilters())) {
        return;
      }
      try (var in = stream.createRawInputStream()) {
        var unpacked = unpackedLength(in, left);
        var shown = pixels(stream);
        // a scanned page packs well and is as large as it says
        if (unpacked > LARGEST_CONTENT && unpacked > shown
            || isPackedTwice(stream.getFilters()) && unpacked > MOST_TABLES) {
          throw Problem.invalid("file-bomb");
        }
        left -= unpacked;
        if (left <= 0) {
          throw Problem.invalid("file-bomb");
        }
      }
    }

    private static long pixels(COSStream stream) {
      var width = Math.max(0, stream.getLong(COSName.WIDTH, 0));
      var height = Math.max(0, stream.getLong(COSName.HEIGHT, 0));
      // four colours at the most and a byte a line
      return width > MOST_PIXELS || height > MOST_PIXELS || width * height > MOST_PIXELS
          ? 0
          : height * (4 * width + 1);
    }

    private static boolean isPacked(COSBase filters) {
      return filters instanceof COSArray array
          ? array.toList().stream().anyMatch(Room::isPacked)
          : COSName.FLATE_DECODE.equals(filters)
              || COSName.FLATE_DECODE_ABBREVIATION.equals(filters);
    }

    private static boolean isPackedTwice(COSBase filters) {
      return filters instanceof COSArray array
          && array.toList().stream().filter(Room::isPacked).count() > 1;
    }
  }

  private static void strip(PDDocument document, Room room) throws IOException {
    if (document.isEncrypted()) {
      document.setAllSecurityToBeRemoved(true);
    }
    document.setDocumentInformation(new PDDocumentInformation());
    var seen = Collections.<COSBase>newSetFromMap(new IdentityHashMap<>());
    var open = new ArrayDeque<COSBase>();
    open.add(document.getDocument().getTrailer());
    while (!open.isEmpty()) {
      var one = open.pop();
      if (one instanceof COSObject reference) {
        one = reference.getObject();
      }
      if (one == null || !seen.add(one)) {
        continue;
      }
      if (one instanceof COSDictionary dictionary) {
        if (dictionary instanceof COSStream stream) {
          room.require(stream);
        }
        strip(dictionary);
        open.addAll(dictionary.getValues());
      } else if (one instanceof COSArray array) {
        array.forEach(open::add);
      }
    }
  }

  private static void strip(COSDictionary dictionary) throws IOException {
    for (var name : new ArrayList<>(dictionary.keySet())) {
      if (DROPPED.contains(name.getName())) {
        dictionary.removeItem(name);
      }
    }
    if (STARTING.contains(String.valueOf(dictionary.getNameAsString(COSName.S)))) {
      dictionary.clear();
    }
    if (dictionary instanceof COSStream) {
      ELSEWHERE.forEach(key -> dictionary.removeItem(COSName.getPDFName(key)));
    } else if (isFile(dictionary)) {
      NAMING_A_FILE.forEach(key -> dictionary.removeItem(COSName.getPDFName(key)));
    }
    var annotations = dictionary.getCOSArray(COSName.ANNOTS);
    if (annotations != null) {
      for (var i = annotations.size() - 1; i >= 0; i--) {
        if (holdsAFile(annotations.get(i))) {
          annotations.remove(i);
        }
      }
    }
    var subtype = dictionary.getNameAsString(COSName.SUBTYPE);
    if (dictionary.containsKey(COSName.RECT) && subtype != null && !subtype.equals("Widget")) {
      OF_AN_AUTHOR.forEach(key -> dictionary.removeItem(COSName.getPDFName(key)));
    }
    if (dictionary instanceof COSStream stream
        && COSName.DCT_DECODE.equals(single(stream.getFilters()))) {
      withoutNotes(stream);
    }
  }

  private static boolean isFile(COSDictionary dictionary) {
    var type = String.valueOf(dictionary.getNameAsString(COSName.TYPE));
    return type.equals("Filespec")
        || type.equals("F")
        || "URL".equals(dictionary.getNameAsString(COSName.FS));
  }

  private static boolean holdsAFile(COSBase annotation) {
    var base = annotation instanceof COSObject reference ? reference.getObject() : annotation;
    return base instanceof COSDictionary dictionary
        && HOLDING.contains(String.valueOf(dictionary.getNameAsString(COSName.SUBTYPE)));
  }

  private static COSBase single(COSBase filters) {
    return filters instanceof COSArray array && array.size() == 1 ? array.getObject(0) : filters;
  }

  /** A photo within the document keeps its pixels and loses what the camera wrote. */
  private static void withoutNotes(COSStream stream) throws IOException {
    byte[] photo;
    try (var in = stream.createRawInputStream()) {
      photo = in.readAllBytes();
    }
    var clean = withoutNotes(photo);
    if (clean.length != photo.length) {
      try (var out = stream.createRawOutputStream()) {
        out.write(clean);
      }
    }
  }

  static byte[] withoutNotes(byte[] jpeg) {
    if (!Marks.at(jpeg, 0, "\u00FF\u00D8")) {
      return jpeg;
    }
    var clean = new ByteArrayOutputStream(jpeg.length);
    clean.write(jpeg, 0, 2);
    var at = 2;
    while (at + 4 <= jpeg.length && (jpeg[at] & 0xFF) == 0xFF) {
      var mark = jpeg[at + 1] & 0xFF;
      if (mark == 0xDA || mark == 0xD9) {
        break;
      }
      var length = 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
      if (at + length > jpeg.length) {
        break;
      }
      // APP0 says the density, APP14 how colours are meant; the others and comments tell tales
      var tells = mark > 0xE0 && mark <= 0xEF && mark != 0xEE || mark == 0xFE;
      if (!tells) {
        clean.write(jpeg, at, length);
      }
      at += length;
    }
    clean.write(jpeg, at, jpeg.length - at);
    return clean.toByteArray();
  }

  /**
   * Tables of objects are unpacked into memory when a PDF is opened. They are unpacked here before,
   * without being kept, so that a small file cannot fill the memory.
   */
  private static void requireSmallTables(byte[] file) {
    long unpacked = 0;
    for (int at = Marks.find(file, 0, file.length, "stream");
        at >= 0;
        at = Marks.find(file, at + 6, file.length, "stream")) {
      if (Marks.at(file, at - 3, "endstream")) {
        continue;
      }
      var words =
          new String(file, Math.max(0, at - 1024), Math.min(at, 1024), StandardCharsets.ISO_8859_1);
      var head = words.substring(Math.max(0, words.lastIndexOf(" obj")));
      if (!head.contains("ObjStm") && !head.contains("XRef") && !head.contains("#")) {
        continue;
      }
      if (head.split("Decode", -1).length > 2 && !head.contains("DecodeParms")) {
        throw Problem.invalid("file-bomb"); // packed twice: no program writes tables like that
      }
      var from = at + 6;
      while (from < file.length && (file[from] == '\r' || file[from] == '\n')) {
        from++;
      }
      unpacked += unpackedLength(file, from, MOST_TABLES - unpacked);
      if (unpacked >= MOST_TABLES) {
        throw Problem.invalid("file-bomb");
      }
    }
  }

  private static long unpackedLength(byte[] file, int from, long most) {
    try {
      return unpackedLength(new ByteArrayInputStream(file, from, file.length - from), most);
    } catch (IOException notThere) {
      throw new UncheckedIOException(notThere);
    }
  }

  /** How much it unpacks to, as far as it does; never much more than the most is unpacked. */
  private static long unpackedLength(InputStream packed, long most) throws IOException {
    var inflater = new Inflater();
    var in = new byte[32 * 1024];
    var out = new byte[64 * 1024];
    long length = 0;
    try {
      while (length < most && !inflater.finished() && !inflater.needsDictionary()) {
        if (inflater.needsInput()) {
          int got = packed.read(in);
          if (got <= 0) {
            break;
          }
          inflater.setInput(in, 0, got);
        }
        length += inflater.inflate(out);
      }
    } catch (DataFormatException notPacked) {
      return length;
    } finally {
      inflater.end();
    }
    return length;
  }
}
