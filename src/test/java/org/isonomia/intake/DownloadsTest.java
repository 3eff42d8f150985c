package org.isonomia.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.isonomia.evidence.Scan;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.Test;

/**
 * Why a file is not handed out is said alike to the office and to the reporter. What goes with one
 * that is handed out is shown on the running program (EvidenceIT).
 */
class DownloadsTest {
  private static Problem refusal(Scan scan) {
    return refusal(
        () -> scan,
        () -> {
          throw new AssertionError("opened although it was refused");
        });
  }

  private static Problem refusal(Supplier<Scan> scan, Supplier<InputStream> bytes) {
    var file = new Reports.FileContent("zgoda Anny.pdf", "application/pdf", 1, scan, bytes);
    return catchThrowableOfType(Problem.class, () -> Downloads.of(file, "1"));
  }

  @Test
  void what_the_scanner_found_does_not_wait_for_it() {
    assertThat(refusal(Scan.FOUND).code()).isEqualTo("file-infected");
    assertThat(refusal(Scan.FOUND).kind()).isEqualTo(Problem.Kind.CONFLICT);
    assertThat(refusal(Scan.WAITING).code()).isEqualTo("file-waits");
    // it will be free one day: whoever asks again is right
    assertThat(refusal(Scan.WAITING).kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
  }

  @Test
  void only_what_was_found_clean_or_is_not_scanned_at_all_is_handed_out() {
    assertThat(Arrays.stream(Scan.values()).filter(Reports.FileContent::isFree))
        .containsExactlyInAnyOrder(Scan.CLEAN, Scan.NONE);
    for (var scan : Scan.values()) {
      if (!Reports.FileContent.isFree(scan)) {
        assertThat(refusal(scan)).as(scan.name()).isNotNull();
      }
    }
  }

  @Test
  void the_scanner_is_asked_once_and_only_when_the_file_is_wanted() {
    var asked = new AtomicInteger();
    Supplier<Scan> scanner =
        () -> {
          asked.incrementAndGet();
          return Scan.WAITING;
        };
    new Reports.FileContent("x", "application/pdf", 1, scanner, InputStream::nullInputStream);
    assertThat(asked).hasValue(0);
    refusal(scanner, InputStream::nullInputStream);
    assertThat(asked).hasValue(1);
  }

  @Test
  void a_refusal_says_nothing_of_the_file() {
    for (var scan : new Scan[] {Scan.FOUND, Scan.WAITING}) {
      assertThat(refusal(scan)).hasMessageNotContainingAny("Anny", "pdf");
    }
  }
}
