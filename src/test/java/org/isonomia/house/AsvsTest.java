package org.isonomia.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of the ASVS says one of three things of each requirement, and names what is there. */
class AsvsTest {
  /** How many requirements of levels 1 and 2 each chapter of ASVS 5.0.0 has. */
  private static final Map<Integer, Integer> CHAPTERS =
      Map.ofEntries(
          Map.entry(1, 27),
          Map.entry(2, 11),
          Map.entry(3, 19),
          Map.entry(4, 10),
          Map.entry(5, 9),
          Map.entry(6, 35),
          Map.entry(7, 18),
          Map.entry(8, 7),
          Map.entry(9, 7),
          Map.entry(10, 29),
          Map.entry(11, 14),
          Map.entry(12, 9),
          Map.entry(13, 13),
          Map.entry(14, 9),
          Map.entry(15, 13),
          Map.entry(16, 16),
          Map.entry(17, 7));

  private record Line(String number, String words, String status, String proof) {
    int chapter() {
      return Integer.parseInt(number.replaceFirst("\\..*", ""));
    }
  }

  private static final Path TABLE = Path.of("src/site/markdown/asvs.md");

  private static List<Line> lines() throws IOException {
    var lines = new ArrayList<Line>();
    for (var line : Files.readAllLines(TABLE)) {
      if (line.matches("\\| \\d+\\.\\d+\\.\\d+ \\|.*")) {
        var cells = line.split("\\|", -1);
        assertThat(cells).as(line).hasSize(7);
        lines.add(new Line(cells[1].strip(), cells[3].strip(), cells[4].strip(), cells[5].strip()));
      }
    }
    return lines;
  }

  @Test
  void each_requirement_of_levels_one_and_two_has_one_line() throws IOException {
    var lines = lines();
    assertThat(lines.stream().map(Line::number)).doesNotHaveDuplicates();
    assertThat(lines.stream().collect(Collectors.toMap(Line::chapter, l -> 1, Integer::sum)))
        .isEqualTo(CHAPTERS);
  }

  @Test
  void each_line_is_met_or_not_applicable_or_open_and_says_why() throws IOException {
    for (var line : lines()) {
      assertThat(line.status()).as(line.number()).isIn("met", "not applicable", "open");
      assertThat(line.words()).as(line.number()).isNotBlank();
      assertThat(line.proof()).as(line.number()).isNotBlank();
    }
  }

  @Test
  void what_is_met_is_shown_by_a_file_and_each_named_file_exists() throws IOException {
    var named = Pattern.compile("`([^`]+[/.][^`]+)`");
    for (var line : lines()) {
      var files = named.matcher(line.proof()).results().map(found -> found.group(1)).toList();
      if (line.status().equals("met")) {
        assertThat(files).as(line.number() + " is met").isNotEmpty();
      }
      for (var file : files) {
        assertThat(Path.of(file)).as(line.number()).exists();
      }
    }
  }

  @Test
  void the_figures_above_the_table_are_those_of_the_table() throws IOException {
    var lines = lines();
    var text = Files.readString(TABLE);
    for (var status : List.of("met", "not applicable", "open")) {
      assertThat(text.toLowerCase(java.util.Locale.ROOT))
          .contains(status + ": " + lines.stream().filter(l -> l.status().equals(status)).count());
    }
  }
}
