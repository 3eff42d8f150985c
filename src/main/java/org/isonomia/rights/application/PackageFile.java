package org.isonomia.rights.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.isonomia.intake.Reports;
import org.isonomia.page.Frame;
import org.isonomia.page.Language;
import org.isonomia.page.Templates;
import org.isonomia.page.View;

/**
 * A book as a ZIP: a page to read, the same for machines, the files. Nothing is put aside on disk;
 * one file at a time is opened while it is written.
 */
@ApplicationScoped
class PackageFile {
  @Inject Templates templates;
  @Inject Reports reports;

  Consumer<OutputStream> of(Book book, Language language) {
    // what can fail without a word to the reader fails now, while it is still a page
    var page =
        templates.render(
            View.of("rights/package", book), Frame.of(language, "/" + language.tag() + "/"));
    var json = pretty(book);
    return out -> {
      try {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        put(zip, "index.html", page.getBytes(StandardCharsets.UTF_8));
        put(zip, "data.json", json.getBytes(StandardCharsets.UTF_8));
        for (var file : book.files()) {
          put(zip, Book.path(file), reports.file(book.number(), file.id()));
        }
        zip.finish();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  /**
   * The clean copy; what a scanner has found, or must still look at, is named and not handed out.
   */
  private static void put(ZipOutputStream zip, String name, Reports.FileContent file)
      throws IOException {
    if (!Reports.FileContent.isFree(file.scan())) {
      return;
    }
    zip.putNextEntry(new ZipEntry(name));
    try (var bytes = file.bytes().get()) {
      bytes.transferTo(zip);
    }
    zip.closeEntry();
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private static String pretty(Book book) {
    var text = new StringWriter();
    try (var writer =
        Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true)).createWriter(text)) {
      writer.writeObject(book.toJson());
    }
    return text.toString();
  }
}
