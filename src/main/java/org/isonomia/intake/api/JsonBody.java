package org.isonomia.intake.api;

import static org.isonomia.shared.OneJsonProvider.JSON;

import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isonomia.shared.Problem;

/**
 * Reads a small JSON object strictly: UTF-8, one object and nothing after it, no member twice, not
 * deeper than needed. Values come as Map, List, String, Boolean, Integer, or one of the two marks
 * for what no field of ours takes.
 */
final class JsonBody {
  /** No body of ours is longer; a narrative of 20,000 characters, each escaped, fits. */
  static final int LONGEST = 256 * 1024;

  /** A JSON number that is no small whole one; fields of ours hold none. */
  static final Object NUMBER = new Object();

  /** JSON null, which is not the same as a member that did not come. */
  static final Object NULL = new Object();

  private static final int DEEPEST = 8;
  private static final int MOST_VALUES = 2_000;

  private final JsonParser parser;
  private int values;

  private JsonBody(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * @throws Problem tooLarge "body-too-large"
   */
  static byte[] bytes(InputStream body) throws IOException {
    var bytes = body.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw Problem.tooLarge("body-too-large");
    }
    return bytes;
  }

  /**
   * @throws Problem unreadable "not-json", "not-an-object", "member-twice", "too-deep", "not-utf-8"
   */
  static Map<String, Object> read(byte[] bytes) {
    try (var parser = JSON.createParser(new StringReader(text(bytes)))) {
      if (!parser.hasNext() || parser.next() != JsonParser.Event.START_OBJECT) {
        throw Problem.unreadable("not-an-object");
      }
      var object = new JsonBody(parser).object(1);
      if (parser.hasNext()) {
        parser.next(); // throws for anything after the object
      }
      return object;
    } catch (JsonException | java.util.NoSuchElementException | IllegalStateException e) {
      throw Problem.unreadable("not-json");
    }
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      throw Problem.unreadable("not-utf-8");
    }
  }

  private Map<String, Object> object(int depth) {
    var members = new LinkedHashMap<String, Object>();
    while (true) {
      var event = parser.next();
      if (event == JsonParser.Event.END_OBJECT) {
        return members;
      }
      var name = parser.getString();
      if (members.containsKey(name)) {
        throw Problem.unreadable("member-twice");
      }
      members.put(name, value(parser.next(), depth));
    }
  }

  private List<Object> array(int depth) {
    var items = new ArrayList<>();
    while (true) {
      var event = parser.next();
      if (event == JsonParser.Event.END_ARRAY) {
        return items;
      }
      items.add(value(event, depth));
    }
  }

  private Object number() {
    var digits = parser.getString();
    return digits.matches("\\d{1,9}") ? Integer.valueOf(digits) : NUMBER;
  }

  private Object value(JsonParser.Event event, int depth) {
    if (++values > MOST_VALUES) {
      throw Problem.tooLarge("body-too-large");
    }
    if ((event == JsonParser.Event.START_OBJECT || event == JsonParser.Event.START_ARRAY)
        && depth >= DEEPEST) {
      throw Problem.unreadable("too-deep");
    }
    return switch (event) {
      case START_OBJECT -> object(depth + 1);
      case START_ARRAY -> array(depth + 1);
      case VALUE_STRING -> parser.getString();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> NULL;
      case VALUE_NUMBER -> number();
      default -> throw Problem.unreadable("not-json");
    };
  }
}
