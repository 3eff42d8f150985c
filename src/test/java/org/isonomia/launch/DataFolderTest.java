package org.isonomia.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path dir;

  @Test
  void a_folder_belongs_to_one_program_at_a_time() throws IOException {
    var root = dir.resolve("data");
    try (var held = DataFolder.take(root)) {
      assertThatThrownBy(() -> DataFolder.take(held.root()))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("already running")
          .hasMessageContaining("isonomia.data.dir");
    }
    try (var again = DataFolder.take(root)) {
      assertThat(again.root()).isEqualTo(root);
    }
  }

  @Test
  void secrets_are_made_once_and_closed_to_others() throws IOException {
    var root = dir.resolve("data");
    String secret;
    try (var data = DataFolder.take(root)) {
      secret = data.secret("application");
      assertThat(secret).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(data.secret("another"));
    }
    try (var data = DataFolder.take(root)) {
      assertThat(data.secret("application")).isEqualTo(secret);
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
        .isEqualTo("rwx--x--x");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(root.resolve(DataFolder.KEPT))))
        .isEqualTo("rw-------");
  }

  @Test
  void what_a_killed_program_left_in_its_temporary_folder_is_gone_at_the_next_start()
      throws IOException {
    var root = dir.resolve("data");
    try (var data = DataFolder.take(root)) {
      Files.writeString(Files.createDirectory(data.temp().resolve("upload")).resolve("a"), "x");
    }
    try (var data = DataFolder.take(root)) {
      assertThat(data.temp()).isEmptyDirectory();
    }
  }

  @Test
  void a_folder_that_cannot_be_made_is_named() throws IOException {
    var file = Files.createFile(dir.resolve("file"));
    assertThatThrownBy(() -> DataFolder.take(file.resolve("data")))
        .hasMessageStartingWith("The setting isonomia.data.dir ");
  }
}
