package org.isonomia.intake.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.isonomia.intake.application.CleanPhoto;
import org.isonomia.intake.application.FileReport;
import org.isonomia.page.Form;
import org.isonomia.page.FormReader;
import org.isonomia.shared.Problem;

/** The desk's form with the scan of a letter: read as it streams in, in memory alone. */
@ApplicationScoped
public class DeskUpload {
  private static final int MOST_PARTS = 200;

  /** All fields together; as much as a form without a file. */
  private static final int LONGEST = 524_288;

  @Inject CleanPhoto cleanPhoto;

  record Taken(Form form, List<FileReport.Attachment> files) {}

  Taken take(HttpServletRequest request) {
    var fields = new StringBuilder();
    var files = new ArrayList<FileReport.Attachment>();
    var wrong = new ArrayList<String>();
    try {
      var reader = new JakartaServletFileUpload<>(DiskFileItemFactory.builder().get());
      reader.setHeaderCharset(UTF_8);
      var parts = reader.getItemIterator(request);
      for (var count = 0; parts.hasNext(); count++) {
        if (count >= MOST_PARTS || fields.length() > 3 * LONGEST) {
          throw Problem.tooLarge("too-large");
        }
        var part = parts.next();
        if (part.isFormField()) {
          fields
              .append(fields.isEmpty() ? "" : "&")
              .append(URLEncoder.encode(part.getFieldName(), UTF_8))
              .append('=')
              .append(URLEncoder.encode(text(part), UTF_8));
        } else {
          file(part, files, wrong);
        }
      }
    } catch (IOException | NullPointerException | IllegalArgumentException damaged) {
      throw Problem.unreadable("form-unreadable");
    }
    // the same rules as for a form that comes without a file
    var form = FormReader.parse(fields.toString());
    wrong.forEach(code -> form.error("scan", "intake.wrong." + code, "name", "scan"));
    return new Taken(form, files);
  }

  private static String text(FileItemInput part) throws IOException {
    var bytes = part.getInputStream().readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw Problem.tooLarge("too-large");
    }
    return new String(bytes, UTF_8);
  }

  private void file(FileItemInput part, List<FileReport.Attachment> files, List<String> wrong)
      throws IOException {
    var bytes = part.getInputStream().readNBytes(CleanPhoto.LARGEST + 1);
    if (bytes.length == 0) {
      return; // the field was left empty
    }
    if (bytes.length > CleanPhoto.LARGEST) {
      wrong.add("file-too-large");
      return;
    }
    try {
      var clean = cleanPhoto.clean(bytes);
      // what the file was called on the desk's computer may hold a name
      files.add(
          new FileReport.Attachment(
              "scan-" + (files.size() + 1) + clean.extension(),
              clean.mediaType(),
              clean.content()));
    } catch (Problem refusal) {
      if (refusal.kind() != Problem.Kind.INVALID) {
        throw refusal;
      }
      wrong.add(refusal.code());
    }
  }
}
