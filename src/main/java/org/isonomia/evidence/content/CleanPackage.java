package org.isonomia.evidence.content;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.ProcessingInstruction;
import javax.xml.stream.events.StartElement;
import org.isonomia.evidence.Kind;
import org.isonomia.shared.Problem;

/**
 * Text documents: an archive of XML parts and pictures (DOCX, ODT). Writes it anew, part by part,
 * without who wrote it, when, on which machine and printer, without earlier versions of sentences'
 * authors, thumbnails and attached data; pictures in it are drawn anew. Refuses programs, archives
 * that unpack to much more than they are, and archives that two programs read differently.
 */
final class CleanPackage {
  private static final int MOST_PARTS = 4000;

  /** Flag of a part whose length stands behind it. */
  private static final int DESCRIBED = 8;

  private static final long MOST_UNPACKED = 200L * 1024 * 1024;

  /** Text packs well: from there on a package must not unpack to more than this many times. */
  private static final long SUSPICIOUS_FROM = 16L * 1024 * 1024;

  private static final int MOST_TIMES = 100;

  /** Characters of a part that is read as XML; a book of a thousand pages has half of it. */
  private static final long LARGEST_XML = 32L * 1024 * 1024;

  private static final long MOST_XML = 64L * 1024 * 1024;

  /**
   * Names of elements and attributes: a parser remembers each of a part. Real ones have some 200.
   */
  private static final int MOST_NAMES = 5000;

  /** Packages in packages in packages. */
  private static final int DEEPEST_PACKAGE = 3;

  private static final int LARGEST_PICTURE = 25 * 1024 * 1024;
  private static final String NOBODY = "-";
  private static final LocalDateTime NEVER = LocalDateTime.of(1981, 1, 1, 0, 0);

  private static final List<String> PROGRAMS =
      List.of(
          ".exe", ".dll", ".com", ".scr", ".js", ".jse", ".vbs", ".vbe", ".wsf", ".hta", ".bat",
          ".cmd", ".ps1", ".sh", ".jar", ".class", ".py", ".lnk", ".msi", ".apk", ".so");
  private static final List<String> MACROS =
      List.of("vbaproject", "vbadata", "activex", "oleobject", "basic/", "scripts/");
  private static final Set<String> AUTHORS = Set.of("author", "initials", "userId", "providerId");
  private static final Set<String> NAMED =
      Set.of(
          "creator",
          "creator-initials",
          "author-name",
          "author-initials",
          "initial-creator",
          "sender-firstname",
          "sender-lastname",
          "sender-initials",
          "sender-email");
  private static final Set<String> LEFT_OUT = Set.of("rsids", "docVars", "attachedTemplate");

  /** What a program carries out, in an ODT. */
  private static final Set<String> CARRIED_OUT =
      Set.of(
          "scripts",
          "script",
          "event-listeners",
          "event-listener",
          "dde-connection-decls",
          "dde-connection-decl",
          "dde-source",
          "dde-links",
          "dde-link",
          "applet");

  /** Their words stay without them. */
  private static final Set<String> SHOWN_WITHOUT = Set.of("execute-macro", "dde-connection");

  private static final Set<String> ADDRESSES = Set.of("href", "althref", "src");

  /** Another place than within the package. */
  private static final Pattern ELSEWHERE =
      Pattern.compile("\\s*([a-z][a-z0-9+.-]*:|/|\\\\|\\.\\./)", Pattern.CASE_INSENSITIVE);

  /** What one opens by a click, knowing where to. */
  private static final Pattern LINK =
      Pattern.compile("\\s*(https?:|mailto:|tel:)", Pattern.CASE_INSENSITIVE);

  private final Source file;
  private final boolean docx;
  private final Set<String> dropped = new HashSet<>();
  private long unpacked;
  private long parsed;

  private CleanPackage(Source file, boolean docx) {
    this.file = file;
    this.docx = docx;
  }

