package org.isonomia.evidence.content;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.isonomia.shared.Problem;

/**
 * The characters of an XML part, measured as they pass. A parser holds a name, an attribute or a
 * comment in memory as a whole, whatever its length, and a place for each element that is open:
 * what is too long or too deep is refused before the parser has it.
 *
 * <p>Decodes on its own, so that the parser sees the same characters as were measured.
 */
final class SmallXml extends FilterReader {
  /** Characters of a tag, a comment, or of words between two tags. */
  static final int LONGEST = 1024 * 1024;

  static final int DEEPEST = 500;

  private static final String COMMENT = "!--";
  private static final String DATA = "![CDATA[";

  private enum Within {
    WORDS,
    MARK,
    TAG,
    COMMENT,
    DATA,
    INSTRUCTION,
    DOCTYPE
  }

  private final boolean doctype;
  private final StringBuilder mark = new StringBuilder();
  private Within within = Within.WORDS;
  private int length;
  private int depth;
  private char quote;
  private char before;
  private char beforeThat;
  private long left;

  /**
   * @param most characters of the whole part
   * @param doctype whether one may stand there, without definitions; otherwise it is refused
   */
  SmallXml(InputStream part, long most, boolean doctype) throws IOException {
    super(decoded(part));
    this.left = most;
    this.doctype = doctype;
  }

  /** The two encodings that packages have. Anything else is not decodable, or says so itself. */
  private static Reader decoded(InputStream part) throws IOException {
    var in = new PushbackInputStream(part, 3);
    var head = in.readNBytes(3);
    Charset charset = StandardCharsets.UTF_8;
    var mark = 0;
    if (Marks.at(head, 0, "\u00EF\u00BB\u00BF")) {
      mark = 3;
    } else if (Marks.at(head, 0, "\u00FE\u00FF")) {
      charset = StandardCharsets.UTF_16BE;
      mark = 2;
    } else if (Marks.at(head, 0, "\u00FF\u00FE")) {
      charset = StandardCharsets.UTF_16LE;
      mark = 2;
    }
    in.unread(head, mark, head.length - mark);
    return new InputStreamReader(in, charset.newDecoder());
  }

  @Override
  public int read() throws IOException {
    var one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] into, int offset, int count) throws IOException {
    int got = super.read(into, offset, count);
    left -= Math.max(0, got);
    if (left < 0) {
      throw Problem.invalid("file-bomb");
    }
    for (var i = offset; i < offset + got; i++) {
      pass(into[i]);
    }
    return got;
  }

  private void pass(char next) {
    if (++length > LONGEST) {
      throw Problem.invalid("file-bomb");
    }
    switch (within) {
      case WORDS -> {
        if (next == '<') {
          mark.setLength(0);
          enter(Within.MARK);
        }
      }
      case MARK -> begin(next);
      case TAG -> tag(next);
      case DOCTYPE -> doctype(next);
      case COMMENT -> endAt(next == '>' && before == '-' && beforeThat == '-');
      case DATA -> endAt(next == '>' && before == ']' && beforeThat == ']');
      case INSTRUCTION -> endAt(next == '>' && before == '?');
    }
    if (length > 0) {
      beforeThat = before;
      before = next;
    }
  }

  private void enter(Within now) {
    within = now;
    length = 0;
    before = 0;
    beforeThat = 0;
    quote = 0;
  }

  private void endAt(boolean end) {
    if (end) {
      enter(Within.WORDS);
    }
  }

  private void begin(char next) {
    mark.append(next);
    var so = mark.toString();
    if (so.equals("?")) {
      enter(Within.INSTRUCTION);
    } else if (so.equals(COMMENT)) {
      enter(Within.COMMENT);
    } else if (so.equals(DATA)) {
      enter(Within.DATA);
    } else if (next == '!' && so.length() == 1
        || so.charAt(0) == '!' && (COMMENT.startsWith(so) || DATA.startsWith(so))) {
      return;
    } else if (so.charAt(0) == '!') {
      if (!doctype) {
        throw Problem.invalid("file-unreadable");
      }
      enter(Within.DOCTYPE);
      doctype(next);
    } else {
      enter(Within.TAG);
      tag(next);
    }
  }

  private boolean isQuoted(char next) {
    if (quote != 0) {
      quote = next == quote ? 0 : quote;
      return true;
    }
    quote = next == '"' || next == '\'' ? next : 0;
    return quote != 0;
  }

  private void tag(char next) {
    if (isQuoted(next) || next != '>') {
      return;
    }
    if (mark.charAt(0) == '/') {
      depth--;
    } else if (before != '/') {
      depth++;
    }
    if (depth > DEEPEST) {
      throw Problem.invalid("file-bomb");
    }
    enter(Within.WORDS);
  }

  private void doctype(char next) {
    if (isQuoted(next)) {
      return;
    }
    if (next == '[') {
      throw Problem.invalid("file-unreadable");
    }
    endAt(next == '>');
  }
}
