package org.isonomia.launch;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.postgresql.PGConnection;

/**
 * Puts the rows of a {@link Dump} into tables that the migrations have made, as the tables' owner:
 * foreign keys are taken away and made anew, which checks them. The caller commits, when the file
 * was good to its end.
 */
final class Load {
  private final Connection connection;
  private final List<String> schemas;
  private final Map<String, String> loaded = new HashMap<>();
  private final List<String> sequences = new ArrayList<>();
  private final Properties secrets = new Properties();

  /**
   * @param connection with auto-commit off
   */
  Load(Connection connection, List<String> schemas) {
    this.connection = connection;
    this.schemas = schemas;
  }

  /** What the data folder kept. */
  Properties secrets() {
    return secrets;
  }

  /** Lines {@code schema.name start increment last}; last is {@code -} when never used. */
  List<String> sequences() {
    return sequences;
  }

  /** Rows that were loaded, by table. */
  Map<String, Long> rows() {
    var rows = new HashMap<String, Long>();
    loaded.forEach((table, line) -> rows.put(table, Long.parseLong(line.split(" ")[0])));
    return rows;
  }

  void read(InputStream in) throws IOException {
    var stream = new DataInputStream(in);
    try {
      var keys = strings(FOREIGN_KEYS);
      for (var key : keys) {
        execute(key.split("\n")[0]);
      }
      execute("SET LOCAL DateStyle = 'ISO'");
      var tables = strings(TABLES);
      for (var table : tables) {
        execute("ALTER TABLE " + table + " DISABLE TRIGGER USER");
      }
      if (!tables.isEmpty()) {
        execute("TRUNCATE " + String.join(", ", tables)); // what migrations brought is in the dump
      }
      readEntries(stream);
      for (var table : strings(TABLES)) {
        execute("ALTER TABLE " + table + " ENABLE TRIGGER USER");
      }
      for (var key : keys) {
        execute(key.split("\n")[1]);
      }
    } catch (SQLException e) {
      throw new IOException(
          "the rows do not fit the tables (" + e.getSQLState() + ", " + name(e) + ")", e);
    }
  }

  /** Table or constraint only: a message of the database may hold a row. */
  private static String name(SQLException e) {
    return e instanceof org.postgresql.util.PSQLException p && p.getServerErrorMessage() != null
        ? p.getServerErrorMessage().getTable() + " " + p.getServerErrorMessage().getConstraint()
        : "";
  }

  private void readEntries(DataInputStream stream) throws IOException, SQLException {
    boolean complete = false;
    while (true) {
      var name = stream.readUTF();
      if (name.isEmpty()) {
        break;
      }
      var blocks = new Blocks(stream);
      if (name.startsWith(Dump.TABLE)) {
        copy(name.substring(Dump.TABLE.length()), blocks);
      } else {
        var text = new String(blocks.readAllBytes(), StandardCharsets.UTF_8);
        switch (name) {
          case Dump.STRUCTURE -> readStructure(text);
          case Dump.SECRETS -> secrets.load(new java.io.StringReader(text));
          case Dump.INVENTORY -> {
            requireAll(text);
            complete = true;
          }
          default -> throw new EOFException("an unknown entry");
        }
      }
    }
    if (!complete) {
      throw new EOFException("no inventory");
    }
  }

  private void copy(String table, InputStream blocks) throws IOException, SQLException {
    var digest = Dump.sha256();
    var manager = connection.unwrap(PGConnection.class).getCopyAPI();
    var content = new DigestInputStream(blocks, digest);
    long rows = manager.copyIn("COPY " + table + " FROM STDIN", content);
    loaded.put(
        table.substring(0, table.indexOf(' ')),
        rows + " " + HexFormat.of().formatHex(digest.digest()));
  }

  private void readStructure(String text) throws SQLException {
    for (var line : text.lines().toList()) {
      var words = line.split(" ", 4);
      if (words[0].equals("sequence")) {
        sequences.add(line.substring("sequence ".length()));
      } else if (strings("SELECT coalesce(to_regclass('" + words[1] + "')::text, '')")
          .get(0)
          .isEmpty()) {
        execute("CREATE TABLE " + words[1] + " PARTITION OF " + words[2] + " " + words[3]);
      }
    }
  }

  private void requireAll(String inventory) throws IOException {
    var expected = new HashMap<String, String>();
    inventory
        .lines()
        .forEach(
            line -> {
              int at = line.indexOf(' ');
              expected.put(line.substring(0, at), line.substring(at + 1));
            });
    if (!expected.equals(loaded)) {
      throw new EOFException("the tables are not what the inventory says");
    }
  }

  // ------------------------------------------------------------------ numbers

  /**
   * Moves every sequence on by so many steps: after the moment of the dump numbers were given that
   * nobody here remembers, and none may be given twice. Yearly sequences of years that had not
   * begun stay as they are.
   *
   * @param year the city's year when the dump was made
   */
  static void setAhead(Connection connection, List<String> sequences, long distance, int year)
      throws SQLException {
    for (var line : sequences) {
      var words = line.split(" ");
      var name = words[0];
      if (words[3].equals("-") && name.matches(".*_\\d{4}") && yearOf(name) > year + 1) {
        continue;
      }
      long step = Long.parseLong(words[2]);
      long last = Long.parseLong(words[3].equals("-") ? words[1] : words[3]);
      try (var statement = connection.createStatement()) {
        statement.execute("CREATE SEQUENCE IF NOT EXISTS " + name + " INCREMENT BY " + step);
        statement.execute(
            "SELECT pg_catalog.setval('"
                + name
                + "', "
                + Math.addExact(last, Math.multiplyExact(step, distance))
                + ")");
      }
    }
  }

  private static int yearOf(String sequence) {
    return Integer.parseInt(sequence.substring(sequence.length() - 4));
  }

  // ------------------------------------------------------------------ looking

  private static final String IN_OURS =
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ANY (?)";

  private static final String TABLES =
      "SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) FROM pg_catalog.pg_class c"
          + IN_OURS
          + " AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1";

  private static final String FOREIGN_KEYS =
      "SELECT format('ALTER TABLE %I.%I DROP CONSTRAINT %I', n.nspname, c.relname, f.conname)"
          + " || chr(10) || format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s', n.nspname, c.relname,"
          + " f.conname, pg_catalog.pg_get_constraintdef(f.oid))"
          + " FROM pg_catalog.pg_constraint f JOIN pg_catalog.pg_class c ON c.oid = f.conrelid"
          + IN_OURS
          + " AND f.contype = 'f' AND f.conparentid = 0 ORDER BY 1";

  private List<String> strings(String sql) throws SQLException {
    var found = new ArrayList<String>();
    try (var statement = connection.prepareStatement(sql)) {
      if (sql.contains("?")) {
        statement.setArray(1, connection.createArrayOf("text", schemas.toArray()));
      }
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
    }
    return found;
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Blocks with their lengths, until one of length nought. */
  private static final class Blocks extends InputStream {
    private final DataInputStream in;
    private int left = -1;

    Blocks(DataInputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      if (left < 0) {
        left = in.readInt();
        if (left <= 0) {
          left = 0;
          return -1;
        }
      }
      int some = in.read(bytes, offset, Math.min(length, left));
      if (some < 0) {
        throw new EOFException();
      }
      left = left == some ? -1 : left - some;
      return some;
    }
  }
}
