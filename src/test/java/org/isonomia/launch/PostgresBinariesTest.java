package org.isonomia.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.XZInputStream;

class PostgresBinariesTest {
  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(strings = {"linux-x86_64", "linux-arm_64", "darwin-arm_64"})
  void the_archive_of_every_machine_unpacks_to_a_whole_postgresql(String machine)
      throws IOException {
    try (var in =
        new XZInputStream(getClass().getResourceAsStream("/postgres-" + machine + ".txz"))) {
      PostgresBinaries.untar(in, dir);
    }
    for (var program : new String[] {"postgres", "initdb", "pg_ctl"}) {
      assertThat(dir.resolve("bin").resolve(program)).isExecutable();
    }
    assertThat(dir.resolve("share/postgresql/postgres.bki")).isNotEmptyFile();
    try (var files = Files.walk(dir)) {
      assertThat(files.filter(Files::isSymbolicLink))
          .allSatisfy(link -> assertThat(link).as("leads to a file of the archive").exists());
    }
  }

  @Test
  void a_name_that_leads_out_of_the_archive_is_refused() {
    var archive = new ByteArrayOutputStream();
    archive.writeBytes(header("../outside", '0', 0));
    assertThatThrownBy(
            () ->
                PostgresBinaries.untar(
                    new ByteArrayInputStream(archive.toByteArray()), dir.resolve("in")))
        .isInstanceOf(IOException.class);
    assertThat(dir.resolve("outside")).doesNotExist();
  }

  @Test
  void a_name_longer_than_a_header_is_read_whole() throws IOException {
    var name = "a".repeat(60) + "/" + "b".repeat(60);
    var archive = new ByteArrayOutputStream();
    archive.writeBytes(header("././@LongLink", 'L', name.length() + 1));
    archive.writeBytes(padded(name + "\0"));
    archive.writeBytes(header("cut off", '0', 4));
    archive.writeBytes(padded("text"));
    archive.writeBytes(new byte[1024]);
    PostgresBinaries.untar(new ByteArrayInputStream(archive.toByteArray()), dir);
    assertThat(dir.resolve(name)).hasContent("text");
  }

  private static byte[] header(String name, char type, int size) {
    var block = new byte[512];
    put(block, 0, name);
    put(block, 100, "0000644");
    put(block, 124, String.format("%011o", size));
    put(block, 257, "ustar");
    block[156] = (byte) type;
    return block;
  }

  private static byte[] padded(String text) {
    var block = new byte[512];
    put(block, 0, text);
    return block;
  }

  private static void put(byte[] block, int at, String text) {
    var bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, block, at, bytes.length);
  }
}
