package org.isonomia.launch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BackupTest {
  private static final Path FOLDER = Path.of("/mnt/backup");

  @Test
  void the_shares_never_lie_with_the_backups() {
    for (var shares : new String[] {"/mnt/backup", "/mnt/backup/shares", "/mnt"}) {
      assertThatThrownBy(() -> Backup.requireApart(FOLDER, Path.of(shares)))
          .as(shares)
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("must not lie with the backups");
    }
    assertThatCode(() -> Backup.requireApart(FOLDER, Path.of("/mnt/backup-shares")))
        .doesNotThrowAnyException();
  }

  @Test
  void the_place_of_the_shares_must_be_said() {
    assertThatThrownBy(() -> Backup.requireApart(FOLDER, null))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("--shares");
  }
}
