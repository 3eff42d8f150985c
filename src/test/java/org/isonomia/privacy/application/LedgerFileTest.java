package org.isonomia.privacy.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import org.isonomia.privacy.LedgerRows.Horizon;
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
        IntStream.rangeClosed(1, 2000).filter(i -> i != 1000).mapToObj(i -> line(i)).toList());
    // transaction 77 drew number 1000 and goes on while all later ones end
    file.looked(new Horizon(1999, 77, 5000));
    file.append(IntStream.rangeClosed(2001, 9000).mapToObj(i -> line(i)).toList());
    file.looked(new Horizon(9000, 77, 12_000));
    assertThat(file.doubtfulFrom()).isLessThanOrEqualTo(1000);
    assertThat(file.holds(1000)).isFalse();
    file.append(List.of(line(1000)));
    file.looked(new Horizon(9000, 12_000, 12_000));
    assertThat(file.doubtfulFrom()).isEqualTo(9001);
  }

  @Test
  void a_file_that_is_opened_is_compared_with_the_whole_ledger() throws IOException {
    LedgerFile.open(path)
        .append(IntStream.rangeClosed(1, 3000).filter(i -> i != 5).mapToObj(i -> line(i)).toList());
    var again = LedgerFile.open(path);
    assertThat(again.doubtfulFrom()).isLessThanOrEqualTo(5);
    assertThat(again.holds(5)).isFalse();
    assertThat(again.holds(6)).isTrue();
  }

  @Test
  void a_number_is_settled_by_a_moment_that_came_before_its_lines_were_read() throws IOException {
    var file = LedgerFile.open(path);
    file.looked(new Horizon(10, 50, 60));
    assertThat(file.doubtfulFrom()).isEqualTo(1);
    file.looked(new Horizon(10, 59, 61));
    assertThat(file.doubtfulFrom()).isEqualTo(1);
    file.looked(new Horizon(10, 60, 61));
    assertThat(file.doubtfulFrom()).isEqualTo(11);
  }

  @Test
  void only_the_program_s_user_reads_it() throws IOException {
    LedgerFile.open(path);
    assertThat(Files.getPosixFilePermissions(path)).hasSize(2);
  }
}
