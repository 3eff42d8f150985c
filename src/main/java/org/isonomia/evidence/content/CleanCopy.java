package org.isonomia.evidence.content;

import java.io.IOException;
import java.io.OutputStream;
import org.isonomia.evidence.Kind;
import org.isonomia.shared.Problem;

/** Writes a copy of a file without hidden data, each kind in its way. */
public final class CleanCopy {
  private CleanCopy() {}

  /**
   * What must be refused before a file is kept, also where no clean copy can be made.
   *
   * @throws Problem invalid "file-double", "file-program", "file-bomb", "file-unreadable"
   */
  public static void require(Kind kind, Source file) throws IOException {
    OneFile.require(kind, file);
    if (kind == Kind.DOCX || kind == Kind.ODT) {
      CleanPackage.require(file, kind);
    }
  }

  /**
   * @return kind of the copy
   * @throws CannotClean when what was written is to be thrown away and there is no clean copy
   * @throws Problem invalid when the file is refused
   */
  public static Kind write(Kind kind, Source file, OutputStream to)
      throws IOException, CannotClean {
    switch (kind) {
      case JPEG, PNG, WEBP -> {
        var clean = CleanPhoto.clean(kind, file.all());
        to.write(clean.content());
        return clean.kind();
      }
      case PDF -> to.write(CleanPdf.clean(file.all()));
      case DOCX, ODT -> CleanPackage.clean(file, kind, to);
      case MP4, MOV, M4A -> CleanMovie.clean(file, to);
      case MP3 -> CleanMp3.clean(file, to);
      default -> throw new CannotClean();
    }
    return kind;
  }
}