  /** {@code null} when it is another archive. */
  static Kind kind(Source file) throws IOException {
    try (var zip = new ZipInputStream(file.stream(), StandardCharsets.UTF_8)) {
      var types = false;
      var words = false;
      var count = 0;
      long unpacked = 0;
      for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        if (count == 0 && part.getName().equals("mimetype")) {
          var told = new String(zip.readNBytes(100), StandardCharsets.US_ASCII).strip();
          return told.equals(Kind.ODT.mediaType()) ? Kind.ODT : null;
        }
        types |= part.getName().equals("[Content_Types].xml");
        words |= part.getName().equals("word/document.xml");
        if (types && words) {
          return Kind.DOCX;
        }
        unpacked += skip(zip);
        if (++count > MOST_PARTS || unpacked >= MOST_UNPACKED) {
          throw Problem.invalid("file-bomb");
        }
      }
      return null;
    } catch (ZipException | EOFException | IllegalArgumentException broken) {
      throw Problem.invalid("file-unreadable");
    }
  }

  private static long skip(InputStream part) throws IOException {
    var buffer = new byte[32 * 1024];
    long length = 0;
    for (int got = part.read(buffer); got > 0 && length < MOST_UNPACKED; got = part.read(buffer)) {
      length += got;
    }
    return length;
  }

  /**
   * Looks at all of it before anything is written: programs, bombs, two archives in one.
   *
   * @throws Problem invalid "file-program", "file-bomb", "file-double", "file-unreadable"
   */
  static void require(Source file, Kind kind) throws IOException {
    new CleanPackage(file, kind == Kind.DOCX).look();
  }

  private void look() throws IOException {
    var names = new HashSet<String>();
    try (var zip = new ZipInputStream(file.stream(), StandardCharsets.UTF_8)) {
      for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        var name = part.getName();
        if (!names.add(name)
            || names.size() > MOST_PARTS
            || name.startsWith("/")
            || name.contains("..")
            || name.contains("\\")) {
          throw names.size() > MOST_PARTS ? Problem.invalid("file-bomb") : OneFile.twice();
        }
        requireNoProgram(name);
        var content = new Counted(zip);
        var head = content.readNBytes(1024);
        requireNoProgram(name, head);
        var whole = new SequenceInputStream(new ByteArrayInputStream(head), content);
        if (isLeftOut(name)) {
          dropped.add(name);
        }
        // also of what is left out: where no copy can be made, the whole is kept
        if (Marks.at(head, 0, "PK")) {
          requireNoProgramWithin(whole, 1);
        } else if (isXml(name) && !isLeftOut(name)) {
          requireSmall(name, whole);
        }
        skip(content);
      }
    } catch (ZipException | EOFException | IllegalArgumentException broken) {
      throw Problem.invalid("file-unreadable");
    }
    requireSameTable(names);
  }

  private static void requireNoProgram(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    if (PROGRAMS.stream().anyMatch(lower::endsWith) || MACROS.stream().anyMatch(lower::contains)) {
      throw Problem.invalid("file-program");
    }
  }

  private static boolean isXml(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".xml") || lower.endsWith(".rels");
  }

  /** Reads it once without keeping anything, before a parser does. */
  private void requireSmall(String name, InputStream part) throws IOException {
    try {
      var xml = measured(name, part);
      var buffer = new char[16 * 1024];
      for (int got = xml.read(buffer); got > 0; got = xml.read(buffer)) {
        parsed += got;
      }
    } catch (CharacterCodingException locked) {
      // by a password, or no XML: no parser gets farther
      return;
    }
  }

  private Reader measured(String name, InputStream part) throws IOException {
    // programs of twenty years ago name a DOCTYPE there, and nowhere else
    return new SmallXml(
        part, Math.min(LARGEST_XML, MOST_XML - parsed), name.equals("META-INF/manifest.xml"));
  }

  /** A package within the package; one that cannot be read is kept as it came, with a warning. */
  private void requireNoProgramWithin(InputStream within, int depth) throws IOException {
    if (depth > DEEPEST_PACKAGE) {
      throw Problem.invalid("file-bomb");
    }
    try {
      var zip = new ZipInputStream(within, StandardCharsets.UTF_8);
      var count = 0;
      for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        if (++count > MOST_PARTS) {
          throw Problem.invalid("file-bomb");
        }
        requireNoProgram(part.getName());
        var content = new Counted(zip);
        var head = content.readNBytes(1024);
        requireNoProgram(part.getName(), head);
        if (Marks.at(head, 0, "PK")) {
          requireNoProgramWithin(
              new SequenceInputStream(new ByteArrayInputStream(head), content), depth + 1);
        }
        skip(content);
      }
    } catch (ZipException | EOFException | IllegalArgumentException broken) {
      return;
    }
  }

  private void requireNoProgram(String name, byte[] head) {
    if (Marks.at(head, 0, "MZ")
        || Marks.at(head, 0, "\u007FELF")
        || Marks.at(head, 0, "\u00D0\u00CF\u0011\u00E0")
        || Marks.at(head, 0, "#!")) {
      throw Problem.invalid("file-program");
    }
    if (name.equals("[Content_Types].xml")
        && new String(head, StandardCharsets.UTF_8).contains("macroEnabled")) {
      throw Problem.invalid("file-program");
    }
  }

  /** The table at the end names the same parts, or two programs see two documents. */
  private void requireSameTable(Set<String> names) throws IOException {
    var end = file.bytes(file.size() - 22, 22);
    var table = file.bytes(Marks.little32(end, 16), (int) Marks.little32(end, 12));
    var told = new HashSet<String>();
    var places = new TreeMap<Long, Long>();
    var at = 0;
    while (at + 46 <= table.length && Marks.at(table, at, "PK\u0001\u0002")) {
      var length = Marks.little16(table, at + 28);
      if (at + 46 + length > table.length) {
        break;
      }
      told.add(new String(table, at + 46, length, StandardCharsets.UTF_8));
      places.put(
          Marks.little32(table, at + 42),
          (Marks.little16(table, at + 8) & DESCRIBED) != 0
              ? -Marks.little32(table, at + 20) - 1
              : Marks.little32(table, at + 20));
      at += 46 + length + Marks.little16(table, at + 30) + Marks.little16(table, at + 32);
    }
    if (!told.equals(names)) {
      throw OneFile.twice();
    }
    requireNothingBetween(places, Marks.little32(end, 16));
  }

  /**
   * The parts stand one behind the other: what stands between them no program shows.
   *
   * @param places of the parts, with their packed lengths; less than zero where a description of
   *     the part stands behind it
   */
  private void requireNothingBetween(TreeMap<Long, Long> places, long table) throws IOException {
    long at = 0;
    for (var place : places.entrySet()) {
      if (place.getKey() != at) {
        throw OneFile.twice();
      }
      var head = file.bytes(at, 30);
      if (head.length < 30) {
        throw Problem.invalid("file-unreadable");
      }
      var described = place.getValue() < 0;
      at += 30 + Marks.little16(head, 26) + Marks.little16(head, 28);
      at += described ? -place.getValue() - 1 : place.getValue();
      if (described) {
        at += Marks.at(file.bytes(at, 4), 0, "PK\u0007\b") ? 16 : 12;
      }
    }
    if (at != table) {
      throw OneFile.twice();
    }
  }

  static void clean(Source file, Kind kind, OutputStream to) throws IOException, CannotClean {
    var document = new CleanPackage(file, kind == Kind.DOCX);
    document.look();
    document.unpacked = 0;
    document.parsed = 0;
    document.write(to);
  }

  private void write(OutputStream to) throws IOException, CannotClean {
    try (var in = new ZipInputStream(file.stream(), StandardCharsets.UTF_8)) {
      var out = new ZipOutputStream(to, StandardCharsets.UTF_8);
      for (var part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
        var name = part.getName();
        if (part.isDirectory() || dropped.contains(name)) {
          continue;
        }
        if (name.equals("mimetype")) {
          first(out, in.readNBytes(200));
          continue;
        }
        var clean = new ZipEntry(name);
        clean.setTimeLocal(NEVER);
        out.putNextEntry(clean);
        write(name, new Counted(in), out);
        out.closeEntry();
      }
      out.finish();
      out.flush();
    } catch (XMLStreamException locked) {
      throw new CannotClean(); // a part is locked by a password, or is no XML
    }
  }

  /** An ODT begins with its kind, not packed. */
  private static void first(ZipOutputStream out, byte[] kind) throws IOException {
    var entry = new ZipEntry("mimetype");
    var sum = new CRC32();
    sum.update(kind);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(kind.length);
    entry.setCrc(sum.getValue());
    entry.setTimeLocal(NEVER);
    out.putNextEntry(entry);
    out.write(kind);
    out.closeEntry();
  }

  private boolean isLeftOut(String name) {
    if (docx) {
      return name.startsWith("docProps/")
          || name.startsWith("customXml/")
          || name.equals("word/people.xml")
          || name.startsWith("word/printerSettings")
          || name.startsWith("_xmlsignatures/");
    }
    return name.endsWith("meta.xml")
        || name.endsWith("settings.xml")
        || name.startsWith("Thumbnails/")
        || name.startsWith("Configurations2/")
        || name.equals("manifest.rdf")
        || name.equals("layout-cache")
        || name.startsWith("META-INF/") && name.contains("signatures");
  }

  private void write(String name, InputStream in, OutputStream out)
      throws IOException, XMLStreamException, CannotClean {
    var lower = name.toLowerCase(Locale.ROOT);
    if (isXml(name)) {
      try {
        xml(name, in, out);
      } catch (Problem refusal) {
        throw refusal;
      } catch (RuntimeException damaged) {
        // parsers of damaged or hostile files throw anything; to the person it is one thing
        throw Problem.invalid("file-unreadable");
      }
    } else if (name.startsWith("word/media/") || name.contains("Pictures/")) {
      picture(in, out);
    } else if (lower.endsWith(".odttf") || name.startsWith("Fonts/")) {
      in.transferTo(out);
    } else if (name.startsWith("ObjectReplacements/") || name.startsWith("media/")) {
      picture(in, out);
    } else {
      throw new CannotClean();
    }
  }

  private static void picture(InputStream in, OutputStream out) throws IOException, CannotClean {
    var bytes = in.readNBytes(LARGEST_PICTURE + 1);
    if (bytes.length > LARGEST_PICTURE) {
      throw new CannotClean();
    }
    if (Marks.at(bytes, 0, "\u00FF\u00D8\u00FF")) {
      out.write(redrawn(Kind.JPEG, bytes));
    } else if (Marks.at(bytes, 0, "\u0089PNG")) {
      out.write(redrawn(Kind.PNG, bytes));
    } else if (Marks.at(bytes, 0, "GIF8")
        || Marks.at(bytes, 40, " EMF")
        || Marks.at(bytes, 0, "\u00D7\u00CD\u00C6\u009A")
        || Marks.at(bytes, 0, "VCLMTF")) {
      out.write(bytes); // drawings, which no camera makes
    } else {
      throw new CannotClean();
    }
  }

  private static byte[] redrawn(Kind kind, byte[] picture) throws CannotClean {
    try {
      return CleanPhoto.clean(kind, picture).content();
    } catch (Problem unreadable) {
      throw new CannotClean();
    }
  }

  private void xml(String name, InputStream in, OutputStream out)
      throws IOException, XMLStreamException, CannotClean {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    var reader = factory.createXMLEventReader(measured(name, in));
    var writer =
        XMLOutputFactory.newDefaultFactory()
            .createXMLEventWriter(new Open(out), StandardCharsets.UTF_8.name());
    var events = XMLEventFactory.newDefaultFactory();
    var names = new HashSet<String>();
    var fields = new Fields();
    var naming = 0;
    while (reader.hasNext()) {
      var event = reader.nextEvent();
      if (event.isStartElement()) {
        var start = event.asStartElement();
        var local = start.getName().getLocalPart();
        requireFewNames(names, start);
        if (local.equals("encryption-data")) {
          throw new CannotClean();
        }
        if (isLeftOut(name, start)) {
          skip(reader, names);
          continue;
        }
        if (docx) {
          fields.start(start, attribute(start, "fldCharType").orElse(""));
        } else if (SHOWN_WITHOUT.contains(local)) {
          continue;
        }
        writer.add(clean(start, events));
        if (!docx && NAMED.contains(local)) {
          writer.add(events.createCharacters(NOBODY));
          naming++;
        }
      } else if (event.isEndElement()) {
        var local = event.asEndElement().getName().getLocalPart();
        if (docx) {
          fields.end(local);
        } else if (SHOWN_WITHOUT.contains(local)) {
          continue;
        } else if (NAMED.contains(local)) {
          naming--;
        }
        writer.add(event);
      } else if (event.isCharacters() && (naming > 0 || !fields.keeps(event.asCharacters()))
          || event.getEventType() == javax.xml.stream.XMLStreamConstants.COMMENT
          || event.getEventType() == javax.xml.stream.XMLStreamConstants.DTD) {
        continue;
      } else if (event instanceof ProcessingInstruction instruction) {
        requireFewNames(names, instruction.getTarget());
      } else {
        writer.add(event);
      }
    }
    writer.close();
  }

  private static void requireFewNames(Set<String> names, StartElement start) {
    requireFewNames(names, start.getName().getLocalPart());
    for (var all = start.getAttributes(); all.hasNext(); ) {
      requireFewNames(names, all.next().getName().getLocalPart());
    }
    for (var all = start.getNamespaces(); all.hasNext(); ) {
      var one = all.next();
      requireFewNames(names, one.getPrefix());
      requireFewNames(names, one.getNamespaceURI());
    }
  }

  private static void requireFewNames(Set<String> names, String name) {
    if (names.add(name) && names.size() > MOST_NAMES) {
      throw Problem.invalid("file-bomb");
    }
  }

  private static void skip(XMLEventReader reader, Set<String> names) throws XMLStreamException {
    for (var depth = 1; depth > 0; ) {
      var event = reader.nextEvent();
      if (event.isStartElement()) {
        requireFewNames(names, event.asStartElement());
      } else if (event instanceof ProcessingInstruction instruction) {
        requireFewNames(names, instruction.getTarget());
      }
      depth += event.isStartElement() ? 1 : event.isEndElement() ? -1 : 0;
    }
  }

  /** What names a part that is not there any more, and what only tells of the writer. */
  private boolean isLeftOut(String part, StartElement start) {
    var local = start.getName().getLocalPart();
    if (!docx) {
      return CARRIED_OUT.contains(local)
          || local.equals("file-entry")
              && attribute(start, "full-path").filter(this::isLeftOut).isPresent();
    }
    if (part.equals("[Content_Types].xml")) {
      return attribute(start, "PartName").filter(n -> isLeftOut(n.substring(1))).isPresent();
    }
    if (part.endsWith(".rels") && local.equals("Relationship")) {
      return attribute(start, "Type").filter(t -> t.endsWith("/attachedTemplate")).isPresent()
          || !isOutside(start)
              && attribute(start, "Target").filter(t -> isLeftOut(resolved(part, t))).isPresent();
    }
    return LEFT_OUT.contains(local);
  }

  private static boolean isOutside(StartElement relationship) {
    return attribute(relationship, "TargetMode").filter("External"::equals).isPresent();
  }

  private static String resolved(String rels, String target) {
    if (target.startsWith("/")) {
      return target.substring(1);
    }
    var folder = rels.substring(0, rels.indexOf("_rels/"));
    var to = target;
    while (to.startsWith("../") && !folder.isEmpty()) {
      to = to.substring(3);
      folder = folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
    }
    return folder + to;
  }

  private static java.util.Optional<String> attribute(StartElement start, String local) {
    for (var all = start.getAttributes(); all.hasNext(); ) {
      var one = all.next();
      if (one.getName().getLocalPart().equals(local)) {
        return java.util.Optional.of(one.getValue());
      }
    }
    return java.util.Optional.empty();
  }

  private StartElement clean(StartElement start, XMLEventFactory events) {
    var kept = new ArrayList<Attribute>();
    for (var all = start.getAttributes(); all.hasNext(); ) {
      var one = all.next();
      var value = clean(start, one.getName(), one.getValue());
      if (value != null) {
        kept.add(events.createAttribute(one.getName(), value));
      }
    }
    return events.createStartElement(start.getName(), kept.iterator(), start.getNamespaces());
  }

  /** {@code null}: without this attribute. */
  private String clean(StartElement start, QName name, String value) {
    var local = name.getLocalPart();
    var element = start.getName().getLocalPart();
    if (docx) {
      if (AUTHORS.contains(local)) {
        return NOBODY;
      }
      if (local.startsWith("rsid")
          || local.equals("date") && attribute(start, "author").isPresent()
          || local.equals("dateUtc")) {
        return null;
      }
      if (local.equals("instr")) {
        return Fields.isHarmless(value) ? value : "";
      }
      // shapes of old programs; gfxdata is a package of its own, packed into an attribute
      if (ADDRESSES.contains(local) && !value.startsWith("#") || local.equals("gfxdata")) {
        return null;
      }
      // a picture or template fetched from elsewhere tells its owner who reads
      return local.equals("Target") && isOutside(start) && !isLink(start, value)
          ? "about:blank"
          : value;
    }
    if (local.equals("src") || local.equals("action") || local.equals("image-data")) {
      return ELSEWHERE.matcher(value).lookingAt() ? null : value;
    }
    return local.equals("href")
            && ELSEWHERE.matcher(value).lookingAt()
            && !(element.equals("a") && LINK.matcher(value).lookingAt())
        ? "about:blank"
        : value;
  }

  private static boolean isLink(StartElement relationship, String target) {
    return attribute(relationship, "Type").filter(t -> t.endsWith("/hyperlink")).isPresent()
        && (LINK.matcher(target).lookingAt() || target.startsWith("#"));
  }

  /** Counts what is unpacked of all parts together. */
  private final class Counted extends FilterInputStream {
    Counted(InputStream part) {
      super(part);
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int got = super.read(into, offset, length);
      unpacked += Math.max(0, got);
      if (unpacked > MOST_UNPACKED
          || unpacked > SUSPICIOUS_FROM && unpacked > MOST_TIMES * file.size()) {
        throw Problem.invalid("file-bomb");
      }
      return got;
    }

    @Override
    public void close() {
      // the archive goes on
    }
  }

  /** The archive goes on after a part's writer is closed. */
  private static final class Open extends FilterOutputStream {
    Open(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      out.flush();
    }
  }
}
