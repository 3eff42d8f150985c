package org.isonomia.privacy.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerFileTest {
  @TempDir Path folder;
  private Path path;

  @BeforeEach
  void name() {
    path = folder.resolve("ledger.log");
  }

  private static String line(long id) {
    return id + " 2026-11-22T10:00:00Z ERASED ET-2026-0000" + id;
  }

  @Test
  void what_was_written_is_known_after_a_restart() throws IOException {
    LedgerFile.open(path).append(List.of(line(1), line(2)));
    var again = LedgerFile.open(path);
    assertThat(again.holds(1)).isTrue();
    assertThat(again.holds(2)).isTrue();
    assertThat(again.holds(3)).isFalse();
    again.append(List.of(line(3)));
    assertThat(Files.readAllLines(path)).containsExactly(line(1), line(2), line(3));
  }

  @Test
  void a_line_that_a_kill_cut_off_is_written_anew() throws IOException {
    LedgerFile.open(path).append(List.of(line(1)));
    Files.writeString(path, "2 2026-11-22T10:0", StandardOpenOption.APPEND);
    var again = LedgerFile.open(path);
    assertThat(again.holds(2)).isFalse();
    again.append(List.of(line(2)));
    assertThat(Files.readAllLines(path)).containsExactly(line(1), line(2));
  }

  @Test
  void a_number_that_comes_late_is_still_asked_for() throws IOException {
    var file = LedgerFile.open(path);
    file.append(
        IntStream.rangeClosed(1, 2000).filter(i -> i != 1990).mapToObj(i -> line(i)).toList());
    assertThat(file.doubtfulFrom()).isGreaterThan(1).isLessThan(1990);
    assertThat(file.holds(1990)).isFalse();
  }

  @Test
  void only_the_program_s_user_reads_it() throws IOException {
    LedgerFile.open(path);
    assertThat(Files.getPosixFilePermissions(path)).hasSize(2);
  }
}
