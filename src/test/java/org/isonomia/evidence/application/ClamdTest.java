package org.isonomia.evidence.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.isonomia.evidence.Scan;
import org.isonomia.evidence.content.RealScanner;
import org.isonomia.evidence.content.Samples;
import org.isonomia.evidence.content.SmallScanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Against the real daemon, where it is installed. */
class ClamdTest {
  @Test
  @EnabledIf("org.isonomia.evidence.content.RealScanner#isInstalled")
  void a_real_scanner_finds_what_all_find_and_nothing_in_a_photo(@TempDir Path folder)
      throws IOException {
    try (var scanner = new RealScanner(folder)) {
      var clamd = new Clamd(Optional.of(scanner.address()));
      assertThat(clamd.scan(new ByteArrayInputStream(Samples.bytes(SmallScanner.EICAR))))
          .isEqualTo(Scan.FOUND);
      assertThat(clamd.scan(new ByteArrayInputStream(Samples.photo()))).isEqualTo(Scan.CLEAN);
    }
  }

  @Test
  void without_an_address_nobody_looks_and_a_wrong_one_is_no_answer() {
    assertThat(new Clamd(Optional.empty()).scan(new ByteArrayInputStream(Samples.photo())))
        .isEqualTo(Scan.NONE);
    for (var wrong : new String[] {"nowhere", "/no/such/socket", "127.0.0.1:x"}) {
      assertThat(new Clamd(Optional.of(wrong)).scan(new ByteArrayInputStream(Samples.photo())))
          .isEqualTo(Scan.WAITING);
    }
  }
}
