package org.isonomia.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the database scripts must hold to. */
class MigrationsTest {
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Path REFERENCE = Path.of("src/main/resources/db/reference");
  private static final Pattern REAL_TIME =
      Pattern.compile(
          "\\b(now\\s*\\(|clock_timestamp|statement_timestamp|transaction_timestamp"
              + "|current_timestamp|current_date|current_time|localtimestamp)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern COMMENT = Pattern.compile("--[^\n]*");

  private static List<Path> scripts() throws IOException {
    try (var migrations = Files.walk(Path.of("src/main/resources/db"))) {
      return migrations.filter(f -> f.toString().endsWith(".sql")).sorted().toList();
    }
  }

  private static String statements(Path script) throws IOException {
    return COMMENT.matcher(Files.readString(script)).replaceAll("");
  }

  @Test
  void no_script_asks_the_real_time() throws IOException {
    for (Path script : scripts()) {
      assertThat(REAL_TIME.matcher(statements(script)).results().map(r -> r.group()))
          .as(script.toString())
          .isEmpty();
    }
  }

  @Test
  void each_script_is_named_after_its_room_and_numbers_are_unique() throws IOException {
    var numbers =
        scripts().stream()
            .filter(f -> f.startsWith(MIGRATIONS) && f.getFileName().toString().startsWith("V"))
            .map(f -> f.getFileName().toString())
            .peek(name -> assertThat(name).matches("V\\d{3}__[a-z]+_[a-z0-9_]+\\.sql"))
            .collect(Collectors.groupingBy(n -> n.substring(0, 4), Collectors.counting()));
    assertThat(numbers).isNotEmpty().allSatisfy((number, count) -> assertThat(count).isOne());
    if (Files.isDirectory(REFERENCE)) {
      try (var reference = Files.list(REFERENCE)) {
        assertThat(reference.map(f -> f.getFileName().toString()))
            .allMatch(name -> name.matches("R__[a-z]+_[a-z0-9_]+\\.sql"));
      }
    }
  }

  /** A table carries its room's name; whose rows point to whom stays inside a room. */
  @Test
  void tables_carry_the_name_of_their_room_and_foreign_keys_stay_in_it() throws IOException {
    var created =
        Pattern.compile("create table (?:if not exists )?(\\w+)", Pattern.CASE_INSENSITIVE);
    var pointed = Pattern.compile("references (\\w+)", Pattern.CASE_INSENSITIVE);
    for (Path script : scripts()) {
      var name = script.getFileName().toString();
      if (!name.startsWith("V") || name.startsWith("V001__")) {
        continue;
      }
      var room = name.split("__")[1].split("_")[0];
      var sql = statements(script);
      var tables = created.matcher(sql).results().map(r -> r.group(1).toLowerCase()).toList();
      var others = pointed.matcher(sql).results().map(r -> r.group(1).toLowerCase()).toList();
      assertThat(tables).as(name).allMatch(t -> t.startsWith(room + "_"));
      assertThat(others).as(name).allMatch(t -> t.startsWith(room + "_"));
    }
  }

  /** Bytes hold sealed content or a digest, and say which. */
  @Test
  void bytes_are_sealed_or_digests() throws IOException {
    var bytes = Pattern.compile("(?m)^\\s*(\\w+)\\s+bytea", Pattern.CASE_INSENSITIVE);
    for (Path script : scripts()) {
      if (script.getFileName().toString().startsWith("V001__")) {
        continue;
      }
      var columns = bytes.matcher(statements(script)).results().map(r -> r.group(1)).toList();
      assertThat(columns)
          .as(script.toString())
          .allMatch(
              c ->
                  c.matches(".*(_sealed|_hash|_digest|_sha256|_key|_salt|_signature)|digest|hash"));
    }
  }

  /**
   * What was released is frozen: a changed script stops every city that has run it. Each release
   * adds its scripts to the list (form of sha256sum) and a city of its schema to {@code UpgradeIT}.
   */
  @Test
  void released_scripts_stay_as_they_were() throws Exception {
    var released = Files.readAllLines(Path.of("src/test/resources/released/migrations.sha256"));
    assertThat(released).isNotEmpty();
    for (var line : released) {
      var script = MIGRATIONS.resolve(line.split("  ")[1]);
      var digest =
          java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(script));
      assertThat(java.util.HexFormat.of().formatHex(digest))
          .as(script.toString())
          .isEqualTo(line.split("  ")[0]);
    }
  }

  /** The backup takes these schemas and no other. */
  @Test
  void tables_lie_where_the_backup_looks_for_them() throws IOException {
    var schema =
        Pattern.compile("create schema (?:if not exists )?(\\w+)", Pattern.CASE_INSENSITIVE);
    for (Path script : scripts()) {
      assertThat(schema.matcher(statements(script)).results().map(r -> r.group(1)))
          .as(script.toString())
          .isSubsetOf("isonomia", "engine", "privacy_shares");
    }
  }
}
