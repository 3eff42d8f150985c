package org.isonomia.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One line of an export: a flat JSON object of texts and whole numbers. It is written and read
 * here, so that whoever checks an export needs nothing but this program.
 */
public final class ExportLine {
  private static final HexFormat HEX = HexFormat.of();
  private final Map<String, String> values;

  private ExportLine(Map<String, String> values) {
    this.values = values;
  }

  /**
   * The first line: where the file begins.
   *
   * @param fromTheBeginning whether nothing stands before it but what went after its class
   */
  public static String opening(
      long seqBefore, byte[] hashBefore, byte[] publicKey, boolean fromTheBeginning) {
    return new Writer("opening")
        .text("part", fromTheBeginning ? null : "yes")
        .number("seqBefore", seqBefore)
        .text("hashBefore", HEX.formatHex(hashBefore))
        .text("publicKey", HEX.formatHex(publicKey))
        .end();
  }

  public static String release(Release release) {
    return new Writer("release")
        .text("month", release.month())
        .text("kind", release.kind())
        .number("months", release.months())
        .number("first", release.first())
        .number("last", release.last())
        .text("closing", HEX.formatHex(release.closing()))
        .number("records", release.records())
        .text("at", release.at().toString())
        .text("signature", HEX.formatHex(release.signature()))
        .text("publicKey", HEX.formatHex(release.publicKey()))
        .end();
  }

  public static String dropped(String month, String kind, long records, Instant at) {
    return new Writer("dropped")
        .text("month", month)
        .text("kind", kind)
        .number("records", records)
        .text("at", at.toString())
        .end();
  }

  /**
   * @param record {@code null} when it was dropped or is not there
   */
  public static String link(Link link, AuditRecord record) {
    var line =
        new Writer("record")
            .number("seq", link.seq())
            .text("month", link.month())
            .number("id", link.recordId())
            .text("kind", link.kind());
    if (record != null) {
      line.text("recordKind", record.kind())
          .number("recordId", record.id())
          .text("at", record.at().toString())
          .text("cityAt", record.cityAt().toString())
          .number("actorId", record.actorId())
          .text("actorKind", record.actorKind())
          .text("act", record.act())
          .text("subject", record.subject())
          .text("caseNumber", record.caseNumber())
          .text("reason", record.reason());
    }
    return line.text("recordHash", HEX.formatHex(link.recordHash()))
        .text("before", HEX.formatHex(link.before()))
        .text("hash", HEX.formatHex(link.hash()))
        .end();
  }

  public static String head(Head head) {
    return new Writer("head")
        .text("day", head.day().toString())
        .number("seq", head.seq())
        .text("hash", HEX.formatHex(head.hash()))
        .text("signature", HEX.formatHex(head.signature()))
        .text("publicKey", HEX.formatHex(head.publicKey()))
        .end();
  }

  /** The last line, so that a file that was cut is noticed without a head. */
  public static String end(long seq, byte[] hash) {
    return new Writer("end").number("seq", seq).text("hash", HEX.formatHex(hash)).end();
  }

  /**
   * @throws IllegalArgumentException when it is no such line
   */
  public static ExportLine read(String line) {
    return new ExportLine(new Reader(line).object());
  }

  public String type() {
    return text("type");
  }

  public String text(String name) {
    return values.get(name);
  }

  public long number(String name) {
    return Long.parseLong(needed(name));
  }

  public byte[] bytes(String name) {
    return HEX.parseHex(needed(name));
  }

  private String needed(String name) {
    var value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no " + name);
    }
    return value;
  }

  public Link link() {
    return new Link(
        number("seq"),
        number("id"),
        needed("month"),
        needed("kind"),
        bytes("recordHash"),
        bytes("before"),
        bytes("hash"));
  }

  /** The record, or {@code null} when this place is without. */
  public AuditRecord record() {
    if (text("act") == null) {
      return null;
    }
    return new AuditRecord(
        number("recordId"),
        Instant.parse(needed("at")),
        Instant.parse(needed("cityAt")),
        number("actorId"),
        needed("actorKind"),
        needed("recordKind"),
        needed("act"),
        text("subject"),
        text("caseNumber"),
        text("reason"));
  }

  public Release release() {
    return new Release(
        needed("month"),
        needed("kind"),
        (int) number("months"),
        number("first"),
        number("last"),
        bytes("closing"),
        number("records"),
        Instant.parse(needed("at")),
        bytes("signature"),
        bytes("publicKey"));
  }

  public Head head() {
    return new Head(
        LocalDate.parse(needed("day")),
        number("seq"),
        bytes("hash"),
        bytes("signature"),
        bytes("publicKey"));
  }

  private static final class Writer {
    private final StringBuilder line = new StringBuilder("{");

    Writer(String type) {
      text("type", type);
    }

    Writer text(String name, String value) {
      if (value != null) {
        name(name).append('"');
        for (char c : value.toCharArray()) {
          if (c == '"' || c == '\\') {
            line.append('\\').append(c);
          } else if (c < ' ') {
            line.append("\\u%04x".formatted((int) c));
          } else {
            line.append(c);
          }
        }
        line.append('"');
      }
      return this;
    }

    Writer number(String name, long value) {
      name(name).append(value);
      return this;
    }

    private StringBuilder name(String name) {
      if (line.length() > 1) {
        line.append(',');
      }
      return line.append('"').append(name).append("\":");
    }

    String end() {
      return line.append('}').toString();
    }
  }

  private static final class Reader {
    private final String line;
    private int at;

    Reader(String line) {
      this.line = line;
    }

    Map<String, String> object() {
      var values = new LinkedHashMap<String, String>();
      take('{');
      while (peek() != '}') {
        if (!values.isEmpty()) {
          take(',');
        }
        var name = string();
        take(':');
        var value = value();
        if (values.put(name, value) != null) {
          throw new IllegalArgumentException("twice: " + name);
        }
      }
      take('}');
      if (at != line.length() && !line.substring(at).isBlank()) {
        throw new IllegalArgumentException("more than one object");
      }
      return values;
    }

    private String value() {
      if (peek() == '"') {
        return string();
      }
      int from = at;
      while (at < line.length() && (line.charAt(at) == '-' || Character.isDigit(line.charAt(at)))) {
        at++;
      }
      if (from == at) {
        throw new IllegalArgumentException("neither text nor number");
      }
      return line.substring(from, at);
    }

    private String string() {
      take('"');
      var text = new StringBuilder();
      while (at < line.length() && line.charAt(at) != '"') {
        char c = line.charAt(at++);
        if (c == '\\') {
          char escaped = line.charAt(at++);
          if (escaped == 'u') {
            text.append((char) Integer.parseInt(line.substring(at, at + 4), 16));
            at += 4;
          } else {
            text.append(escaped);
          }
        } else {
          text.append(c);
        }
      }
      take('"');
      return text.toString();
    }

    private char peek() {
      while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
        at++;
      }
      if (at >= line.length()) {
        throw new IllegalArgumentException("ends too early");
      }
      return line.charAt(at);
    }

    private void take(char wanted) {
      if (peek() != wanted) {
        throw new IllegalArgumentException("not here: " + wanted);
      }
      at++;
    }
  }
}
