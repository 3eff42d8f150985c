package org.isonomia.rights.application;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.isonomia.intake.Reports.FileEntry;
import org.isonomia.shared.CaseNumber;

/**
 * Everything the office holds about one report, in the words of the reader: chapters of items of
 * entries, from which the page and the machine-readable copy are both made.
 */
public record Book(CaseNumber number, List<Chapter> chapters, List<FileEntry> files) {
  /**
   * @param key name in the machine-readable copy
   * @param note a sentence under the title; {@code null} for none
   */
  public record Chapter(String key, String title, String note, List<Item> items) {}

  /**
   * @param title {@code null} for none
   */
  public record Item(String title, List<Entry> entries) {}

  /**
   * @param key name in the machine-readable copy
   */
  public record Entry(String key, String label, String value) {}

  /** Collects entries, without those that say nothing. */
  static final class Entries {
    private final List<Entry> entries = new ArrayList<>();

    Entries add(String key, String label, String value) {
      if (value != null && !value.isBlank()) {
        entries.add(new Entry(key, label, value));
      }
      return this;
    }

    Entries add(List<Entry> more) {
      more.forEach(entry -> add(entry.key(), entry.label(), entry.value()));
      return this;
    }

    Item item(String title) {
      return new Item(title, List.copyOf(entries));
    }
  }

  /** The machine-readable copy. */
  JsonObject toJson() {
    var book = Json.createObjectBuilder().add("caseNumber", number.value());
    for (var chapter : chapters) {
      var items = Json.createArrayBuilder();
      for (var item : chapter.items()) {
        var one = Json.createObjectBuilder();
        if (item.title() != null) {
          one.add("title", item.title());
        }
        item.entries().forEach(entry -> one.add(entry.key(), entry.value()));
        items.add(one);
      }
      book.add(chapter.key(), items);
    }
    var names = Json.createArrayBuilder();
    for (var file : files) {
      names.add(
          Json.createObjectBuilder()
              .add("name", file.name() == null ? "" : file.name())
              .add("type", file.type())
              .add("path", path(file)));
    }
    return book.add("files", names).build();
  }

  /** Where a file lies in the package: a name from outside must not lead out of its folder. */
  public static String path(FileEntry file) {
    var name = file.name() == null ? "" : file.name();
    var plain = name.replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceAll("^[._]+", "");
    return "files/" + file.id() + "-" + (plain.isEmpty() ? "file" : plain);
  }

  /** It stays out of logs. */
  @Override
  public String toString() {
    return "Book";
  }
}
