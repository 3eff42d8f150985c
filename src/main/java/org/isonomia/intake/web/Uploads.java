package org.isonomia.intake.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.apache.commons.io.function.IOSupplier;
import org.isonomia.intake.application.CleanPhoto;
import org.isonomia.intake.application.KeepDraft;
import org.isonomia.intake.domain.PlainText;
import org.isonomia.page.Form;
import org.isonomia.shared.Problem;

/**
 * Takes files out of a multipart request as they stream in, cleans them and adds them to the draft;
 * no temporary file.
 */
@ApplicationScoped
public class Uploads {
  private static final int NAME_LENGTH = 120;
  private static final int MOST_PARTS = 20;

  @Inject CleanPhoto cleanPhoto;
  @Inject KeepDraft drafts;

  /**
   * @param form gets the error of the first file that could not be taken; the others are added
   * @return value of the pressed button, empty when it is not told
   */
  String take(HttpServletRequest request, String token, Form form) {
    var pressed = "";
    try {
      var upload = new JakartaServletFileUpload<>(DiskFileItemFactory.builder().get());
      upload.setHeaderCharset(StandardCharsets.UTF_8);
      var parts = read(() -> upload.getItemIterator(request));
      var count = 0;
      for (; read(parts::hasNext); count++) {
        if (count >= MOST_PARTS) {
          throw Problem.tooLarge("too-large");
        }
        var part = parts.next();
        if (!part.isFormField()) {
          add(part, token, form);
        } else if ("action".equals(part.getFieldName())) {
          pressed = new String(part.getInputStream().readNBytes(20), StandardCharsets.UTF_8);
        }
      }
      if (count == 0) {
        // a browser sends its button at least: what came was lost, and must not look like Continue
        throw Problem.unreadable("form-unreadable");
      }
      return pressed;
    } catch (FileUploadException e) {
      throw Problem.unreadable("form-unreadable");
    } catch (IOException e) {
      throw Problem.unreadable("form-unreadable"); // the connection broke, or the parts are damaged
    }
  }

  /** A step of the library. For parts without a boundary of their own it throws a bare null. */
  private static <T> T read(IOSupplier<T> step) throws IOException {
    try {
      return step.get();
    } catch (NullPointerException | IllegalArgumentException damaged) {
      throw new FileUploadException("damaged parts", damaged);
    }
  }

  private void add(FileItemInput part, String token, Form form) throws IOException {
    var typed = read(part::getName); // refuses a name with a zero byte
    var bytes = part.getInputStream().readNBytes(CleanPhoto.LARGEST + 1);
    if (bytes.length == 0) {
      return; // the field was left empty
    }
    var name = name(typed);
    if (bytes.length > CleanPhoto.LARGEST) {
      form.error("files", "intake.wrong.file-too-large", "name", name);
      return;
    }
    try {
      var clean = cleanPhoto.clean(bytes);
      drafts.attach(
          token,
          name.replaceAll("\\.[A-Za-z0-9]{1,5}$", "") + clean.extension(),
          clean.mediaType(),
          clean.content());
    } catch (Problem refusal) {
      form.error("files", "intake.wrong." + refusal.code(), "name", name);
    }
  }

  /** The last part of what the browser calls the file, without anything that is not text. */
  private static String name(String typed) {
    var name =
        typed == null
            ? ""
            : typed.substring(Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1);
    name = PlainText.clean(name).replaceAll("[\\p{Cc}\\p{Cf}\"<>|:*?]", "").strip();
    if (name.length() > NAME_LENGTH) {
      name = name.substring(name.length() - NAME_LENGTH);
    }
    return name.isEmpty() ? "photo" : name;
  }
}
