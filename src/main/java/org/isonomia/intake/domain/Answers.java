package org.isonomia.intake.domain;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person typed so far, by field, exactly as typed; also what is wrong is kept, so that Back
 * shows it again.
 */
public final class Answers {
  /** A whole report with every field at its longest stays below; more is not kept. */
  public static final int LARGEST = 256 * 1024;

  private final Map<String, List<String>> values;

  private Answers(Map<String, List<String>> values) {
    this.values = values;
  }

  public static Answers none() {
    return new Answers(new LinkedHashMap<>());
  }

  public Map<String, List<String>> values() {
    return values;
  }

  public List<String> all(String field) {
    return values.getOrDefault(field, List.of());
  }

  /** The first value, tidied; {@code null} when it is blank or did not come. */
  public String text(String field) {
    var all = all(field);
    return all.isEmpty() ? null : PlainText.tidy(PlainText.clean(all.get(0)));
  }

  /** These answers with others over them. */
  public Answers with(Map<String, ? extends List<String>> others) {
    var merged = new LinkedHashMap<>(values);
    others.forEach((field, list) -> merged.put(field, List.copyOf(list)));
    return new Answers(merged);
  }

  public Answers without(Iterable<String> fields) {
    var rest = new LinkedHashMap<>(values);
    fields.forEach(rest::remove);
    return new Answers(rest);
  }

  public byte[] toBytes() {
    try (var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes)) {
      out.writeInt(values.size());
      for (var field : values.entrySet()) {
        write(out, field.getKey());
        out.writeInt(field.getValue().size());
        for (var value : field.getValue()) {
          write(out, value);
        }
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Answers ofBytes(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      var values = new LinkedHashMap<String, List<String>>();
      for (var fields = in.readInt(); fields > 0; fields--) {
        var field = read(in);
        var list = new ArrayList<String>();
        for (var count = in.readInt(); count > 0; count--) {
          list.add(read(in));
        }
        values.put(field, List.copyOf(list));
      }
      return new Answers(values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String read(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Answers";
  }
}
