package org.isonomia.casework.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The law as it is shipped: read from the reference data itself, so that its rows are what the
 * tests test.
 */
public final class SomeLaw {
  private static final Pattern VALUE = Pattern.compile("'((?:[^']|'')*)'|([^,']+)");

  private SomeLaw() {}

  public static Law shipped() {
    return new Law(
        calendar(),
        rows("casework_clock_rule").stream().map(SomeLaw::rule).toList(),
        rows("casework_forward_bar").stream()
            .map(v -> new ForwardBar(v.get(0), v.get(1), v.get(2), v.get(3), v.get(4)))
            .toList());
  }

  public static LegalCalendar calendar() {
    return new LegalCalendar(rows("casework_holiday").stream().map(SomeLaw::holiday).toList());
  }

  private static HolidayRule holiday(List<String> v) {
    return new HolidayRule(
        v.get(0),
        Integer.parseInt(v.get(3)),
        Integer.parseInt(v.get(4)),
        Integer.parseInt(v.get(5)),
        Integer.parseInt(v.get(1)),
        v.get(2) == null ? null : Integer.valueOf(v.get(2)),
        v.get(6));
  }

  private static ClockRule rule(List<String> v) {
    return new ClockRule(
        v.get(0),
        Integer.parseInt(v.get(1)),
        Integer.parseInt(v.get(2)),
        v.get(3),
        codes(v.get(4)),
        codes(v.get(5)),
        codes(v.get(6)),
        codes(v.get(7)),
        codes(v.get(8)),
        codes(v.get(9)),
        codes(v.get(10)),
        new Term(Integer.parseInt(v.get(11)), Term.Unit.valueOf(v.get(12))),
        Integer.parseInt(v.get(13)),
        codes(v.get(14)),
        codes(v.get(15)),
        Boolean.parseBoolean(v.get(16)),
        v.get(17));
  }

  private static Set<String> codes(String list) {
    return list == null || list.isEmpty() ? Set.of() : Set.of(list.split(","));
  }

  private static List<List<String>> rows(String table) {
    var sql = read();
    int from = sql.indexOf("insert into " + table);
    var body = sql.substring(sql.indexOf("values", from) + 6, sql.indexOf("on conflict", from));
    var rows = new ArrayList<List<String>>();
    for (var line : body.split("\n")) {
      var row = line.strip();
      if (row.startsWith("(")) {
        rows.add(values(row.substring(1, row.lastIndexOf(')'))));
      }
    }
    return rows;
  }

  private static List<String> values(String row) {
    var values = new ArrayList<String>();
    var matcher = VALUE.matcher(row);
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        values.add(matcher.group(1));
      } else if (!matcher.group(2).isBlank()) {
        var bare = matcher.group(2).strip();
        values.add(bare.equals("null") ? null : bare);
      }
    }
    return Arrays.asList(values.toArray(String[]::new));
  }

  private static String read() {
    try (var stream = SomeLaw.class.getResourceAsStream("/db/reference/R__casework_law.sql")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
