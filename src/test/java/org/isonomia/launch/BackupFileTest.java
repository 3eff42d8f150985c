package org.isonomia.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.isonomia.privacy.BackupLock;
import org.isonomia.privacy.OtherEscrow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFileTest {
  private static final String WORDS = "jedno słowo po drugim ";

  @TempDir Path folder;
  private Path file;
  private OtherEscrow.Ceremony ceremony;

  @BeforeEach
  void name() {
    file = folder.resolve("a.isonomia");
    ceremony = OtherEscrow.ceremony();
  }

  private BackupFile.Header header() {
    return new BackupFile.Header(
        BackupFile.Kind.DATABASE,
        Instant.parse("2026-11-22T02:00:00Z"),
        "1",
        "150",
        ceremony.lock().fingerprint());
  }

  private void write() throws IOException {
    BackupFile.publish(
        BackupFile.prepare(
            file,
            header(),
            ceremony.lock(),
            out -> out.write(WORDS.repeat(200_000).getBytes(StandardCharsets.UTF_8))),
        file);
  }

  private static String read(Path file, BackupLock.Opener opener) {
    var found = new ArrayList<String>();
    BackupFile.read(
        file, opener, in -> found.add(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    return found.get(0);
  }

  private BackupLock.Opener opener(List<String> parts) {
    return BackupLock.open(parts).orElseThrow();
  }

  @Test
  void any_two_of_the_three_parts_open_it() throws IOException {
    write();
    assertThat(BackupFile.header(file)).isEqualTo(header());
    for (var two : List.of(List.of(0, 1), List.of(1, 2), List.of(2, 0))) {
      var parts = two.stream().map(ceremony.parts()::get).toList();
      assertThat(read(file, opener(parts))).isEqualTo(WORDS.repeat(200_000));
    }
  }

  @Test
  void parts_of_another_city_do_not_open_it() throws IOException {
    write();
    assertThatThrownBy(() -> read(file, opener(OtherEscrow.parts().subList(0, 2))))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("do not open");
  }

  @Test
  void a_changed_bit_anywhere_is_noticed() throws IOException {
    write();
    var good = Files.readAllBytes(file);
    var opener = opener(ceremony.parts().subList(0, 2));
    for (int at = 0; at < good.length; at += Math.max(1, good.length / 97)) {
      var bad = good.clone();
      bad[at] ^= 4;
      Files.write(file, bad);
      assertThatThrownBy(() -> read(file, opener)).isInstanceOf(StartRefused.class);
    }
  }

  @Test
  void a_cut_off_file_is_noticed_wherever_it_ends() throws IOException {
    write();
    var good = Files.readAllBytes(file);
    var opener = opener(ceremony.parts().subList(0, 2));
    for (int length : new int[] {0, 10, 300, good.length / 2, good.length - 17, good.length - 1}) {
      Files.write(file, Arrays.copyOf(good, length));
      assertThatThrownBy(() -> read(file, opener)).isInstanceOf(StartRefused.class);
    }
  }

  @Test
  void a_disk_that_fills_leaves_the_file_before_as_it_was() throws IOException {
    write();
    var before = Files.readAllBytes(file);
    assertThatThrownBy(
            () ->
                BackupFile.prepare(
                    file,
                    header(),
                    ceremony.lock(),
                    out -> {
                      out.write(new byte[3_000_000]);
                      throw new IOException("No space left on device");
                    }))
        .hasMessageContaining("No space");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    try (var files = Files.list(folder)) {
      assertThat(files).as("no half file stays").containsExactly(file);
    }
  }

  @Test
  void what_a_killed_backup_left_is_taken_away_by_the_next_one() throws IOException {
    var left = folder.resolve(".a.isonomia.2147483646.part");
    Files.writeString(left, "half");
    write();
    assertThat(left).doesNotExist();
  }

  @Test
  void only_its_owner_reads_it_and_no_word_stands_in_it() throws IOException {
    write();
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
        .doesNotContain("jedno");
  }
}
