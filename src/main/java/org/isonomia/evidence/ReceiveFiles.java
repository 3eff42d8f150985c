package org.isonomia.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.apache.commons.io.function.IOSupplier;
import org.isonomia.page.BodyLimit;
import org.isonomia.page.Form;
import org.isonomia.shared.Problem;

/**
 * Reads a form with files as it streams in: fields become a {@link Form}, files are taken one after
 * the other. No temporary file. What cannot be taken is said beside the field; nothing else is
 * lost.
 */
@ApplicationScoped
public class ReceiveFiles {
  /** Name of the field, and of its errors. */
  public static final String FIELD = "files";

  private static final int NAME_LENGTH = 120;
  private static final int MOST_PARTS = 200;

  /**
   * Room for a file name of any file system in any alphabet, and for names that somebody made up.
   */
  private static final int LONGEST_HEADER = 64 * 1024;

  /** Bytes of all words of a request: a message and the sealed copy of a draft. */
  private static final int LONGEST_TEXT = 256 * 1024;

  private static final long MEGABYTE = 1024 * 1024;

  @Inject Evidence evidence;

  /**
   * A file of the form.
   *
   * @param name as the browser calls it, with the ending of what it really is
   */
  public record Received(String name, Taken taken) {
    @Override
    public String toString() {
      return "Received";
    }
  }

  /**
   * @param form gets the fields, and the error of the first file that could not be taken
   * @param room how many files may still come; those beyond are not even taken
   * @param keep called for each file that was taken; a {@link Problem} that it throws is an error
   *     of that file, and the file is forgotten
   * @throws Problem unreadable "form-unreadable" when the parts are damaged
   */
  public void read(HttpServletRequest request, Form form, int room, Consumer<Received> keep) {
    read(request, form, room, () -> true, keep);
  }

  /**
   * @param may asked before each file, when the fields before it have been read: what will be
   *     refused anyway is not stored first
   */
  public void read(
      HttpServletRequest request,
      Form form,
      int room,
      BooleanSupplier may,
      Consumer<Received> keep) {
    var left = room;
    try {
      var upload = new JakartaServletFileUpload<>(DiskFileItemFactory.builder().get());
      upload.setHeaderCharset(StandardCharsets.UTF_8);
      upload.setMaxPartHeaderSize(LONGEST_HEADER);
      var parts = read(() -> upload.getItemIterator(request));
      var count = 0;
      var words = LONGEST_TEXT;
      var said = new LinkedHashMap<String, List<String>>();
      for (; read(parts::hasNext); count++) {
        if (count >= MOST_PARTS) {
          throw Problem.tooLarge("too-large");
        }
        var part = parts.next();
        if (part.isFormField()) {
          words -= text(part, said, words);
          said.forEach(form::with);
        } else if (BodyLimit.isTooMuch(request)) {
          throw Problem.tooLarge("too-large");
        } else if (!may.getAsBoolean()) {
          // the next part is looked for behind this one; nothing of it is kept
        } else if (left > 0) {
          left -= file(part, form, keep) ? 1 : 0;
        } else {
          noRoom(part, form);
        }
      }
      if (count == 0) {
        // a browser sends its button at least: what came was lost, and must not look like Continue
        throw Problem.unreadable("form-unreadable");
      }
    } catch (Problem refusal) {
      if (refusal.kind() != Problem.Kind.TOO_LARGE) {
        throw refusal;
      }
      // the rest is not read; what came before it is kept
      wrong(form, "all-too-large", "");
    } catch (FileUploadSizeException longName) {
      wrong(form, "name-too-long", "");
    } catch (IOException | UncheckedIOException e) {
      throw Problem.unreadable("form-unreadable"); // the connection broke, or the parts are damaged
    }
  }

  /** Of files that are not kept after all. */
  public void forget(Collection<Received> received) {
    evidence.forget(received.stream().flatMap(one -> contents(one.taken())).toList());
  }

  private static Stream<Long> contents(Taken taken) {
    return Stream.of(taken.content(), taken.original()).filter(Objects::nonNull).map(Stored::id);
  }

  /** A step of the library. For parts without a boundary of their own it throws a bare null. */
  private static <T> T read(IOSupplier<T> step) throws IOException {
    try {
      return step.get();
    } catch (NullPointerException | IllegalArgumentException damaged) {
      throw new FileUploadException("damaged parts", damaged);
    }
  }

  /**
   * @param said gets it; of boxes that are ticked each comes as a part of the same name
   * @param most bytes that may still come
   * @return how many came
   */
  private static int text(FileItemInput part, Map<String, List<String>> said, int most)
      throws IOException {
    var bytes = part.getInputStream().readNBytes(most + 1);
    if (bytes.length > most) {
      throw Problem.tooLarge("too-large");
    }
    said.computeIfAbsent(part.getFieldName(), name -> new ArrayList<>())
        .add(new String(bytes, StandardCharsets.UTF_8));
    return bytes.length;
  }

  /** A field that was left empty comes as a part, too. */
  private void noRoom(FileItemInput part, Form form) throws IOException {
    var typed = typedName(part);
    if (part.getInputStream().read() >= 0 || (typed != null && !typed.isBlank())) {
      wrong(form, "too-many-files", name(typed));
    }
  }

  /**
   * @return whether it was kept
   */
  private boolean file(FileItemInput part, Form form, Consumer<Received> keep) throws IOException {
    var typed = typedName(part);
    var name = name(typed);
    Taken taken = null;
    try {
      taken = evidence.take(part.getInputStream());
      keep.accept(new Received(withEnding(name, taken), taken));
      return true;
    } catch (RuntimeException fault) {
      if (taken != null) {
        evidence.forget(contents(taken).toList());
      }
      if (!(fault instanceof Problem refusal)) {
        throw fault;
      }
      var leftEmpty = refusal.code().equals("file-empty") && (typed == null || typed.isBlank());
      if (refusal.kind() == Problem.Kind.TOO_LARGE) {
        throw refusal;
      }
      if (!leftEmpty) {
        wrong(form, refusal.code(), name);
      }
      return false;
    }
  }

  /** A name that nobody can have typed, with a zero byte in it, is no reason to lose the file. */
  private static String typedName(FileItemInput part) throws IOException {
    try {
      return part.getName();
    } catch (InvalidPathException unfit) {
      return "file";
    }
  }

  private void wrong(Form form, String code, String name) {
    form.error(
        FIELD,
        "evidence.wrong." + code,
        "name",
        name,
        "most",
        evidence.largest() / MEGABYTE,
        "count",
        Evidence.FILES_AT_MOST);
  }

  private static String withEnding(String name, Taken taken) {
    return name.replaceAll("\\.[A-Za-z0-9]{1,5}$", "") + taken.kind().extension();
  }

  /** The last part of what the browser calls the file, without anything that is not text. */
  private static String name(String typed) {
    var name =
        typed == null
            ? ""
            : typed.substring(Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1);
    name = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\"<>|:*?]", "").strip();
    if (name.length() > NAME_LENGTH) {
      // its ending tells people more than its beginning; half a letter is none
      name = name.substring(name.length() - NAME_LENGTH);
      name = Character.isLowSurrogate(name.charAt(0)) ? name.substring(1) : name;
    }
    return name.isEmpty() ? "file" : name;
  }
}
