package org.isonomia.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import org.isonomia.evidence.Scan;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.Test;

/** Why a file is not handed out is said alike to the office and to the reporter. */
class DownloadsTest {
  private static String refusal(Scan scan) {
    var file =
        new Reports.FileContent(
            "x.pdf", "application/pdf", 1, () -> scan, InputStream::nullInputStream);
    return catchThrowableOfType(Problem.class, () -> Downloads.of(file, "1")).code();
  }

  @Test
  void what_the_scanner_found_does_not_wait_for_it() {
    assertThat(refusal(Scan.FOUND)).isEqualTo("file-infected");
    assertThat(refusal(Scan.WAITING)).isEqualTo("file-waits");
  }

  @Test
  void the_scanner_is_not_asked_before_the_file_is_handed_out() {
    var asked = new int[1];
    var file =
        new Reports.FileContent(
            "x.pdf",
            "application/pdf",
            1,
            () -> {
              asked[0]++;
              return Scan.WAITING;
            },
            InputStream::nullInputStream);
    assertThat(asked[0]).isZero();
    catchThrowableOfType(Problem.class, () -> Downloads.of(file, "1"));
    assertThat(asked[0]).isEqualTo(1);
  }
}
